import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '../accounts/create-account.ts'
import { opensDoor, personOfToken } from '../accounts/token.ts'
import { root } from '../platform/root.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { keysForWeb, readKeys } from '../secrecy/installation-keys.ts'

const db = await testDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'lapor-token-'))
const run = promisify(execFile)

beforeAll(async () => {
  const account = { email: 'dedi@contoh.id', name: 'Dedi', password: 'bunga kenari', displayName: 'Pak Dedi' }
  await createAccount(
    db.owner,
    readKeys(keysForWeb({ dataDir }), { dataDir }),
    { ...account, role: 'verifier' },
    new Date(),
  )
})

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** `lapor token …` as a process of its own, beside whoever else uses the database. */
async function token(...words: string[]) {
  const env = { ...process.env, DATABASE_URL: db.urls.owner, LAPOR_DATA_DIR: dataDir, LOG_LEVEL: 'silent' }
  return run(process.execPath, ['--import', 'tsx', join('src', 'cli', 'main.ts'), 'token', ...words], {
    cwd: root,
    env,
  })
}

test('a token for a person is printed alone, opens the API as that person, and closes when it is revoked', async () => {
  const { stdout } = await token('create', '--for', 'Dedi@contoh.id', '--label', 'laptop')
  expect(stdout).toMatch(/^lapor_[\w-]{43}\n$/)
  expect(await personOfToken(db.owner, stdout.trim())).toMatchObject({ role: 'verifier', displayName: 'Pak Dedi' })
  const [id, purpose, whose] = (await token('list')).stdout.split('\t')
  expect([purpose, whose]).toEqual(['api', 'laptop (Pak Dedi)'])
  expect((await token('revoke', id ?? '')).stdout).toBe('revoked\n')
  expect(await personOfToken(db.owner, stdout.trim())).toBeUndefined()
}, 60_000)

test('a token for a gateway opens its door', async () => {
  const { stdout } = await token('create', '--for', 'sms:kannel')
  expect(await opensDoor(db.owner, stdout.trim(), { purpose: 'gateway', label: 'sms:kannel' })).toBe(true)
}, 60_000)

test('an e-mail without an account is refused in one sentence', async () => {
  await expect(token('create', '--for', 'tidakada@contoh.id')).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^No account has this e-mail\. .*\n$/),
  })
}, 60_000)
