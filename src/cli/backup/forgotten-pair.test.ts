import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '../../accounts/create-account.ts'
import { hashPassword, verifyPassword } from '../../accounts/password.ts'
import { makeKeyPair, seal } from '../../platform/seal.ts'
import { accessTasks } from '../../secrecy/access-journal.ts'
import { addLine } from '../../secrecy/journal.ts'
import { checkKeys } from '../../secrecy/keys/check-keys.ts'
import { pairOfName, sealPair } from '../../secrecy/keys/seal-pair.ts'
import { addKeys } from '../keys.ts'
import { runLapor } from '../testing/run-lapor.ts'
import { backedUpInstallation } from './testing/backed-up.ts'

const place = await backedUpInstallation()
const { source, target, keys, setting, from } = place
afterAll(() => rmSync(place.folder, { recursive: true }))
const lapor = (...words: string[]) =>
  runLapor(addKeys, { DATABASE_URL: source.urls.owner, LAPOR_DATA_DIR: from }, 'keys', ...words)

const known = new Set<string>()
const signUp = async (name: string) => {
  const someone = { email: `${name}@contoh.test`, name, password: 'sandi yang bocor' }
  await createAccount(source.owner, keys, someone, setting.now)
  const accounts = await source.owner.selectFrom('identity.account').select('id').execute()
  const id = accounts.map((account) => account.id).find((one) => !known.has(one)) as string
  known.add(id)
  return id
}
const change = async (id: string, words: string) =>
  source.owner
    .updateTable('identity.account')
    .set({ password_hash: await hashPassword(words) })
    .where('id', '=', id)
    .execute()
const opens = async (id: string, words: string) => {
  const { password_hash } = await target.owner
    .selectFrom('identity.account')
    .select('password_hash')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return verifyPassword(words, password_hash)
}

/** What the worker writes of the outbox meanwhile. */
async function journal(pair = sealPair({ dataDir: from })) {
  const { access } = accessTasks({ db: source.worker, dataDir: from, pair, now: () => setting.now })
  const { rows } = await sql<{ report_id: string; seq: number }>`
    delete from casework.outbox where topic = 'access' returning report_id, seq`.execute(source.owner)
  for (const { report_id: reportId, seq } of rows)
    await access({ reportId, seq }, { lastTry: false, signal: new AbortController().signal })
}

let yuli: string
let frans: string
let sari: string
const told: string[] = []
beforeAll(async () => {
  await checkKeys(source.owner, { dataDir: from })
  yuli = await signUp('yuli')
  frans = await signUp('frans')
  sari = await signUp('sari')
  await change(yuli, 'sandi baru')
  await journal()
  told.push(await lapor('list'), await lapor('rotate'))
  await change(frans, 'sandi kedua')
  await journal(pairOfName({ dataDir: from }, 'seal'))
  told.push(await lapor('forget', 'seal').catch((error: Error) => error.message))
  told.push(await lapor('seal'), await lapor('forget', 'seal'))
  await place.backUp()
  // As a damaged disk would leave it.
  const lost = seal(makeKeyPair().publicKey, randomUUID()).toString('base64')
  addLine(from, 'access.jsonl', { account: sari, role: 'citizen', disabled: false, password: lost, revoked: [] })
  await place.restore()
}, 60_000)

test('after the pair that sealed the journal was rotated and forgotten a backup is restored, and new passwords count', async () => {
  expect([await opens(yuli, 'sandi baru'), await opens(yuli, 'sandi yang bocor')]).toEqual([true, false])
  expect([await opens(frans, 'sandi kedua'), await opens(frans, 'sandi yang bocor')]).toEqual([true, false])
})

test('a pair for which a password in the journal is sealed is counted and not forgotten before it is sealed anew', () => {
  expect(told[0]).toContain('pair seal: 4 sealed')
  expect(told[1]).toContain('4 boxes for the worker sealed anew')
  expect(told[2]).toBe('1 boxes are still sealed for the pair seal. Say "lapor keys seal" first.')
  expect(told.slice(3)).toEqual([expect.stringContaining('1 boxes for the worker'), 'the pair seal is gone\n'])
})

test('a newer password that no key opens lets nobody in, least of all with the older one', async () => {
  expect(await opens(sari, 'sandi yang bocor')).toBe(false)
})
