import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp } from '../../app.tsx'
import { keepArrival } from '../../channels/arrivals/keep-arrival.ts'
import { tell } from '../../notifications/tell.ts'
import { tellDeps } from '../../notifications/testing/post-office.ts'
import { as } from '../../report/as.ts'
import { askErasure } from '../../secrecy/ask-erasure.ts'
import { eraseReport } from '../../secrecy/erase-report.ts'
import { keeperOf } from '../../secrecy/installation-keys.ts'
import { sealPair } from '../../secrecy/keys/seal-pair.ts'
import { aReport, type Made } from '../../testing/a-report.ts'
import { marta } from '../../testing/cast.ts'
import { testDeps } from '../../testing/test-deps.ts'
import { sayLetIn } from './say-raised.ts'
import { backedUpInstallation } from './testing/backed-up.ts'

const place = await backedUpInstallation()
const { source, target, keys, setting, from } = place
const contact = { name: 'Yohana', phone: '+6281200000077', email: 'yohana@contoh.test' }
const opener = () => ({ ...sealPair({ dataDir: from }), keeper: keeperOf({ dataDir: from }) })
let made: Made
let other: Made
let said: string
afterAll(() => rmSync(place.folder, { recursive: true }))

const messagesOf = ({ id }: Made) =>
  target.owner.selectFrom('identity.message').select('id').where('report_id', '=', id).execute()

beforeAll(async () => {
  made = await aReport(source, { anonymous: true, confidential: true, published: false, contact, keys })
  other = await aReport(source, { contact, keys })
  for (const { id } of [made, other]) await tell(tellDeps(source, { pair: opener() }), id, 1)
  const sms = { door: 'sms', gateway: 'kannel', messageId: '1', sender: contact.phone, body: { part: {} } } as const
  await keepArrival({ db: source.web, keys }, sms, setting.now)
  await keepArrival({ db: source.web, keys }, { ...sms, messageId: '2', sender: '+6281200000078' }, setting.now)
  await place.backUp()
  const became = { outcome: 'report', report_id: made.id, settled_at: setting.now, sealed: null }
  const { id } = await source.owner.selectFrom('identity.arrival').select('id').orderBy('id').executeTakeFirstOrThrow()
  await source.owner.updateTable('identity.arrival').set(became).where('id', '=', id).execute()
  await as(source.web, marta(made.id), (tx) => askErasure(tx, marta(made.id), made.id, 'identity', setting.now))
  const deps = { db: source.worker, keys: { dataDir: from }, pair: opener(), uploadsDir: from, now: () => setting.now }
  await eraseReport(deps, made.id)
  said = sayLetIn((await place.restore()).letIn)
})

test('a restored backup writes to nobody who was erased since, and what they had sent is forgotten; others are heard and told', async () => {
  expect([await messagesOf(made), await messagesOf(other)]).toEqual([[], [{ id: expect.any(String) }]])
  const arrivals = await target.owner
    .selectFrom('identity.arrival')
    .select(['outcome', 'reason', 'sender_index', 'sealed'])
    .orderBy('id')
    .execute()
  expect(arrivals).toMatchObject([
    { outcome: 'refused', reason: 'forgotten', sender_index: null, sealed: null },
    { outcome: null, sealed: expect.any(Buffer) },
  ])
})

test('where no journal lies beside the keys, the ledger says that it knows nothing since the backup, and not "never"', async () => {
  expect(said).toContain('There is no keys/access.jsonl')
  const deps = { ...testDeps(target, () => setting.now), keys }
  const app = makeApp(deps)
  const body = new URLSearchParams({ kunci: other.key })
  const address = `http://lapor.test/laporan/${other.trackingId}/pembukaan`
  const page = await (await app.request(address, { method: 'POST', body })).text()
  expect(page).toMatch(/dipulihkan pada 13 Februari 2026.*cadangan 14 Januari 2026.*tidak mengetahui apa pun/)
  expect(page).toContain('tidak ada pembukaan yang tercatat')
  expect(page).not.toContain('belum pernah dibuka')
})
