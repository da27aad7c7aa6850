import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'

// Who begins with an office, a wish for secrecy or a single word is asked what happened, and goes on from there.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)

let phones = 0
const aPhone = () => `+62823000${String(++phones).padStart(5, '0')}`
const hour = 3_600_000
const later = (ms = 60_000) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}
const filed = async (words: string) => (await filedReports(db)).filter(({ text }) => text.includes(words))
const whatHappened = [expect.stringContaining('Apa yang terjadi?')]

test.each([
  [['KOTKUPANG'], 'trotoar ambles di Kuanino', { confidential: false, own_door_id: 'kota-kupang' }],
  [['KOTKUPANG RAHASIA'], 'kepala puskesmas minta uang', { confidential: true, own_door_id: 'kota-kupang' }],
  [['RAHASIA KOTKUPANG'], 'bendahara sekolah minta uang', { confidential: true, own_door_id: 'kota-kupang' }],
  [['RAHASIA'], 'lurah kami minta uang untuk ktp', { confidential: true, own_door_id: null }],
  [['mau lapor rahasia'], 'camat minta uang untuk surat tanah', { confidential: true, own_door_id: null }],
  [['nama saya dirahasiakan ya pak'], 'guru memukul murid', { anonymous: true, confidential: false }],
  [['ANONIM', 'KOTKUPANG'], 'mantri suntik ulang jarum bekas', { anonymous: true, own_door_id: 'kota-kupang' }],
] as const)('%j, and then what happened, are one report with what was asked for', async (begins, words, expected) => {
  const from = aPhone()
  for (const text of begins) {
    later()
    expect(await world.sms(from, text)).toEqual(whatHappened)
  }
  later(hour)
  await world.sms(from, words)
  expect(await world.report()).toMatchObject(expected)
  expect(await filed(words)).toHaveLength(1)
  later()
  await world.sms(from, `lampu jalan mati di gang ${words}`)
  expect(await world.report(), 'what comes later is a report like any other').toMatchObject({
    confidential: false,
    anonymous: false,
    own_door_id: null,
  })
})

test('the words of a later complaint count before those of the beginning', async () => {
  const from = aPhone()
  await world.sms(from, 'KOTKUPANG')
  later()
  await world.sms(from, 'ANONIM KOTSURABAYA kartu ibu saya tidak aktif')
  expect(await world.report()).toMatchObject({ anonymous: true, own_door_id: 'kota-surabaya' })
})

test('a wish for secrecy is kept through CEK and thanks, and forgotten after a day: no report is made of it', async () => {
  const from = aPhone()
  const before = (await filedReports(db)).length
  await world.sms(from, 'RAHASIA')
  for (const text of ['CEK', 'terima kasih', 'lapor', 'BARU']) {
    later()
    await world.sms(from, text)
  }
  expect(await filedReports(db)).toHaveLength(before)
  later()
  await world.sms(from, 'mandor proyek memalsukan absen')
  expect(await world.report()).toMatchObject({ confidential: true })
  await world.sms(from, 'LAPOR RAHASIA')
  later(25 * hour)
  await world.sweep()
  await world.sweep()
  await world.sms(from, 'selokan mampet di Fontein')
  expect(await world.report()).toMatchObject({ confidential: false })
  expect(await filedReports(db)).toHaveLength(before + 2)
})

test('after RAHASIA even what would answer an open question is the new complaint, and never shown in the open report', async () => {
  const from = aPhone()
  await world.sms(from, 'KOTKUPANG jembatan kayu lapuk di Naioni')
  const open = await world.report()
  await office.ask(open.id, 'Di sisi mana?')
  await world.work()
  later()
  expect(await world.sms(from, 'KOTKUPANG RAHASIA')).toEqual(whatHappened)
  later()
  await world.sms(from, 'bendahara dinas mengambil uang kas')
  expect(await world.report()).toMatchObject({ confidential: true, own_door_id: 'kota-kupang' })
  later()
  await world.sms(from, 'di sisi barat')
  const events = await db.owner.selectFrom('casework.event').select('text').where('report_id', '=', open.id).execute()
  expect(events.map(({ text }) => text)).toContain('di sisi barat')
  expect(JSON.stringify(events)).not.toContain('bendahara')
})

test.each(['banjir pak tolong', 'stop pungli', 'kebakaran', 'begal'])(
  'a word that tells something is never lost: %s is before the desk a day later',
  async (words) => {
    const from = aPhone()
    later()
    expect(await world.sms(from, words)).toEqual(whatHappened)
    expect(await filed(words)).toEqual([])
    later(25 * hour)
    await world.sweep()
    await world.sweep()
    expect(await filed(words)).toHaveLength(1)
  },
)

test('and whoever then says where, has said it in one report', async () => {
  const from = aPhone()
  await world.sms(from, 'longsor pak')
  later()
  await world.sms(from, 'di Takari dekat jembatan')
  later(25 * hour)
  await world.sweep()
  await world.sweep()
  expect((await filed('longsor')).map(({ text }) => text)).toEqual(['longsor pak\ndi Takari dekat jembatan'])
  expect(await filed('Takari')).toHaveLength(1)
})

test.each(['halo pak', 'tes', 'terima kasih', 'ok', 'p', '12', 'siapa ini', 'stpo', 'TOP', 'KOTKUPANG halo'])(
  'what tells nothing makes no report: %s',
  async (text) => {
    const before = (await filedReports(db)).length
    await world.sms(aPhone(), text)
    later(25 * hour)
    await world.sweep()
    await world.sweep()
    expect(await filedReports(db)).toHaveLength(before)
  },
)
