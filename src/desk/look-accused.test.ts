import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { arrivalTasks } from '../channels/arrivals/arrival-tasks.ts'
import { filedReports } from '../channels/sms/testing/filed-reports.ts'
import { smsWorld } from '../channels/sms/testing/sms-world.ts'
import { takeSms } from '../channels/sms/take-sms.ts'
import { arrivalsLedger } from '../intake/arrivals-ledger.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { atTheOffice } from '../testing/at-the-office.ts'
import { dedi } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()
await onDuty(db, dedi)
const world = await smsWorld(db, { log: { error() {}, warn() {}, info() {} } as never })
const office = atTheOffice(db, world)
const path = '/kelola/pintu/perlu-dilihat'
const desk = deskOf(db, dedi, () => world.clock.now)
const later = (ms = 60_000) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}
let people = 0
const somebody = () => `+62813000001${String(++people).padStart(2, '0')}`
const press = async (id: string, noun: string, fields = {}) =>
  (await desk.post(`${path}/${id}/${noun}`, fields)).headers.get('location')?.split('sudah=')[1]

/** A confidential report, filed by SMS. */
async function confidential(from: string, words: string) {
  later()
  await world.sms(from, `RAHASIA KOTKUPANG ${words}`)
  return world.report()
}
function accuseDesk(id: string) {
  const named = testKeeper.sealWords(id, 'KemenPANRB')
  const row = { report_id: id, position: 1, named, kind: 'unit', unit_id: 'kemenpanrb' }
  return db.owner.insertInto('casework.accused').values(row).execute()
}
/** A message that cannot be taken. @returns its arrival, and how it can be from now on */
async function failing(from: string, text: string, forMs = 60_000) {
  later()
  await world.hook({ from, text })
  await db.owner.deleteFrom('casework.outbox').execute()
  const tasks = arrivalTasks(world.taking, { sms: () => Promise.reject(new Error('broken')) })
  const sweep = () => tasks.arrivals({}, { lastTry: false, signal: new AbortController().signal })
  later()
  await sweep()
  later(forMs)
  await sweep()
  const { id } = await db.owner
    .selectFrom('identity.arrival')
    .select('id')
    .orderBy('arrived_at', 'desc')
    .executeTakeFirstOrThrow()
  return id
}
const mended = () =>
  arrivalTasks(world.taking, { sms: (id) => takeSms(world.taking, id) }).arrivals(
    {},
    { lastTry: false, signal: new AbortController().signal },
  )
const cardOf = async (id: string) => (await desk.page(path)).split('<section').find((card) => card.includes(id)) ?? ''

test('a failing reply to a report that accuses the desk is nothing to the desk, and goes into the report once it can', async () => {
  const from = somebody()
  const report = await confidential(from, 'Verifikator meminta imbalan untuk meneruskan')
  await accuseDesk(report.id)
  const id = await failing(from, `BALAS ${report.tracking_id} namanya Pak Dedi verifikator`, 61 * 60_000)
  const page = await desk.page(path)
  expect(page).not.toContain('Pak Dedi verifikator')
  expect(page).not.toContain(report.tracking_id)
  expect(page).not.toContain(id)
  for (const noun of ['laporan', 'percobaan', 'pelepasan']) expect(await press(id, noun, { why: 'spam' })).toBe('tiada')
  await mended()
  expect(
    await db.owner.selectFrom('identity.arrival').select(['outcome', 'report_id']).where('id', '=', id).execute(),
  ).toEqual([{ outcome: 'reply', report_id: report.id }])
})

test('words of somebody whose confidential report accuses the desk are nothing to the desk, though they say no number', async () => {
  const from = somebody()
  const report = await confidential(from, 'Petugas meja nasional menerima amplop')
  await accuseDesk(report.id)
  const id = await failing(from, 'orangnya Pak Dedi, setiap Jumat')
  expect(await cardOf(id)).toBe('')
  expect(await desk.page(path)).not.toContain('setiap Jumat')
})

test('a failing reply to a confidential report that is with its office is at the desk without its words, to be tried again only', async () => {
  const from = somebody()
  const report = await confidential(from, 'Bendahara dinas menilep honor')
  await office.ask(report.id, 'Siapa saksinya?')
  await world.work()
  const id = await failing(from, `BALAS ${report.tracking_id} saksinya Bu Anu di loket tiga`)
  const card = await cardOf(id)
  expect(card).toContain('milik laporan yang tidak terbuka')
  expect(card).not.toContain('loket tiga')
  expect(card).not.toContain(report.tracking_id)
  expect(card).not.toContain('/laporan"')
  expect(card).not.toContain('/pelepasan"')
  expect(await press(id, 'laporan')).toBe('tiada')
  expect(await press(id, 'pelepasan', { why: 'spam' })).toBe('tiada')
  expect(await press(id, 'percobaan')).toBe('percobaan')
  await world.work()
  expect((await filedReports(db)).filter(({ text }) => text.includes('loket tiga'))).toEqual([])
  expect(
    await db.owner.selectFrom('identity.arrival').select(['outcome', 'report_id']).where('id', '=', id).execute(),
  ).toEqual([{ outcome: 'reply', report_id: report.id }])
})

test('what fails and names a report that is gone since is nobody’s to read', async () => {
  const id = await failing(somebody(), 'halte di Walikota tidak beratap')
  expect(await cardOf(id)).toContain('tidak beratap')
  await db.owner
    .updateTable('identity.arrival')
    .set({ names: [randomUUID()] })
    .where('id', '=', id)
    .execute()
  expect(await cardOf(id)).toBe('')
  expect(await press(id, 'laporan')).toBe('tiada')
})

test('what fails and names an open report is read by the desk, and becomes no report of its own', async () => {
  const from = somebody()
  later()
  await world.sms(from, 'Pipa bocor di Oebufu sejak pagi')
  const report = await world.report()
  const id = await failing(from, `BALAS ${report.tracking_id} pipanya di depan masjid`)
  const card = await cardOf(id)
  expect(card).toContain('pipanya di depan masjid')
  expect(card).not.toContain('/laporan"')
  expect(await press(id, 'laporan')).toBe('tiada')
})

test('what came about reports that accuse the desk is not in its ledger of the doors; others count it, and nothing differs', async () => {
  const seen = async () => {
    const [sms] = await as(db.web, dedi, (tx) => arrivalsLedger(tx))
    const page = await desk.page('/kelola/pintu')
    return { sms, page: page.slice(page.indexOf('<main')).replace(/<time.*?<\/time>/gs, '') }
  }
  const before = await seen()
  const all = await arrivalsLedger(db.worker)
  const from = somebody()
  later()
  await world.sms(from, 'RAHASIA Admin nasional menghapus laporan teman saya')
  const report = await world.report()
  await accuseDesk(report.id)
  await world.sms(from, `BALAS ${report.tracking_id} terjadi dua kali`)
  await failing(from, `BALAS ${report.tracking_id} bulan ini lagi`)
  const after = await seen()
  expect(after.sms).toEqual(before.sms)
  expect(after.sms?.difference).toBe(0)
  expect(after.page).toBe(before.page)
  const now = await arrivalsLedger(db.worker)
  expect(now[0]?.received).toBe((all[0]?.received ?? 0) + 3)
  expect(now[0]?.difference).toBe(0)
})
