import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '../../accounts/create-account.ts'
import { addKeys } from '../../cli/keys.ts'
import { runLapor } from '../../cli/testing/run-lapor.ts'
import { contactOf, emailIn } from '../../notifications/addresses.ts'
import { queueMessages } from '../../notifications/queue-messages.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { aReport } from '../../testing/a-report.ts'
import { aWednesday } from '../../testing/test-deps.ts'
import { keeperOf, keysForWeb, readKeys } from '../installation-keys.ts'
import { openUnder } from '../sealed-under.ts'
import { checkKeys } from './check-keys.ts'
import { countSealedFor } from './seal-for-worker.ts'
import { followSealPair, pairOfName, sealPairNames } from './seal-pair.ts'

const db = await testDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'lapor-pair-'))
const place = { dataDir }
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** What `lapor keys …` prints, while the worker and the web process below run on. */
function keys(...words: string[]): Promise<string> {
  return runLapor(addKeys, { DATABASE_URL: db.urls.owner, LAPOR_DATA_DIR: dataDir }, 'keys', ...words)
}

const contact = { name: 'Marta Bire', email: 'marta@contoh.test' }
let web: ReturnType<typeof readKeys>
let worker: ReturnType<typeof followSealPair>
let reportId: string
const openerNow = () => Object.assign(worker, { keeper: keeperOf(place) })
beforeAll(async () => {
  await checkKeys(db.owner, place)
  web = readKeys(keysForWeb(place), place)
  worker = followSealPair(place)
  reportId = (await aReport(db, { confidential: true, contact, keys: web })).id
  await createAccount(db.owner, web, { ...contact, password: 'bunga kenari' }, aWednesday)
  const to = { person: 'reporter', reportId, accountId: null, channel: 'email', address: contact.email } as const
  const message = { to, template: 'opening_noted', dedupe: 'satu' } as const
  await as(db.worker, system, (tx) => queueMessages(tx, openerNow(), [message], aWednesday))
})

const sealedFor = (name: string) => countSealedFor(db.owner, pairOfName(place, name))
const accountBox = async () =>
  (await db.owner.selectFrom('identity.account').select('sealed').executeTakeFirstOrThrow()).sealed

test('the worker’s pair is rotated beside running processes: all that waits for it is sealed anew, and still opens', async () => {
  expect(await sealedFor('seal')).toBe(3)
  expect(await keys('rotate')).toContain('2 boxes for the worker sealed anew')
  expect(sealPairNames(place)).toEqual(['seal', 'seal.2'])
  expect([await sealedFor('seal'), await sealedFor('seal.2')]).toEqual([0, 3])
  const opener = openerNow()
  expect(await as(db.worker, system, (tx) => contactOf(tx, opener, reportId))).toMatchObject(contact)
  expect(emailIn(worker, await accountBox())).toBe(contact.email)
  const { sealed_to } = await db.owner.selectFrom('identity.message').select('sealed_to').executeTakeFirstOrThrow()
  expect(openUnder(opener, sealed_to)).toBe(contact.email)
})

test('the web process that runs seals for the new pair from then on', async () => {
  await aReport(db, { contact, keys: web })
  expect([await sealedFor('seal'), await sealedFor('seal.2')]).toEqual([0, 4])
})

test('what a slower process still seals for the older pair opens, and keeps that pair from being forgotten', async () => {
  const slow = { ...web, sealTo: pairOfName(place, 'seal').publicKey }
  const { id } = await aReport(db, { contact, keys: slow })
  const opener = Object.assign(followSealPair(place), { keeper: keeperOf(place) })
  expect(await as(db.worker, system, (tx) => contactOf(tx, opener, id))).toMatchObject(contact)
  await expect(keys('forget', 'seal')).rejects.toThrow('1 boxes are still sealed for the pair seal.')
  await keys('seal')
  expect(await keys('forget', 'seal')).toBe('the pair seal is gone\n')
  expect(await as(db.worker, system, (tx) => contactOf(tx, opener, id))).toMatchObject(contact)
})

test.each([
  ['of another installation', () => `${'a1'.repeat(32)}\n`],
  ['torn', (half: string) => half.slice(0, 20)],
  ['blank', () => '\n'],
])('a published half that is %s refuses a start; without it the newest pair is used', async (_, written) => {
  const file = join(dataDir, 'keys', 'seal.public')
  const half = readFileSync(file, 'utf8')
  writeFileSync(file, written(half), { mode: 0o600 })
  await expect(checkKeys(db.owner, place)).rejects.toThrow(/seal\.public is damaged, or of no pair that is here/)
  rmSync(file)
  await expect(checkKeys(db.owner, place)).resolves.toBeUndefined()
  expect(Buffer.from(readKeys(keysForWeb(place), place).sealTo).toString('hex')).toBe(half.trim())
  writeFileSync(file, half, { mode: 0o600 })
})

test('the newest pair is never forgotten, and a start without it is refused', async () => {
  await expect(keys('forget', 'seal.2')).rejects.toThrow('The newest pair is in use.')
  await expect(checkKeys(db.owner, place)).resolves.toBeUndefined()
  expect(sealPairNames(place)).toEqual(['seal.2'])
  rmSync(join(dataDir, 'keys', 'seal.2'))
  await expect(checkKeys(db.owner, place)).rejects.toThrow(/seal\.2 is missing; without it nobody can be written to/)
})
