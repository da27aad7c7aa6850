import { expect, test } from 'vitest'
import { makeCalendar } from './calendar.ts'
import { type Clock, end, pause, resume, start } from './clocks.ts'
import { type Day, daysBetween } from './day.ts'
import { type RibbonSource, ribbonModel } from './ribbon-model.ts'
import { countWorkingDays } from './working-days.ts'
import { holidays2026, jakarta, kupang } from './testing/holidays-2026.ts'

const calendar = makeCalendar({
  holidays: [...holidays2026, { day: '2026-01-20', name: 'HUT Kota', kind: 'closure', scope: 'kota-kupang' }],
})
const verified = { ...end(start('verify', 3, '2026-01-13', jakarta), '2026-01-14'), settled: '2026-01-19' as const }
const clocks: Clock[] = [verified, start('answer', 5, '2026-01-14', jakarta)]
const events = [
  { move: 'submit', at: new Date('2026-01-13T09:00:00+07:00') },
  { move: 'forward', at: new Date('2026-01-14T10:00:00+07:00') },
  { move: 'assign', at: new Date('2026-01-14T11:00:00+07:00') },
] as const

function ribbon(source: Partial<RibbonSource> & { now: Date }) {
  return ribbonModel({ clocks, stage: 'in_progress', events, calendar, locale: 'id', ...source })
}

test('the ribbon runs from receipt to deadline, weekends and holidays told apart', () => {
  const { days, spans, dots, flag } = ribbon({ now: new Date('2026-01-15T12:00:00+07:00') })
  expect(days.map((day) => day.day.slice(8) + day.kind[0] + (day.today ? '!' : '')).join(' ')).toBe(
    '13w 14w 15w! 16h 17w 18w 19w 20w 21w 22w',
  )
  expect(days.filter((day) => day.kind !== 'working').map((day) => day.name)).toEqual(["Isra Mi'raj", null, null])
  expect(spans).toEqual([
    {
      clock: 'verify',
      from: '2026-01-13',
      to: '2026-01-14',
      open: false,
      overdue: false,
      before: 0,
      due: '2026-01-19',
    },
    { clock: 'answer', from: '2026-01-14', to: '2026-01-22', open: true, overdue: false, before: 0, due: '2026-01-22' },
  ])
  expect(dots).toEqual([
    { day: '2026-01-13', moves: ['submit'] },
    { day: '2026-01-14', moves: ['forward', 'assign'] },
  ])
  expect(flag).toEqual({ day: '2026-01-22', at: new Date('2026-01-22T17:00:00Z'), clock: 'answer', overdue: false })
})

test.each([
  ['2026-01-14T12:00:00+07:00', "5 hari kerja, dihitung mulai Kamis 15 Januari 2026; Jumat libur Isra Mi'raj"],
  ['2026-01-15T12:00:00+07:00', "hari kerja ke-1 dari 5; Jumat libur Isra Mi'raj"],
  ['2026-01-20T12:00:00+07:00', 'hari kerja ke-3 dari 5'],
  ['2026-01-22T23:59:00+07:00', 'hari kerja ke-5 dari 5'],
  ['2026-01-23T12:00:00+07:00', 'lewat tenggat 1 hari kerja'],
  ['2026-01-24T12:00:00+07:00', 'lewat tenggat 1 hari kerja'],
])('at %s the ribbon says "%s"', (now, text) => {
  expect(ribbon({ now: new Date(now) }).text).toBe(`${text}; tenggat Kamis 22 Januari 2026`)
})

test('the ribbon speaks English as well', () => {
  const now = new Date('2026-01-15T12:00:00+07:00')
  expect(ribbon({ now, locale: 'en' }).text).toBe(
    "working day 1 of 5; Friday is off: Isra Mi'raj; due Thursday 22 January 2026",
  )
})

test('an overdue span is drawn out to today, and the closure of the office is named', () => {
  const answer = start('answer', 5, '2026-01-14', kupang)
  const { days, spans, flag } = ribbon({ clocks: [answer], now: new Date('2026-01-28T12:00:00+08:00') })
  expect(spans).toMatchObject([{ from: '2026-01-14', to: '2026-01-28', open: true, overdue: true, due: '2026-01-23' }])
  expect([flag?.day, flag?.overdue, days.at(-1)?.day]).toEqual(['2026-01-23', true, '2026-01-28'])
  expect(days.find((day) => day.day === '2026-01-20')?.name).toBe('HUT Kota')
})

test('a pause leaves a gap between two spans of the same clock', () => {
  const answer = resume(pause(start('answer', 5, '2026-01-14', jakarta), '2026-01-15'), '2026-01-20', jakarta)
  const { spans } = ribbon({ clocks: [verified, answer], now: new Date('2026-01-20T12:00:00+07:00') })
  expect(spans.map(({ from, to, before, due }) => [from, to, before, due])).toEqual([
    ['2026-01-13', '2026-01-14', 0, '2026-01-19'],
    ['2026-01-14', '2026-01-15', 0, '2026-01-22'],
    ['2026-01-20', '2026-01-26', 1, '2026-01-26'],
  ])
})

test('a year of neglect is folded, and nothing that is drawn is folded away', () => {
  const now = new Date('2026-12-31T12:00:00+07:00')
  const { days, spans, dots, flag } = ribbon({ now })
  const shown = new Set(days.map((day) => day.day))
  const marks = [...spans.flatMap((span) => [span.from, span.to]), ...dots.map((dot) => dot.day), flag?.day]
  expect(marks.every((day) => day && shown.has(day))).toBe(true)
  expect(days.length).toBeLessThan(30)
  const leftOut = days.reduce((sum, day) => sum + day.leftOut, 0)
  expect(leftOut + days.length).toBe(daysBetween('2026-01-13', '2026-12-31') + 1)
})

const now = new Date('2026-01-20T12:00:00+07:00')
const drawnFrom = (days: { day: string }[]) => days[0]?.day

test.each(['2099-01-01T00:00:00Z', '9999-12-31T00:00:00Z'])(
  'an event of %s, that has not come yet, is not drawn',
  (at) => {
    const { days, dots, text } = ribbon({ now, events: [...events, { move: 'note', at: new Date(at) }] })
    expect([days.at(-1)?.day, dots.length]).toEqual(['2026-01-22', 2])
    expect(text).not.toContain('pita')
  },
)

test('filed in the year 150, the ribbon begins with what we know, and says so', () => {
  const { days, dots, text } = ribbon({ now, events: [{ move: 'submit', at: new Date('0150-01-01T00:00:00Z') }] })
  expect([drawnFrom(days), dots]).toEqual(['2026-01-11', []])
  expect(text).toMatch(/; pita dimulai Minggu 11 Januari 2026, yang lebih lama ada di riwayat$/)
})

test('three years with a note every day: the latest two hundred days are drawn, counted on from those before', () => {
  const then = new Date('2028-12-29T12:00:00+07:00')
  const notes = Array.from({ length: 1_080 }, (_, n) => ({
    move: 'note' as const,
    at: new Date(Date.parse('2026-01-14T05:00:00Z') + n * 86_400_000),
  }))
  const { days, spans, dots, flag, text } = ribbon({ now: then, events: notes })
  expect(days).toHaveLength(200)
  expect(dots.length).toBeLessThanOrEqual(200)
  const whole = countWorkingDays('2026-01-14', drawnFrom(days) as Day, calendar, jakarta.scope)
  expect(spans).toEqual([expect.objectContaining({ clock: 'answer', from: drawnFrom(days), before: whole })])
  expect([flag?.day, flag?.overdue]).toEqual(['2026-01-22', true])
  expect(text).toContain('pita dimulai')
})

test('a finished life ends where it ended, and says that nothing runs', () => {
  const over = clocks.map((clock) => (clock.state === 'running' ? end(clock, '2026-01-19') : clock))
  const { days, flag, text } = ribbon({ clocks: over, stage: 'withdrawn', now: new Date('2026-06-01') })
  expect([days.at(-1)?.day, flag, text]).toEqual(['2026-01-19', null, 'tidak ada tenggat yang berjalan'])
})

test('a report without clocks and events still has a day', () => {
  const { days } = ribbon({ clocks: [], events: [], stage: 'archived', now: new Date('2026-01-15T12:00:00+07:00') })
  expect(days).toEqual([{ day: '2026-01-15', kind: 'working', name: null, today: true, leftOut: 0, leftOutWorking: 0 }])
})
