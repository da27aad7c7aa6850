import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { arrivalTasks } from '../channels/arrivals/arrival-tasks.ts'
import { filedReports } from '../channels/sms/testing/filed-reports.ts'
import { smsWorld } from '../channels/sms/testing/sms-world.ts'
import { takeSms } from '../channels/sms/take-sms.ts'
import { keepUnread } from '../channels/sms/keep-sms.ts'
import { arrivalsLedger } from '../intake/arrivals-ledger.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { coordinatorOf, dedi, officerOf } from '../testing/cast.ts'
import { testKeys } from '../testing/test-deps.ts'
import { onDuty } from '../testing/on-duty.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()
await onDuty(db, dedi)
const world = await smsWorld(db, { log: { error() {}, warn() {}, info() {} } as never })
const path = '/kelola/pintu/perlu-dilihat'
const desk = deskOf(db, dedi, () => world.clock.now)
const later = (ms = 60_000) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}

/** The card of the message that says this, and where its forms go. */
async function cardOf(words: string) {
  const cards = (await desk.page(path)).split('<section').filter((card) => card.includes(words))
  return cards.map((card) => ({ html: card, id: /perlu-dilihat\/([0-9a-f-]{36})\//.exec(card)?.[1] ?? '' }))
}
const press = async (id: string, noun: string, fields = {}) =>
  (await desk.post(`${path}/${id}/${noun}`, fields)).headers.get('location')?.split('sudah=')[1]
const texts = async () => (await filedReports(db)).map(({ text }) => text)
const ledger = async () => (await arrivalsLedger(db.worker)).find(({ door }) => door === 'sms')
/** A minute passes: the timetable's turn. */
const minute = () => {
  later()
  return world.sweep()
}

async function flood(from: string, words: string) {
  for (let time = 0; time < 5; time++) await world.sms(from, `${words} !!! ${time}`)
  await minute()
}

test('what was too much alike is read by the desk within a minute, without its number, and is a report once it says so', async () => {
  await flood('+6281300000001', 'Pipa bocor di Oebufu')
  const before = (await texts()).length
  const cards = await cardOf('Pipa bocor di Oebufu !!! 4')
  expect(cards).toHaveLength(1)
  expect(cards[0]?.html).toMatch(/SMS 1708.*Hampir sama/s)
  expect(await desk.page(path)).not.toMatch(/81300000001/)
  const id = cards[0]?.id ?? ''
  expect(await Promise.all([press(id, 'laporan'), press(id, 'laporan')])).toEqual(
    expect.arrayContaining(['laporan', 'tiada']),
  )
  await world.work()
  expect(await texts()).toHaveLength(before + 1)
  expect(await cardOf('Pipa bocor di Oebufu !!! 4')).toEqual([])
  expect(await ledger()).toMatchObject({ difference: 0 })
})

test('what belongs to a report that accuses the desk is nothing to the desk, and a step of it does nothing', async () => {
  await flood('+6281300000009', 'LAPOR Petugas meja nasional minta uang')
  const [card] = await cardOf('Petugas meja nasional minta uang !!! 4')
  const arrival = db.owner
    .selectFrom('identity.arrival')
    .select('report_id')
    .where('id', '=', card?.id ?? '')
  const { report_id } = await arrival.executeTakeFirstOrThrow()
  const named = { report_id: report_id ?? '', position: 1, named: 'KemenPANRB', kind: 'unit', unit_id: 'kemenpanrb' }
  await db.owner.insertInto('casework.accused').values(named).execute()
  expect(await cardOf('Petugas meja nasional minta uang !!! 4')).toEqual([])
  expect(await press(card?.id ?? '', 'laporan')).toBe('tiada')
})

test('laid aside with a reason it is refused for that reason, its words gone, and who did it is written down', async () => {
  await flood('+6281300000002', 'LAPOR Beli pulsa murah banyak bonus hubungi kami sekarang')
  const [card] = await cardOf('Beli pulsa murah banyak bonus hubungi kami sekarang !!! 3')
  expect(await press(card?.id ?? '', 'pelepasan', { why: 'spam' })).toBe('pelepasan')
  expect((await ledger())?.refused).toContainEqual({ reason: 'dismissed_spam', count: 1 })
  expect(await desk.page('/kelola/pintu')).toContain('Iklan atau penipuan, menurut admin nasional')
  const rows = await db.owner
    .selectFrom('identity.arrival')
    .select('sealed')
    .where('id', '=', card?.id ?? '')
    .execute()
  expect(rows).toEqual([{ sealed: null }])
  expect(
    await db.owner
      .selectFrom('identity.arrival_words')
      .selectAll()
      .where('arrival_id', '=', card?.id ?? '')
      .execute(),
  ).toEqual([])
  expect(
    await db.owner.selectFrom('identity.arrival_step').select(['step', 'why', 'account_id']).execute(),
  ).toContainEqual({ step: 'dismiss', why: 'spam', account_id: dedi.accountId })
})

test('what no gateway of ours is known to send shows only its words, and can be filed', async () => {
  const unread = { msisdn: '6281300000003', kind: 'odd', body: { text: 'Tanggul jebol di Naibonat' } }
  await keepUnread({ db: db.web, keys: testKeys }, 'infobip', unread, world.clock.now)
  await world.work()
  await minute()
  const [card] = await cardOf('Tanggul jebol di Naibonat')
  expect(card?.html).toContain('Tidak terbaca sebagai pesan')
  expect(await desk.page(path)).not.toContain('81300000003')
  await press(card?.id ?? '', 'laporan')
  await world.work()
  expect(await texts()).toContain('Tanggul jebol di Naibonat')
})

test('what no gateway was known to send is read once that gateway is known, when the desk has it tried again', async () => {
  const item = { msisdn: '6281300000007', to: '1708', text: 'Talud ambruk di Bello', messageId: 'v-7' }
  await keepUnread({ db: db.web, keys: testKeys }, 'vonage', item, world.clock.now)
  await world.work()
  await minute()
  const [card] = await cardOf('Talud ambruk di Bello')
  await db.owner
    .insertInto('identity.gateway')
    .values({
      id: randomUUID(),
      name: 'vonage',
      kind: 'vonage',
      hook_secret: 'sealed',
      username: '',
      changed_at: world.clock.now,
    })
    .execute()
  await press(card?.id ?? '', 'percobaan')
  await world.work()
  expect(await texts()).toContain('Talud ambruk di Bello')
  expect(await cardOf('Talud ambruk di Bello')).toEqual([])
  expect(await ledger()).toMatchObject({ difference: 0 })
})

test('what fails is before the desk a minute after its first failure, and goes through when it is tried again', async () => {
  await world.hook({ from: '+6281300000004', text: 'Rambu hilang di Penfui' })
  await db.owner.deleteFrom('casework.outbox').execute()
  let isBroken = true
  const tasks = arrivalTasks(world.taking, {
    sms: (id) => (isBroken ? Promise.reject(new Error('broken')) : takeSms(world.taking, id)),
  })
  const sweep = () => tasks.arrivals({}, { lastTry: false, signal: new AbortController().signal })
  later()
  await sweep()
  const [card] = await cardOf('Rambu hilang di Penfui')
  expect(card?.html).toContain('masih dicoba sendiri')
  expect((await ledger())?.outcomes.waiting).toBe(1)
  later(61 * 60_000)
  await sweep()
  expect((await cardOf('Rambu hilang di Penfui'))[0]?.html).toContain('Gagal diolah selama satu jam')
  expect((await ledger())?.quarantined).toContainEqual({ reason: 'failed', count: 1 })
  isBroken = false
  expect(await press(card?.id ?? '', 'percobaan')).toBe('percobaan')
  await world.work()
  expect(await texts()).toContain('Rambu hilang di Penfui')
  expect(await cardOf('Rambu hilang di Penfui')).toEqual([])
})

test('to everybody else the page does not exist, a step of theirs does nothing, and the words are sealed', async () => {
  await flood('+6281300000005', 'Kabel putus di Lasiana')
  const [card] = await cardOf('Kabel putus di Lasiana !!! 4')
  for (const actor of [coordinatorOf(), officerOf()]) {
    expect((await deskOf(db, actor).get(path)).status).toBe(404)
    expect((await deskOf(db, actor).post(`${path}/${card?.id}/laporan`, {})).status).toBe(404)
  }
  expect(await cardOf('Kabel putus di Lasiana !!! 4')).toHaveLength(1)
  const kept = await db.owner.selectFrom('identity.arrival_words').select('kept').execute()
  expect(JSON.stringify(kept)).not.toContain('Lasiana')
  expect((await desk.post(`${path}/${card?.id}/pelepasan`, { why: 'karena' })).status).toBe(404)
  expect(await desk.page(`/en${path}`)).toContain('Messages to look at')
})

test('what cannot be opened any more is before the desk all the same, without words', async () => {
  await world.hook({ from: '+6281300000006', text: 'Selokan tersumbat' })
  await db.owner.deleteFrom('casework.outbox').execute()
  await db.owner
    .updateTable('identity.arrival')
    .set({ sealed: randomBytes(200) })
    .where('outcome', 'is', null)
    .execute()
  later(61_000)
  await world.sweep()
  expect(await cardOf('Pesan tanpa kata yang dapat dibaca')).toHaveLength(1)
})
