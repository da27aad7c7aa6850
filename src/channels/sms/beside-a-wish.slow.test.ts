import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { isSealed } from '../../report/keeper.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { testKeeper } from '../../testing/test-deps.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'

// A wish to be hidden that stands beside something else: the report is hidden at once, and the rest is what it would be without the wish.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const hour = 3_600_000
let phones = 0

const anonymous = { anonymous: true, confidential: false }
const confidential = { anonymous: false, confidential: true }
const open = { anonymous: false, confidential: false }

function later(ms = hour) {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}

async function filed(from = `+62823711${String(++phones).padStart(5, '0')}`) {
  later()
  await world.sms(from, `KOTKUPANG lampu di gang ke-${world.clock.now.getTime()} mati sejak banjir`)
  return { from, ...(await world.report()) }
}

async function asked() {
  const report = await filed()
  await office.ask(report.id, 'Di kelurahan mana?')
  await world.work()
  later(600_000)
  return report
}

async function aDayLater() {
  later(25 * hour)
  await world.sweep()
  return world.sweep()
}

const stands = (id: string) =>
  db.owner
    .selectFrom('casework.report')
    .select(['stage', 'anonymous', 'confidential'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const eventsOf = (id: string) =>
  db.owner
    .selectFrom('casework.event')
    .select(['move', 'text', 'at'])
    .where('report_id', '=', id)
    .orderBy('seq')
    .execute()

/** What stands in a confidential report is sealed. */
const said = (id: string, text: string | null) => (isSealed(text) ? testKeeper.openEvent(id, text ?? '')?.words : text)

const count = async () => (await filedReports(db)).length

test.each([
  ['RAHASIA Oesapa Barat', confidential],
  ['ANONIM Oesapa Barat', anonymous],
  ['Oesapa. Tolong rahasiakan nama saya', anonymous],
  ['di Oesapa Barat RT 3, mohon identitas saya dirahasiakan', anonymous],
  ['rahasia ya pak, di rumah pak lurah', confidential],
  ['kepala sekolah, tolong rahasiakan nama saya', anonymous],
  ['pak lurah yang minta, tolong rahasiakan nama saya', anonymous],
  ['tetangga saya, tolong rahasiakan nama saya ya pak', anonymous],
  ['orang dinas. tolong rahasiakan nama saya', anonymous],
])('to our question "%s" first hides the report, and then answers it, in all its words', async (text, hidden) => {
  const { from, id } = await asked()
  const before = { reports: await count(), events: (await eventsOf(id)).length }
  await world.sms(from, text)
  expect(await stands(id)).toEqual({ stage: 'received', ...hidden })
  const events = (await eventsOf(id)).slice(before.events)
  expect(events.map(({ move }) => move)).toEqual(['raise_secrecy', 'complete'])
  expect(events.map((event) => said(id, event.text)).at(-1)).toBe(text)
  await aDayLater()
  expect(await count()).toBe(before.reports)
})

test('where we ask back whether words are for a report, that report is hidden at once', async () => {
  const { from, id } = await filed()
  expect(await world.sms(from, 'di Oesapa Barat dekat gereja, tolong rahasiakan nama saya')).toEqual([
    expect.stringContaining('BARU'),
  ])
  expect(await stands(id)).toMatchObject(anonymous)
  await world.sms(from, 'BALAS')
  expect((await eventsOf(id)).map(({ text }) => text).join()).toContain('di Oesapa Barat dekat gereja')
})

test.each(['pak yg tadi jgn smp kelihatan di internet', 'jgn smp ketauan kelurahan laporan yg tadi itu'])(
  '"%s" may be a wish: the report is hidden while we ask, for what was read cannot be called back',
  async (text) => {
    const { from, id } = await filed()
    await world.sms(from, text)
    expect(await stands(id)).not.toMatchObject(open)
  },
)

test('a wish in front of a clearly new complaint stays with that one: it is never open, and the other is as it was', async () => {
  const { from, id } = await asked()
  const words = `oknum petugas minta uang di loket ${phones}, jalan rusak tidak diperbaiki`
  expect(await world.sms(from, `RAHASIA ${words}`)).toEqual([expect.stringContaining('BARU')])
  expect(await stands(id)).toEqual({ stage: 'on_hold', ...open })
  await aDayLater()
  const made = (await filedReports(db)).filter(({ text }) => text.includes(words))
  expect(made).toEqual([expect.objectContaining({ confidential: true })])
  expect(await stands(id)).toMatchObject(open)
})

test.each(['rahasiakan laporan saya', 'RAHASIA', 'tolong jangan dipublikasikan ya pak'])(
  '"%s" of two reports: nobody says of which for a day, and both are hidden; no report is made of it',
  async (wish) => {
    const one = await filed()
    const other = await filed(one.from)
    const before = await count()
    expect(await world.sms(one.from, wish)).toEqual([expect.stringContaining('SEMUA')])
    expect([await stands(one.id), await stands(other.id)]).toMatchObject([open, open])
    const heard = await aDayLater()
    expect([await stands(one.id), await stands(other.id)]).toMatchObject([confidential, confidential])
    expect(await count()).toBe(before)
    expect(JSON.stringify(heard)).not.toMatch(/rahasia/i)
  },
)

test.each([
  'maaf pak nama saya jangan ditulis ya, takut anak saya dipersulit',
  'hapus nama saya dong, takut sama preman pasar',
  'nama saya jangan disebut, saya pedagang di situ',
  'tolong rahasiakan nama saya, saya bawahan beliau di kantor',
])('"%s" hides the report that is there at once, and why is a note on it; no report is made of it', async (wish) => {
  const { from, id } = await filed()
  const before = await count()
  await world.sms(from, wish)
  expect(await stands(id)).toEqual({ stage: 'received', ...anonymous })
  expect((await eventsOf(id)).map(({ text }) => text)).toContain(wish)
  await aDayLater()
  expect(await count()).toBe(before)
})

test('of two of which nobody says for a day both are hidden, and the reason stands in one of them', async () => {
  const one = await filed()
  const other = await filed(one.from)
  const before = await count()
  const wish = 'tolong rahasiakan nama saya, takut anak saya dipersulit di sekolah'
  expect(await world.sms(one.from, wish)).toEqual([expect.stringContaining('SEMUA')])
  await aDayLater()
  expect([await stands(one.id), await stands(other.id)]).toMatchObject([anonymous, anonymous])
  const events = [...(await eventsOf(one.id)), ...(await eventsOf(other.id))]
  expect(events.filter(({ text }) => text === wish)).toHaveLength(1)
  expect(await count()).toBe(before)
})

test('SEMUA, of a wish with its reason, hides both, and the reason stands in one of them', async () => {
  const one = await filed()
  const other = await filed(one.from)
  const wish = 'tolong rahasiakan nama saya, takut anak saya dipersulit di sekolah'
  await world.sms(one.from, wish)
  await world.sms(one.from, 'SEMUA')
  expect([await stands(one.id), await stands(other.id)]).toMatchObject([anonymous, anonymous])
  const events = [...(await eventsOf(one.id)), ...(await eventsOf(other.id))]
  expect(events.filter(({ text }) => text === wish)).toHaveLength(1)
})

test('and SEMUA hides both at once', async () => {
  const one = await filed()
  const other = await filed(one.from)
  const before = await count()
  await world.sms(one.from, 'rahasiakan laporan saya')
  await world.sms(one.from, 'SEMUA')
  expect([await stands(one.id), await stands(other.id)]).toMatchObject([confidential, confidential])
  await aDayLater()
  expect(await count()).toBe(before)
})
