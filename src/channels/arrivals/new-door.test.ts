import { expect, test } from 'vitest'
import { senderIndex } from '../../accounts/contact.ts'
import { makeDirectory } from '../../agencies/directory.ts'
import { withdrawReport } from '../../closing/withdraw-report.ts'
import { arrivalsLedger } from '../../intake/arrivals-ledger.ts'
import { sendMessage } from '../../notifications/send.ts'
import { deliverAll, hire, tellDeps } from '../../notifications/testing/post-office.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { doors } from '../../report/doors.ts'
import { askErasure } from '../../secrecy/ask-erasure.ts'
import { eraseReport } from '../../secrecy/erase-report.ts'
import { offerOmbudsman } from '../../oversight/offer-ombudsman.ts'
import { system } from '../../report/actor.ts'
import { aPhoto } from '../../intake/testing/photos.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { aWednesday, testDeps, testKeeper, testKeyPair, testKeys } from '../../testing/test-deps.ts'
import { arrivalTasks } from './arrival-tasks.ts'
import type { SaidBody } from './arrived.ts'
import { keepArrival } from './keep-arrival.ts'
import { inTheBag, longest, openPigeonLoft, pigeon, pigeonsOut, takePigeon } from './testing/made-up-door.ts'

const db = await testDatabase()
const clock = { now: aWednesday }
const deps = tellDeps(db, { now: () => clock.now })
const taking = { ...deps, uploadsDir: testDeps(db).uploadsDir, keys: testKeys, directory: makeDirectory(db.publicDb) }
const tasks = arrivalTasks(taking, { [pigeon]: (id: string) => takePigeon(taking, id) })
const office = atTheOffice(db, { taking, clock })
const loft = pigeonsOut()
const marta = 'loft-oesapa-17'
const index = senderIndex(testKeys.indexSecret, pigeon, marta)
let sent = 0

const bring = (text: string, messageId = `${++sent}`, sender = marta, shown: Omit<SaidBody, 'text'> = {}) =>
  keepArrival(
    { db: db.web, keys: testKeys },
    { door: pigeon, gateway: 'loft', messageId, sender, body: { text, ...shown } },
    clock.now,
  )

/** The worker does all that waits; what flew out of it. */
async function work(): Promise<string[]> {
  const before = loft.flown.length
  const arrived = () =>
    db.owner.deleteFrom('casework.outbox').where('topic', '=', 'arrival').returning('report_id').execute()
  const job = { lastTry: false, signal: new AbortController().signal }
  for (let rows = await arrived(); rows.length > 0; rows = await arrived())
    for (const { report_id: reportId } of rows) await tasks.arrival({ reportId }, job)
  await deliverAll(db, deps)
  return loft.flown.slice(before).map(({ text }) => text)
}

async function write(text: string): Promise<string[]> {
  clock.now = new Date(clock.now.getTime() + 3_600_000)
  await bring(text)
  return work()
}

const report = () =>
  db.owner.selectFrom('casework.report').selectAll().orderBy('filed_at', 'desc').executeTakeFirstOrThrow()

test('the doors of the code are the doors of the database', async () => {
  const rows = await db.owner.selectFrom('casework.door').select('name').execute()
  expect(rows.map(({ name }) => name).sort()).toEqual([...doors].sort())
})

test('before its row is there nothing comes through a door', async () => {
  await expect(bring('Jalan rusak', 'early')).rejects.toThrow(/arrival_door/)
})

test('through a door that is one row a report is filed once, asked about, answered, doubted, answered again and closed', async () => {
  await openPigeonLoft(db)
  expect(await bring('KOTKUPANG jalan rusak di depan pasar Oeba sejak banjir', 'first')).toBe('new')
  expect(await bring('KOTKUPANG jalan rusak di depan pasar Oeba sejak banjir', 'first')).toBe('again')
  const receipt = await work()
  const { id, tracking_id, channel } = await report()
  expect(channel).toBe('pigeon')
  expect(receipt).toEqual([expect.stringContaining(tracking_id)])
  expect(loft.flown.at(-1)?.to).toBe(marta)

  await office.ask(id, 'Sisi mana?')
  expect(await work()).toEqual([expect.stringMatching(/bertanya/)])
  await write('sisi timur dekat jembatan')
  expect(await report()).toMatchObject({ stage: 'received' })
  await office.forward(id)
  await work()
  await office.answer(id, 'Jalan sudah ditambal.')
  expect(await work()).toEqual([expect.stringContaining(tracking_id)])
  expect((await write(`CEK ${tracking_id}`)).join()).toContain('Jalan sudah ditambal.')
  await write('BELUM baru separuh yang ditambal')
  expect(await report()).toMatchObject({ stage: 'in_progress' })
  await office.answer(id, 'Seluruhnya sudah ditambal.')
  await work()
  await write('YA')
  expect(await report()).toMatchObject({ stage: 'closed', manner: 'confirmed' })
  const [ledger] = (await arrivalsLedger(db.web)).filter(({ door }) => door === pigeon)
  expect(ledger).toMatchObject({ received: sent + 1, difference: 0 })
})

test('whoever wrote by another account reads nothing of it by its number', async () => {
  const { tracking_id } = await report()
  await bring(`CEK ${tracking_id}`, 'stranger', 'loft-of-rio')
  expect((await work()).join()).not.toContain('ditambal')
})

test('STOP by such a door ends its news, not the receipt of what is filed after it; MULAI brings them back', async () => {
  await write('STOP')
  const receipt = await write('PERBAIKAN lampu jalan mati di Jalan Timor Raya sejak Senin, gelap sekali')
  const { id, tracking_id } = await report()
  expect(receipt).toEqual([expect.stringContaining(tracking_id)])
  await office.forward(id)
  expect(await work()).toEqual([])
  await write('MULAI')
  await office.answer(id, 'Lampu sudah diganti.')
  expect(await work()).toEqual([expect.stringContaining(tracking_id)])
})

test('a pigeon that is lost flies again, and the ones after it wait for it', async () => {
  loft.fails = true
  await bring('BANTUAN')
  await expect(work()).rejects.toThrow('pigeon lost')
  loft.fails = false
  const failed = db.owner.selectFrom('identity.message').select('id').where('state', '=', 'failed')
  const { id } = await failed.where('channel', '=', pigeon).executeTakeFirstOrThrow()
  expect(await write('BANTUAN'), 'it waits for its turn').toEqual([])
  const before = loft.flown.length
  await sendMessage(deps, id, false)
  await deliverAll(db, deps)
  expect(loft.flown.slice(before)).toHaveLength(2)
})

test('whoever files by such a door and has it erased is forgotten there: no account leads from a message to it, in or out', async () => {
  const { id } = await report()
  const traces = async () => ({
    arrivals: await db.owner.selectFrom('identity.arrival').select('id').where('sender_index', '=', index).execute(),
    letters: await db.owner
      .selectFrom('identity.message')
      .select('id')
      .where('to_index', '=', index)
      .where('report_id', 'is', null)
      .execute(),
    filings: await db.owner
      .selectFrom('identity.filing')
      .select('report_id')
      .where('door_index', '=', index)
      .where('report_id', '=', id)
      .execute(),
  })
  const before = await traces()
  expect([before.letters.length > 0, before.filings.length]).toEqual([true, 1])
  const reporter = { role: 'reporter', reportId: id } as const
  const setting = { rules: await taking.rules(), directory: await taking.directory(), now: clock.now }
  await as(db.web, reporter, (tx) => withdrawReport(tx, reporter, id, setting))
  await as(db.web, reporter, (tx) => askErasure(tx, reporter, id, 'all', clock.now))
  const { config, uploadsDir, now } = testDeps(db)
  const pair = { ...testKeyPair, keeper: testKeeper }
  await eraseReport({ db: db.worker, keys: config, pair, uploadsDir, now }, id)
  expect(await traces()).toMatchObject({ letters: [], filings: [] })
  const left = await db.owner
    .selectFrom('identity.arrival')
    .select(['sender_index', 'said', 'said_nearly', 'sealed'])
    .where((or) => or.or([or('report_id', '=', id), or('about', '=', id)]))
    .execute()
  expect(left.length).toBeGreaterThan(0)
  for (const row of left) expect(row).toEqual({ sender_index: null, said: null, said_nearly: null, sealed: null })
})

const becameOf = (sender: string) =>
  db.owner
    .selectFrom('identity.arrival')
    .select(['outcome', 'reason', 'report_id'])
    .where('sender_index', '=', senderIndex(testKeys.indexSecret, pigeon, sender))
    .orderBy('arrived_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()

async function show(sender: string, text: string, shown: Omit<SaidBody, 'text'>) {
  clock.now = new Date(clock.now.getTime() + 3_600_000)
  await bring(text, `${++sent}`, sender, shown)
  const said = await work()
  return { said, ...(await becameOf(sender)) }
}

const photosOf = (id: string) =>
  db.owner.selectFrom('casework.attachment').select('id').where('report_id', '=', id).execute()

test('words with a picture and a place become a report that has both', async () => {
  inTheBag.set('lampu', Buffer.from(await (await aPhoto()).arrayBuffer()))
  const point = { lat: -10.17, lon: 123.6 }
  const words = 'KOTKUPANG lampu jalan mati di Oesapa sejak Senin'
  const done = await show('loft-rio', words, { pictures: ['lampu', 'hilang'], point, place: 'Oesapa' })
  expect(done).toMatchObject({ outcome: 'report' })
  const filed = await report()
  expect(filed).toMatchObject({ id: done.report_id, place: 'Oesapa', public_lat: -10.17, public_lon: 123.6 })
  expect(await photosOf(filed.id)).toHaveLength(1)
  const { text } = await db.owner
    .selectFrom('casework.content')
    .select('text')
    .where('report_id', '=', filed.id)
    .executeTakeFirstOrThrow()
  expect(text).toContain('[1 foto tidak dapat diambil]')
})

test('a picture alone, and a place alone, are asked about and join the words that come next', async () => {
  const alone = await show('loft-sari', '', { pictures: ['lampu'] })
  expect(alone).toMatchObject({ outcome: 'asked', reason: 'what_happened', said: [expect.any(String)] })
  const place = await show('loft-sari', '', { point: { lat: -10.18, lon: 123.61 } })
  expect(place).toMatchObject({ outcome: 'asked', reason: 'what_happened' })
  await show('loft-sari', 'KOTKUPANG sampah menumpuk di depan pasar Oeba, bau sekali', {})
  const { id } = await report()
  expect(await photosOf(id)).toHaveLength(1)
  const notes = await db.owner
    .selectFrom('casework.event')
    .select(['text', 'audience'])
    .where('report_id', '=', id)
    .execute()
  expect(notes).toContainEqual(
    expect.objectContaining({ text: expect.stringContaining('Lokasi: -10.18, 123.61'), audience: 'parties' }),
  )
})

test('the very same BELUM twice is done once, and OMBUDSMAN is the consent that was offered', async () => {
  const write = (text: string) => show('loft-dedi', text, {})
  await write('KOTKUPANG jembatan di Naioni patah sejak banjir')
  const { id } = await report()
  await office.forward(id)
  await office.answer(id, 'Sudah diperbaiki.')
  await work()
  await write('BELUM masih patah')
  expect(await write('BELUM masih patah')).toMatchObject({ outcome: 'reply', reason: 'again' })
  clock.now = new Date(clock.now.getTime() + 61 * 86_400_000)
  const setting = { rules: await taking.rules(), directory: await taking.directory(), now: clock.now }
  await as(db.worker, system, (tx) => offerOmbudsman(tx, id, setting))
  await work()
  await write('OMBUDSMAN')
  expect((await report()).ombudsman_at).not.toBeNull()
})

test('an answer longer than the door holds is cut, with the way to its page', async () => {
  await show('loft-lestari', 'KOTKUPANG pipa air bocor di Oebufu sejak Minggu', {})
  const { id, tracking_id } = await report()
  await office.forward(id)
  await office.answer(id, `Pipa sudah diganti. ${'Rincian pekerjaan kami. '.repeat(250)}`)
  await work()
  const { said } = await show('loft-lestari', `CEK ${tracking_id}`, {})
  expect(said.join().length).toBeLessThanOrEqual(longest)
  expect(said.join()).toMatch(new RegExp(`…\n\\S+/lacak\\?id=${tracking_id}$`))
})

test('what the desk writes for such a door is what it says', async () => {
  const account_id = await hire(db, 'dedi@panrb.test', 'verifier', null)
  await db.owner
    .insertInto('casework.wording')
    .values({ door: pigeon, name: 'help', words: 'Tulis saja masalahnya.', subject: null, at: clock.now, account_id })
    .execute()
  expect((await show('loft-help', 'BANTUAN', {})).said).toEqual(['Tulis saja masalahnya.'])
})
