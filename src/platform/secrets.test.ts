import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { derivedPassword, keysFolder, secret } from './secrets.ts'

const folder = mkdtempSync('/tmp/lapor-secrets-')
afterAll(() => rmSync(folder, { recursive: true }))

test('a secret is made once, long, and for its owner’s eyes only', () => {
  const made = secret(folder, 'report')
  expect(made).toHaveLength(32)
  expect(secret(folder, 'report')).toEqual(made)
  expect(secret(folder, 'index')).not.toEqual(made)
  expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700)
  expect(statSync(join(folder, 'keys', 'report')).mode & 0o777).toBe(0o600)
})

test('a keys folder in which others can write is refused, with what to do; one they could only look into is closed', () => {
  const keys = keysFolder(folder)
  for (const mode of [0o777, 0o775, 0o770, 0o722]) {
    chmodSync(keys, mode)
    expect(() => keysFolder(folder)).toThrow(`chmod 700 ${keys}`)
    expect(() => secret(folder, 'report')).toThrow(/can be written by others/)
  }
  chmodSync(keys, 0o755)
  expect(keysFolder(folder)).toBe(keys)
  expect(statSync(keys).mode & 0o777).toBe(0o700)
})

test('processes that ask at the same moment get the same secret, and leave nothing beside it', async () => {
  const program = `
    import { secret } from ${JSON.stringify(join(import.meta.dirname, 'secrets.ts'))}
    console.log(secret(${JSON.stringify(folder)}, 'contested').toString('hex'))`
  const ask = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])
  const answers = await Promise.all([ask(), ask(), ask(), ask()])
  expect(new Set(answers.map(({ stdout }) => stdout.trim())).size).toBe(1)
  expect(readdirSync(join(folder, 'keys')).filter((name) => name.includes('.'))).toEqual([])
})

test('a damaged secret is said, not replaced: what it sealed would be lost for good', () => {
  writeFileSync(join(folder, 'keys', 'damaged'), 'abcd\n')
  expect(() => secret(folder, 'damaged')).toThrow('is damaged')
})

test('a derived password is the same for the same purpose and tells nothing of another', () => {
  expect(derivedPassword(folder, 'database', 'lapor_login_web')).toBe(
    derivedPassword(folder, 'database', 'lapor_login_web'),
  )
  expect(derivedPassword(folder, 'database', 'lapor_login_web')).not.toBe(
    derivedPassword(folder, 'database', 'postgres'),
  )
})
