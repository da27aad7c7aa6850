import { expect, test } from 'vitest'
import { type Holiday, makeCalendar } from './calendar.ts'
import { end, pause, resume, start } from './clocks.ts'
import type { Day } from './day.ts'
import { formatRange, type Locale, mergeDays } from './day-words.ts'
import { dueOf } from './due.ts'
import { explainDeadline, formatDue } from './explain.ts'
import { holidays2026, jakarta, kupang } from './testing/holidays-2026.ts'
import { movedBy, whyMoved } from './why-moved.ts'

const calendar = makeCalendar({ holidays: holidays2026 })
const answer = start('answer', 5, '2026-01-14', jakarta)

test.each([
  ['id', "tenggat Kamis 22 Januari 2026 — melewati 16 Jan (Isra Mi'raj), 17–18 Jan (akhir pekan)"],
  ['en', "due Thursday 22 January 2026 — skipping 16 Jan (Isra Mi'raj), 17–18 Jan (weekend)"],
] as [Locale, string][])('a deadline says (%s): %s', (locale, sentence) => {
  expect(explainDeadline(answer, calendar, locale)).toBe(sentence)
})

test('a deadline without a day off is said without reasons', () => {
  expect(explainDeadline(start('verify', 3, '2026-01-12', jakarta), calendar, 'id')).toBe(
    'tenggat Kamis 15 Januari 2026',
  )
})

test('a long feast is named as ranges, weekends under it too', () => {
  expect(explainDeadline(start('verify', 3, '2026-03-16', jakarta), calendar, 'id')).toBe(
    'tenggat Kamis 26 Maret 2026 — melewati 18 Mar (Cuti Bersama Nyepi), 19 Mar (Nyepi), 20 Mar (Cuti Bersama Idul Fitri), ' +
      '21–22 Mar (Idul Fitri), 23–24 Mar (Cuti Bersama Idul Fitri)',
  )
})

test('a pause is told while it lasts, and after it', () => {
  const paused = pause(answer, '2026-01-19')
  expect(explainDeadline(paused, calendar, 'id')).toBe(
    'penghitungan berhenti sejak Senin 19 Januari 2026, tersisa 3 hari kerja',
  )
  expect(explainDeadline(paused, calendar, 'en')).toBe(
    'the count stopped on Monday 19 January 2026 with 3 working days left',
  )
  expect(explainDeadline(resume(paused, '2026-01-21', jakarta), calendar, 'id')).toBe(
    "tenggat Senin 26 Januari 2026 — melewati 16 Jan (Isra Mi'raj), 17–18 Jan (akhir pekan), 24–25 Jan (akhir pekan); penghitungan berhenti 20–21 Jan",
  )
})

test('a deadline missed before a pause stays named', () => {
  const late = { ...resume(pause(answer, '2026-01-26'), '2026-01-26', jakarta), overdueAt: '2026-01-22' as const }
  expect(explainDeadline(late, calendar, 'id')).toContain('; lewat tenggat sejak Kamis 22 Januari 2026')
})

test('a year without a decree is named', () => {
  const clock = start('lapse', 10, '2026-12-21', kupang)
  expect(explainDeadline(clock, calendar, 'id')).toMatch(
    /^tenggat Rabu 6 Januari 2027 — melewati 24 Des 2026 \(Cuti.*2–3 Jan \(akhir pekan\); /,
  )
  expect(explainDeadline(clock, calendar, 'id')).toMatch(/; libur nasional dan cuti bersama 2027 belum ditetapkan$/)
  expect(explainDeadline(clock, calendar, 'en')).toMatch(
    /; national holidays and collective leave for 2027 are not decided yet$/,
  )
})

test('the window for reopening is in calendar days', () => {
  expect(explainDeadline(start('reopen', 14, '2026-01-14', kupang), calendar, 'id')).toBe(
    'tenggat Rabu 28 Januari 2026 — 14 hari kalender',
  )
})

test('the hour of a deadline is 24:00 where the office is', () => {
  expect(formatDue({ dueDay: '2026-01-22', zone: 'Asia/Makassar' }, 'id')).toBe(
    'Kamis 22 Januari 2026 pukul 24.00 WITA',
  )
  expect(formatDue({ dueDay: '2026-01-22', zone: 'Asia/Jayapura' }, 'en')).toBe('Thursday 22 January 2026 at 24:00 WIT')
})

test.each([
  ['2026-01-16', '2026-01-16', '16 Jan'],
  ['2026-01-17', '2026-01-18', '17–18 Jan'],
  ['2026-01-30', '2026-02-01', '30 Jan–1 Feb'],
  ['2026-12-31', '2027-01-03', '31 Des–3 Jan 2027'],
  ['2025-12-25', '2025-12-26', '25–26 Des 2025'],
] as [Day, Day, string][])('from %s to %s is "%s" to a reader of 2026', (from, to, text) => {
  expect(formatRange(from, to, 'id', 2026)).toBe(text)
})

test('only neighbours with the same name become a range', () => {
  const days = (['2026-01-17', '2026-01-18', '2026-01-24'] as Day[]).map((day) => ({ day, label: 'akhir pekan' }))
  expect(mergeDays(days).map(({ from, to }) => [from, to])).toEqual([
    ['2026-01-17', '2026-01-18'],
    ['2026-01-24', '2026-01-24'],
  ])
})

test('a deadline that moves says from where, to where and why', () => {
  const feast: Holiday = { day: '2026-01-20', name: 'Pilkada', kind: 'national', scope: null }
  const more = makeCalendar({ holidays: [...holidays2026, feast] })
  const later = movedBy(answer, calendar, more)
  expect(later && whyMoved(later, 'id')).toBe(
    'Tenggat mundur dari Kamis 22 Januari 2026 ke Jumat 23 Januari 2026: 20 Jan (Pilkada) kini libur.',
  )
  const earlier = movedBy(answer, more, calendar)
  expect(earlier && whyMoved(earlier, 'id')).toBe(
    'Tenggat maju dari Jumat 23 Januari 2026 ke Kamis 22 Januari 2026: 20 Jan (Pilkada) kini hari kerja.',
  )
  expect(earlier && whyMoved(earlier, 'en')).toBe(
    'The deadline moved to an earlier day, from Friday 23 January 2026 to Thursday 22 January 2026: 20 Jan (Pilkada) is now working time.',
  )
})

test('a calendar change elsewhere moves nothing, and an ended clock never moves', () => {
  const closure: Holiday = { day: '2026-01-20', name: 'HUT Kota', kind: 'closure', scope: 'kota-kupang' }
  const more = makeCalendar({ holidays: [...holidays2026, closure] })
  expect(movedBy(answer, calendar, more)).toBe(null)
  const ended = { ...end(start('answer', 5, '2026-01-14', kupang), '2026-01-21'), settled: '2026-01-22' as const }
  expect(movedBy(ended, calendar, more)).toBe(null)
  expect(dueOf(ended, more).dueDay).toBe('2026-01-22')
})
