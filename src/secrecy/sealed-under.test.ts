import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepArrival } from '../channels/arrivals/keep-arrival.ts'
import { queueMessages } from '../notifications/queue-messages.ts'
import { seal } from '../platform/seal.ts'
import { keepOnce, keysFolder } from '../platform/secrets.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { aReport } from '../testing/a-report.ts'
import { aWednesday } from '../testing/test-deps.ts'
import { keysForWeb, readKeys } from './installation-keys.ts'
import { rememberKeys } from './keys/check-keys.ts'
import { epochsInUse } from './keys/epochs-in-use.ts'
import { beginEpoch, forgetEpoch } from './keys/key-file.ts'
import { destroyKeys } from './keys/key-ring.ts'
import { leaves } from './keys/make-keeper.ts'
import { sealAnew } from './keys/seal-anew.ts'
import { sealPair } from './keys/seal-pair.ts'
import { openUnder } from './sealed-under.ts'

const db = await testDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'lapor-under-'))
const place = { dataDir }
const uploadsDir = join(dataDir, 'uploads')
// The pair for which the people of every test are sealed.
keepOnce(join(keysFolder(dataDir), 'seal'), '03'.repeat(32))
const keysNow = () => readKeys(keysForWeb(place), place)
const opener = () => ({ ...sealPair(place), keeper: keysNow().keeper })
const number = '+6281200000055'
let older: string
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const boxes = async () => {
  const [arrivals, messages] = await Promise.all([
    db.owner.selectFrom('identity.arrival').select('sealed').execute(),
    db.owner.selectFrom('identity.message').select(['dedupe', 'sealed_to']).orderBy('dedupe').execute(),
  ])
  return [...arrivals.map(({ sealed }) => sealed as Buffer), ...messages.map(({ sealed_to }) => sealed_to)]
}
const opened = async () => (await boxes()).map((box) => openUnder(opener(), box).match(/\+62\d+/)?.[0] ?? '')

beforeAll(async () => {
  const made = await aReport(db, { keys: keysNow() })
  const way = { accountId: null, channel: 'sms', address: number } as const
  const to = { person: 'reporter', reportId: made.id, ...way }
  const news = { to, template: 'receipt', dedupe: '1' } as const
  const before = { to, template: 'receipt', dedupe: '2' } as const
  await keepArrival(
    { db: db.web, keys: keysNow() },
    { door: 'sms', gateway: 'kannel', messageId: '1', sender: number, body: {} },
    aWednesday,
  )
  await as(db.worker, system, (tx) => queueMessages(tx, opener(), [news, before], aWednesday))
  // As it was kept before there were keys of its own.
  const plain = seal(opener().publicKey, number)
  await db.owner.updateTable('identity.message').set({ sealed_to: plain }).where('dedupe', '=', '2').execute()
  older = made.id
})

test('what is sealed under a key of its own opens for the worker alone, as does what was kept before there were such keys', async () => {
  expect(await opened()).toEqual([number, number, number])
  const stranger = { ...opener(), keeper: { ...opener().keeper, open: () => '' } }
  const [arrival, news, before] = (await boxes()) as [Buffer, Buffer, Buffer]
  expect([arrival, news, before].map((box) => openUnder(stranger, box))).toEqual(['', '', number])
})

test('after a rotation all of it is under the newest keys, what was kept before them too; then the older ones can be forgotten', async () => {
  beginEpoch(place, 2)
  await rememberKeys(db.owner, place)
  const rest = { owner: db.owner, uploadsDir, keys: keysNow(), pair: sealPair(place), newest: 2 }
  expect((await epochsInUse(db.owner, opener(), uploadsDir)).get(1)).toBeGreaterThanOrEqual(2)
  expect((await sealAnew(rest, () => {})).boxes).toBe(3)
  expect((await sealAnew(rest, () => {})).boxes).toBe(0)
  expect([...(await epochsInUse(db.owner, opener(), uploadsDir)).keys()]).toEqual([2])
  await forgetEpoch(place, 1)
  expect(await opened()).toEqual([number, number, number])
})

test('once a report’s key is destroyed nobody is written to about it, and what was for them opens no more', async () => {
  await destroyKeys(place, [leaves.identity(older)])
  expect(await opened()).toEqual([number, '', ''])
  const to = { person: 'reporter', reportId: older, accountId: null, channel: 'sms', address: number } as const
  const message = { to, template: 'answered', dedupe: '3' } as const
  await as(db.worker, system, (tx) => queueMessages(tx, opener(), [message], aWednesday))
  expect(await boxes()).toHaveLength(3)
})
