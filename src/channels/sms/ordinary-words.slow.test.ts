import { expect, test } from 'vitest'
import { lapseIfSilent } from '../../closing/lapse-if-silent.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { dedi } from '../../testing/cast.ts'
import { eventsOf, lastEvent } from '../../testing/events-of.ts'
import { archiveReport } from '../../verification/archive-report.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'

// What somebody says about a report with its number, with BALAS, or to the question that is open is never swallowed: it is a reply, or a note.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)

let phones = 0
const aPhone = () => `+62823900${String(++phones).padStart(5, '0')}`
const minute = 60_000
const day = 24 * 60 * minute
function later(ms = minute) {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}
const stageOf = async (id: string) =>
  (await db.owner.selectFrom('casework.report').select('stage').where('id', '=', id).executeTakeFirstOrThrow()).stage
const setting = async () => ({
  rules: await world.taking.rules(),
  directory: await world.taking.directory(),
  now: world.clock.now,
})

async function aReport(from: string) {
  later()
  await world.sms(
    from,
    `KOTKUPANG selokan nomor ${phones}${Math.round(world.clock.now.getTime() / minute)} mampet, air menggenang`,
  )
  return world.report()
}
async function inWork(from: string) {
  const report = await aReport(from)
  await office.forward(report.id)
  await world.work()
  later()
  return report
}
async function answered(from: string) {
  const report = await inWork(from)
  await office.answer(report.id, 'Sudah dibersihkan')
  await world.work()
  later()
  return report
}
async function held(from: string, question = 'Di sebelah mana?') {
  const report = await aReport(from)
  await office.ask(report.id, question)
  await world.work()
  later()
  return report
}
async function archived(from: string) {
  const report = await aReport(from)
  const input = { reason: 'unclear', note: 'Kurang jelas' } as const
  await as(db.web, dedi, async (tx) => archiveReport(tx, dedi, report.id, input, await setting()))
  await world.work()
  later()
  return report
}
async function daysOfSilence(id: string, days: number) {
  later(days * day)
  await as(db.worker, system, async (tx) => lapseIfSilent(tx, system, id, await setting()))
}
const noted = [expect.stringContaining('kami terima')]

test.each([
  'saya keberatan dengan alasan itu',
  'lokasinya di RT 3 dan RT 4',
  'keberatan, semua warga sangat terdampak',
])('BALAS with the number of an archived report and "%s" objects', async (words) => {
  const from = aPhone()
  const { id, tracking_id } = await archived(from)
  await world.sms(from, `BALAS ${tracking_id} ${words}`)
  expect(await lastEvent(db, id)).toEqual({ move: 'object', text: words })
})

test('an objection to what was archived needs no number; where it may be about something else it is asked about, and is one when nobody says', async () => {
  const from = aPhone()
  const { id } = await archived(from)
  await world.sms(from, 'saya tidak setuju laporan saya diarsipkan')
  expect((await lastEvent(db, id)).move).toBe('object')
  const other = aPhone()
  const { id: asked } = await archived(other)
  expect(await world.sms(other, 'keberatan, selokan memang mampet parah')).toEqual([
    expect.stringContaining('Cukup kirim BALAS'),
  ])
  later(day + minute)
  await world.sweep()
  expect((await lastEvent(db, asked)).move).toBe('object')
})

test.each(['petugas datang dan langsung pergi', 'sekarang airnya keluar cuma malam'])(
  'BALAS with the number of a closed report and "%s" opens it again, and of an answered one is a reply',
  async (words) => {
    const from = aPhone()
    const closed = await answered(from)
    await world.sms(from, 'YA')
    later()
    await world.sms(from, `BALAS ${closed.tracking_id} ${words}`)
    expect(await lastEvent(db, closed.id)).toEqual({ move: 'reopen', text: words })
    const open = await answered(from)
    await world.sms(from, `BALAS ${open.tracking_id} ${words}`)
    expect(await lastEvent(db, open.id)).toEqual({ move: 'reply', text: words })
  },
)

test('thanks and praise open nothing that is closed: praise is a note, thanks alone nothing', async () => {
  const from = aPhone()
  const { id, tracking_id } = await answered(from)
  await world.sms(from, 'YA')
  later()
  const before = await lastEvent(db, id)
  await world.sms(from, `BALAS ${tracking_id} terima kasih`)
  expect(await lastEvent(db, id)).toEqual(before)
  later()
  await world.sms(from, `BALAS ${tracking_id} mantap, terima kasih pak, selokannya sudah bersih`)
  expect((await lastEvent(db, id)).move).toBe('note')
  expect(await stageOf(id)).toBe('closed')
})

test.each([
  ['Pagi atau malam?', 'malam'],
  ['Siapa yang jatuh?', 'ibu saya'],
  ['Kapan bisa ditemui?', 'nanti sore'],
  ['Boleh petugas datang besok?', 'BALAS ok'],
  ['Boleh petugas datang besok?', 'BALAS baik pak'],
  ['Siapa yang jatuh?', 'BALAS ibu saya'],
] as const)('to "%s" the answer is "%s"', async (question, words) => {
  const from = aPhone()
  const { id } = await held(from, question)
  await world.sms(from, words)
  expect(await lastEvent(db, id)).toEqual({ move: 'complete', text: words.replace('BALAS ', '') })
})

test('"baik pak" hears the question once more, and is the answer when nothing else comes for a day', async () => {
  const from = aPhone()
  const { id } = await held(from, 'Boleh petugas datang besok?')
  expect(await world.sms(from, 'baik pak')).toEqual([expect.stringContaining('Boleh petugas datang besok?')])
  expect(await stageOf(id)).toBe('on_hold')
  later(day + minute)
  await world.sweep()
  expect(await lastEvent(db, id)).toEqual({ move: 'complete', text: 'baik pak' })
})

test('"baik pak" before the answer itself is told with it', async () => {
  const from = aPhone()
  const { id } = await held(from)
  await world.sms(from, 'baik pak')
  later()
  await world.sms(from, 'di depan masjid')
  const events = await eventsOf(db, id)
  expect(events).toEqual(
    expect.arrayContaining([
      { move: 'complete', text: 'di depan masjid' },
      { move: 'note', text: 'baik pak' },
    ]),
  )
})

test.each([
  'BELUM ada air sampai sekarang',
  'BELUM jalan di depan pasar masih berlubang dan becek kalau hujan',
  'BELUM dibersihkan masih bau busuk sampai sekarang pak',
  'bansos belum saya terima',
  'belum cair',
])('%s is the reply, and its office reads every word', async (words) => {
  const from = aPhone()
  const { id } = await answered(from)
  expect(await world.sms(from, words)).toEqual(noted)
  expect(await lastEvent(db, id)).toEqual({ move: 'reply', text: words })
})

test('what begins with belum is asked about where it may be a new complaint, and is the reply when nobody says for a day: the report is not closed over it', async () => {
  const from = aPhone()
  const { id } = await answered(from)
  const before = (await filedReports(db)).length
  await world.sms(from, 'belum ada air bersih di desa kami')
  later(day + minute)
  await world.sweep()
  expect((await lastEvent(db, id)).move).toBe('reply')
  expect(await filedReports(db)).toHaveLength(before)
  await daysOfSilence(id, 30)
  expect(await stageOf(id)).toBe('in_progress')
})

test.each(['BELUM', 'tidak'])(
  '%s said twice is a reply without a reason, and once is when nothing else comes',
  async (word) => {
    const from = aPhone()
    const { id } = await answered(from)
    await world.sms(from, word)
    expect(await stageOf(id)).toBe('answered')
    later()
    await world.sms(from, word)
    await world.work()
    expect(await lastEvent(db, id)).toEqual({ move: 'reply', text: 'Belum selesai (tanpa alasan).' })
    const other = await answered(from)
    await world.sms(from, word)
    later(day + minute)
    await world.sweep()
    expect((await lastEvent(db, other.id)).move).toBe('reply')
  },
)

test('BELUM, and then why, is one reply; BELUM, and then YA, closes', async () => {
  const from = aPhone()
  const { id } = await answered(from)
  await world.sms(from, 'BELUM')
  later()
  await world.sms(from, 'airnya masih hitam di ujung gang')
  expect(await lastEvent(db, id)).toEqual({ move: 'reply', text: 'airnya masih hitam di ujung gang' })
  later(day + minute)
  await world.sweep()
  expect((await lastEvent(db, id)).move).toBe('reply')
  const other = await answered(from)
  await world.sms(from, 'BELUM')
  later()
  await world.sms(from, 'YA')
  expect(await stageOf(other.id)).toBe('closed')
})

test.each([['YA #, @ masih bau'], ['YA # sedangkan @ masih rusak'], ['#, @ belum']])(
  '"%s" is asked about, and does nothing to either',
  async (form) => {
    const from = aPhone()
    const [one, two] = [await answered(from), await answered(from)]
    const text = form.replace('#', one.tracking_id).replace('@', two.tracking_id)
    expect(await world.sms(from, text)).toEqual([expect.stringContaining('laporan yang mana?')])
    expect([await stageOf(one.id), await stageOf(two.id)]).toEqual(['answered', 'answered'])
  },
)

test('"YA <one>, <other> belum" answers no question of two that are held; "RAHASIA <one>, <other> jangan" hides neither', async () => {
  const from = aPhone()
  const [one, two] = [await held(from), await held(from)]
  await world.sms(from, `YA ${one.tracking_id}, ${two.tracking_id} belum`)
  expect([await stageOf(one.id), await stageOf(two.id)]).toEqual(['on_hold', 'on_hold'])
  await world.sms(from, `RAHASIA ${one.tracking_id}, ${two.tracking_id} jangan`)
  const hidden = await db.owner
    .selectFrom('casework.report')
    .select('confidential')
    .where('id', 'in', [one.id, two.id])
    .execute()
  expect(hidden).toEqual([{ confidential: false }, { confidential: false }])
})

test('"YA <one> RAHASIA <other>" hides only the other', async () => {
  const from = aPhone()
  const [one, two] = [await answered(from), await answered(from)]
  await world.sms(from, `YA ${one.tracking_id} RAHASIA ${two.tracking_id}`)
  const rows = await db.owner
    .selectFrom('casework.report')
    .select(['id', 'stage', 'confidential'])
    .where('id', 'in', [one.id, two.id])
    .execute()
  expect(rows).toEqual(
    expect.arrayContaining([
      { id: one.id, stage: 'closed', confidential: false },
      { id: two.id, stage: 'answered', confidential: true },
    ]),
  )
})

test('of two numbers the SMS names the one that was refused; hidden already is hidden', async () => {
  const from = aPhone()
  const [one, two] = [await answered(from), await inWork(from)]
  expect(await world.sms(from, `YA ${one.tracking_id} ${two.tracking_id}`)).toEqual([
    expect.stringContaining(two.tracking_id),
  ])
  expect(await stageOf(one.id)).toBe('closed')
  await world.sms(from, `RAHASIA ${two.tracking_id}`)
  later()
  const [three] = [await inWork(from)]
  expect(await world.sms(from, `RAHASIA ${two.tracking_id} ${three.tracking_id}`)).toEqual([
    expect.stringContaining('semua laporan'),
  ])
})

test('CEK with two numbers tells how both stand', async () => {
  const from = aPhone()
  const [one, two] = [await inWork(from), await inWork(from)]
  const heard = await world.sms(from, `CEK ${one.tracking_id} ${two.tracking_id}`)
  expect(heard).toEqual([expect.stringContaining(one.tracking_id), expect.stringContaining(two.tracking_id)])
})

test.each(['BALAS YA', 'BALAS BELUM'])(
  '%s where one is answered and another held asks which is meant',
  async (words) => {
    const from = aPhone()
    const [one, two] = [await answered(from), await held(from)]
    expect(await world.sms(from, words)).toEqual([expect.stringContaining('laporan yang mana?')])
    expect([await stageOf(one.id), await stageOf(two.id)]).toEqual(['answered', 'on_hold'])
  },
)

test.each(['sudah selesai', 'sudah diperbaiki terima kasih'])(
  'with the number of a report in work "%s" is a note',
  async (words) => {
    const from = aPhone()
    const { id, tracking_id } = await inWork(from)
    expect(await world.sms(from, `BALAS ${tracking_id} ${words}`)).toEqual(noted)
    expect(await lastEvent(db, id)).toEqual({ move: 'note', text: words })
  },
)

test('the second SMS of one answer joins it; what may be a new complaint is filed, and a place hours later asked about', async () => {
  const from = aPhone()
  const { id } = await held(from)
  await world.sms(from, 'di depan masjid')
  later()
  expect(await world.sms(from, 'dekat pasar juga')).toEqual(noted)
  expect(await lastEvent(db, id)).toEqual({ move: 'note', text: 'dekat pasar juga' })
  later()
  const before = (await filedReports(db)).length
  expect(await world.sms(from, 'pohon beringin besar sekali')).toEqual([expect.stringContaining('Laporan baru?')])
  await world.sms(from, 'BALAS')
  expect(await filedReports(db)).toHaveLength(before)
  later()
  await world.sms(from, 'lampu jalan mati di Oesapa')
  expect(await filedReports(db)).toHaveLength(before + 1)
  later(2 * 60 * minute)
  expect(await world.sms(from, 'dekat terminal bus antarkota'), 'a place, and no trouble').toEqual([
    expect.stringContaining('Untuk laporan yang mana?'),
  ])
  expect(await filedReports(db)).toHaveLength(before + 1)
})
