import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { dedi } from '../../testing/cast.ts'
import { eventsOf, lastEvent } from '../../testing/events-of.ts'
import { archiveReport } from '../../verification/archive-report.ts'
import { filedReports } from '../sms/testing/filed-reports.ts'
import { smsWorld } from '../sms/testing/sms-world.ts'

// A hole in the road, and the lamp or the trash beside it: what people say of them in a breath, and nobody explains for a day, does what they meant.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const [minute, day] = [60_000, 86_400_000]
let phones = 0
const later = (ms = 40 * minute) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}
const count = async () => (await filedReports(db)).length
const newPhone = () => `+62812837${String(++phones).padStart(5, '0')}`
const road = () => `jalan berlubang di depan pasar Oeba rt ${phones}`
const lamp = () => `lampu mati di depan gereja Koinonia rt ${phones}`
const trash = () => `sampah menumpuk di TPS Fatululi rt ${phones}`

async function filed(phone: string, words: string) {
  later(day)
  world.clock.now.setUTCHours(1, 0, 0, 0)
  await world.sms(phone, `KOTKUPANG ${words}`)
  later()
  return (await world.report()).id
}
async function inWork(phone: string, words: string) {
  const id = await filed(phone, words)
  await office.forward(id)
  await world.work()
  later()
  return id
}
async function answered(phone: string, words: string) {
  const id = await inWork(phone, words)
  await office.answer(id, 'Sudah ditangani.')
  await world.work()
  later()
  return id
}
async function aDay() {
  later(day + minute)
  await world.sweep()
  await world.sweep()
}
const last = (id: string) => lastEvent(db, id)
const moves = async (id: string) => (await eventsOf(db, id)).map(({ move }) => move)

test.each([
  'pak lubangnya tambah besar',
  'pak lubangnya makin besar',
  'kemarin ada yg jatuh lagi di lubang itu',
  'lubangnya sudah kami timbun sendiri pak',
  'lubangnya sudah ditutup warga pakai batu',
  'pak sudah kami tambal sendiri, ga perlu datang lagi',
  'ga usah datang pak sudah beres',
  'di jl garuda depan toko sinar pak',
  'dekat toko sinar jl garuda rt 3',
  'di oeba sudah 3 hari',
])('of a hole in work "%s" is told to whoever mends it', async (words) => {
  const id = await inWork(newPhone(), road())
  const before = await count()
  await world.sms(`+62812837${String(phones).padStart(5, '0')}`, words)
  expect(await count()).toBe(before)
  await aDay()
  expect([await count(), await last(id)]).toEqual([before, { move: 'note', text: words }])
})

test.each([
  'di jl timor raya km 9 depan alfamart pak',
  'lokasi di jl timor raya km 9 depan alfamart',
  'alamat di rt 5 rw 2 kelurahan oesapa',
])('what was archived as unclear lacked "%s": that is the objection', async (words) => {
  const phone = newPhone()
  const id = await filed(phone, `lampu mati, gelap sekali nomor ${phones}`)
  const setting = { rules: await world.taking.rules(), directory: await world.taking.directory(), now: world.clock.now }
  const why = { reason: 'unclear', note: 'Lokasi tidak jelas.' } as const
  await as(db.web, dedi, (tx) => archiveReport(tx, dedi, id, why, setting))
  await world.work()
  later()
  const before = await count()
  await world.sms(phone, words)
  await aDay()
  expect([await count(), await last(id)]).toEqual([before, { move: 'object', text: words }])
})

test.each(['dua2nya', 'kedua2nya', 'dua2nya pak'])('"ya", and "%s" to "which?", closes both', async (words) => {
  const phone = newPhone()
  const both = [await answered(phone, road()), await answered(phone, lamp())]
  await world.sms(phone, 'ya')
  await world.sms(phone, words)
  expect(await Promise.all(both.map(async (id) => (await last(id))?.move))).toEqual(['confirm', 'confirm'])
})

test.each(['yg jalan aja, lampu belum', 'yang jalan saja pak, lampunya belum'])(
  '"sudah", and "%s" to "which?", is an objection that is kept: the lamp is not closed over it',
  async (words) => {
    const phone = newPhone()
    await answered(phone, road())
    const dark = await answered(phone, lamp())
    await world.sms(phone, 'sudah')
    later(minute)
    await world.sms(phone, words)
    await aDay()
    expect(await last(dark)).toEqual({ move: 'reply', text: words })
  },
)

test.each([
  ['jalan sudah', 0],
  ['yang jalan sudah pak', 0],
  ['sudah yang jalan', 0],
  ['yg sampah sdh diangkut pak', 1],
] as const)('of two that were answered "%s" refuses none, and is told to the one it fits', async (words, which) => {
  const phone = newPhone()
  const both = [await answered(phone, road()), await answered(phone, trash())]
  await world.sms(phone, words)
  await aDay()
  expect(await last(both[which] ?? '')).toEqual({ move: 'note', text: words })
  expect((await last(both[1 - which] ?? ''))?.move).toBe('answer')
})

test.each(['lampu blm nyala', 'lampu belum diperbaiki'])(
  '"%s", while the road was answered and the lamp is in work, is of the lamp',
  async (words) => {
    const phone = newPhone()
    const [hole, dark] = [await answered(phone, road()), await inWork(phone, lamp())]
    await world.sms(phone, words)
    await aDay()
    expect(await last(dark)).toEqual({ move: 'note', text: words })
    expect(await moves(hole)).not.toContain('reply')
  },
)

test.each([
  ['jalannya depan toko roti', 0],
  ['sampahnya yg sebelah timur', 1],
] as const)('of two questions "%s" answers the one that it names', async (words, which) => {
  const phone = newPhone()
  const both = [await filed(phone, road()), await filed(phone, trash())]
  for (const id of both) await office.ask(id, 'Di sebelah mana?')
  await world.work()
  later()
  const before = await count()
  await world.sms(phone, words)
  await aDay()
  expect([await count(), await last(both[which] ?? '')]).toEqual([before, { move: 'complete', text: words }])
})
