import { expect, test } from 'vitest'
import { lapseIfSilent } from '../../closing/lapse-if-silent.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { lastEvent } from '../../testing/events-of.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'

// Greetings, thanks, promises and questions about our question answer nothing, and are no reports; nor is it one to ask after a report.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
let phones = 0
const later = (hours = 1) => {
  world.clock.now = new Date(world.clock.now.getTime() + hours * 3_600_000)
}
const stageOf = async (id: string) =>
  (await db.owner.selectFrom('casework.report').select('stage').where('id', '=', id).executeTakeFirstOrThrow()).stage

async function filed() {
  const from = `+62823800${String(++phones).padStart(5, '0')}`
  later()
  await world.sms(from, `KOTKUPANG parit ke-${phones} di belakang pasar mampet`)
  const { id } = await world.report()
  later()
  return { from, id, all: (await filedReports(db)).length }
}
async function held() {
  const made = await filed()
  await office.ask(made.id, 'Di sebelah mana?')
  await world.work()
  later()
  return made
}
async function answered() {
  const made = await filed()
  await office.forward(made.id)
  await office.answer(made.id, 'Sudah dibersihkan.')
  await world.work()
  later()
  return made
}

test.each(['Selamat pagi', 'Assalamualaikum, selamat malam', 'terima kasih atas bantuannya'])(
  'to our question "%s" hears the question once more, and nothing is told',
  async (words) => {
    const { from, id } = await held()
    const before = await lastEvent(db, id)
    expect(await world.sms(from, words)).toEqual([expect.stringContaining('Kata petugas: Di sebelah mana?')])
    expect(await stageOf(id)).toBe('on_hold')
    expect(await lastEvent(db, id)).toEqual(before)
  },
)

test.each([
  'iya nanti saya kirim',
  'besok saya kabari',
  'maaf baru baca',
  'maaf saya tidak mengerti',
  'apa pertanyaannya',
  'maksudnya apa pak',
  'sudah seminggu belum ada kabar',
])('to our question "%s" is a note, which its officer reads, and the question is still open', async (words) => {
  const { from, id, all } = await held()
  expect(await world.sms(from, words)).toEqual([expect.stringContaining('Kata petugas: Di sebelah mana?')])
  expect(await lastEvent(db, id)).toEqual({ move: 'note', text: words })
  expect([await stageOf(id), (await filedReports(db)).length]).toEqual(['on_hold', all])
  later()
  await world.sms(from, 'di depan masjid')
  expect(await lastEvent(db, id)).toEqual({ move: 'complete', text: 'di depan masjid' })
})

test.each([
  'terima kasih, mohon segera ditindaklanjuti',
  'Terima kasih pak, kami tunggu tindak lanjutnya',
  'sudah seminggu belum ada kabar',
  'laporan saya sudah masuk belum?',
])('after the receipt "%s" is a note on the report, and no second one', async (words) => {
  const { from, id, all } = await filed()
  expect(await world.sms(from, words)).toEqual([expect.stringContaining('Menunggu verifikasi')])
  expect(await lastEvent(db, id)).toEqual({ move: 'note', text: words })
  expect(await filedReports(db)).toHaveLength(all)
})

test.each([
  'terima kasih atas bantuannya',
  'Terima kasih banyak pak sudah dibantu',
  'makasih ya semoga sukses',
  'sdh bagus skrg pak mksh',
])('after YA "%s" opens nothing, and is no report', async (words) => {
  const { from, id, all } = await answered()
  await world.sms(from, 'YA')
  later()
  expect(await world.sms(from, words)).toHaveLength(1)
  later(25)
  await world.sweep()
  expect([await stageOf(id), (await filedReports(db)).length]).toEqual(['closed', all])
})

test('to ask after what is closed is asked about: BALAS opens it, and unanswered for a day it is a note, never a report', async () => {
  const words = 'kenapa belum diperbaiki juga'
  for (const [answer, move, stage] of [
    ['BALAS', 'reopen', 'in_progress'],
    [undefined, 'note', 'closed'],
  ] as const) {
    const { from, id, all } = await answered()
    await world.sms(from, 'YA')
    later()
    expect(await world.sms(from, words)).toEqual([expect.stringContaining('Cukup kirim BALAS')])
    if (answer) await world.sms(from, answer)
    else later(25)
    await world.sweep()
    await world.sweep()
    expect(await lastEvent(db, id)).toEqual({ move, text: words })
    expect([await stageOf(id), (await filedReports(db)).length]).toEqual([stage, all])
  }
})

test('what silence has closed asks for no YA, and YA hears how it stands', async () => {
  const { from, id } = await answered()
  later(20 * 24)
  const setting = { rules: await world.taking.rules(), directory: await world.taking.directory(), now: world.clock.now }
  await as(db.worker, system, (tx) => lapseIfSilent(tx, system, id, setting))
  await world.work()
  for (const words of ['terima kasih', 'YA'])
    expect(await world.sms(from, words)).toEqual([expect.stringContaining(': Selesai. Kata petugas')])
})
