import { expect, test } from 'vitest'
import type { Move, Stage } from '../lifecycle.ts'
import { advance, currentClock, mayHold } from './advance.ts'
import { makeCalendar } from './calendar.ts'
import { type Clock, nationalDesk, type Office } from './clocks.ts'
import type { Day } from './day.ts'
import { dueOf, progressOf } from './due.ts'
import { defaultPolicy } from './policy.ts'
import { holidays2026, jakarta, jayapura, kupang } from './testing/holidays-2026.ts'

const calendar = makeCalendar({ holidays: holidays2026 })

type Told = [move: Move, to: Stage, at: string, office?: Office]

/** The clocks after a story; each step is a move, where it leads, an instant, and the office it concerns. */
function after(...story: Told[]): Clock[] {
  let from: Stage | 'none' = 'none'
  let clocks: Clock[] = []
  for (const [move, to, at, office] of story) {
    clocks = advance(
      clocks,
      { move, from, to, at: new Date(at), office: office ?? nationalDesk },
      defaultPolicy,
      calendar,
    )
    from = to
  }
  return clocks
}

function dueIn(clocks: Clock[], stage: Stage): Day | null {
  const clock = currentClock(clocks, stage)
  return clock && dueOf(clock, calendar).dueDay
}

const filed: Told = ['submit', 'received', '2026-01-13T09:00:00+07:00']
const forwarded: Told = ['forward', 'forwarded', '2026-01-14T10:00:00+07:00', jakarta]
const answered: Told = ['answer', 'answered', '2026-01-21T10:00:00+07:00', jakarta]

test('a report filed on Tuesday is to be verified by Monday when Friday is a holiday', () => {
  expect(dueIn(after(filed), 'received')).toBe('2026-01-19')
})

test('forwarded on Wednesday 14 January 2026 in Jakarta, B ends on Thursday 22 January at 24:00 WIB', () => {
  const clock = currentClock(after(filed, forwarded), 'forwarded') as Clock
  const due = dueOf(clock, calendar)
  expect([due.dueDay, due.dueAt.toISOString()]).toEqual(['2026-01-22', '2026-01-22T17:00:00.000Z'])
  expect(progressOf(clock, calendar, new Date('2026-01-22T23:59:59+07:00')).overdue).toBe(false)
  expect(progressOf(clock, calendar, new Date('2026-01-23T00:00:00+07:00')).overdue).toBe(true)
})

test.each([
  ['2026-01-14T23:59:00+07:00', jakarta, '2026-01-22'],
  ['2026-01-15T00:00:00+07:00', jakarta, '2026-01-23'],
  ['2026-01-14T23:59:00+07:00', kupang, '2026-01-23'],
  ['2026-01-14T22:59:00+07:00', kupang, '2026-01-22'],
  ['2026-01-14T22:00:00+07:00', jayapura, '2026-01-23'],
  ['2026-01-14T21:59:00+07:00', jayapura, '2026-01-22'],
  ['2026-01-16T12:00:00+07:00', jakarta, '2026-01-23'],
] as [string, Office, Day][])('forwarded at %s to %o, B ends on %s', (at, office, due) => {
  expect(dueIn(after(filed, ['forward', 'forwarded', at, office]), 'forwarded')).toBe(due)
})

test('disposition, progress, notes and a unit handing back leave B running', () => {
  const clocks = after(filed, forwarded)
  for (const move of [
    'assign',
    'report_progress',
    'hand_back',
    'note',
    'escalate',
    'raise_secrecy',
    'lower_secrecy',
    'redact',
  ] as const) {
    const event = { move, from: 'forwarded', to: 'in_progress', at: new Date('2026-01-20'), office: kupang } as const
    expect(advance(clocks, event, defaultPolicy, calendar)).toEqual(clocks)
  }
})

test('a hold pauses B, gives the reporter ten working days, and B goes on with what was left', () => {
  const held: Told = ['hold', 'on_hold', '2026-01-19T15:00:00+07:00', jakarta]
  const clocks = after(filed, forwarded, held)
  expect(dueIn(clocks, 'on_hold')).toBe('2026-02-02')
  const completed = after(filed, forwarded, held, ['complete', 'forwarded', '2026-01-26T08:00:00+07:00', jakarta])
  expect(dueIn(completed, 'forwarded')).toBe('2026-01-29')
  expect([mayHold(after(filed, forwarded), 'forwarded'), mayHold(completed, 'forwarded')]).toEqual([true, false])
})

test('a hold after the deadline does not make B punctual again', () => {
  const clocks = after(
    filed,
    forwarded,
    ['hold', 'on_hold', '2026-01-26T10:00:00+07:00', jakarta],
    ['complete', 'forwarded', '2026-01-28T10:00:00+07:00', jakarta],
  )
  const clock = currentClock(clocks, 'forwarded') as Clock
  expect([clock.overdueAt, dueOf(clock, calendar).dueDay]).toEqual(['2026-01-22', '2026-01-28'])
  const progress = progressOf(clock, calendar, new Date('2026-01-28T12:00:00+07:00'))
  expect([progress.overdue, progress.overdueWorkingDays]).toEqual([true, 2])
})

test.each([
  ['2026-01-22T23:59:59+07:00', undefined],
  ['2026-01-23T00:00:00+07:00', '2026-01-22'],
])('answered at %s, B has missed: %s', (at, missed) => {
  expect(after(filed, forwarded, ['answer', 'answered', at, jakarta])[1]?.overdueAt).toBe(missed)
})

test('the day of a pause is that of the office that pauses, and a day is never taken twice', () => {
  const inJayapura: Told = ['hold', 'on_hold', '2026-01-14T22:30:00+07:00', jayapura]
  const held = after(filed, inJayapura)
  expect(held.map((clock) => clock.spans[0])).toMatchObject([
    { to: '2026-01-15' },
    { from: '2026-01-15', zone: 'Asia/Jayapura' },
  ])
  const soon = after(filed, inJayapura, ['complete', 'received', '2026-01-14T23:30:00+07:00', jayapura])
  expect([soon[0]?.spans[1]?.from, dueIn(soon, 'received')]).toEqual(['2026-01-15', '2026-01-19'])
})

test('a returned report has at least one working day at the desk, and the next office a new B', () => {
  const returned: Told = ['return', 'received', '2026-01-22T10:00:00+08:00']
  const late: Told = ['forward', 'forwarded', '2026-01-19T20:00:00+07:00', kupang]
  const clocks = after(filed, late, returned)
  expect([dueIn(clocks, 'received'), clocks.map((clock) => clock.state)]).toEqual(['2026-01-23', ['running', 'ended']])
  expect(
    dueIn(after(filed, late, returned, ['forward', 'forwarded', '2026-01-23T10:00:00+07:00', kupang]), 'forwarded'),
  ).toBe('2026-01-30')
})

test('a reporter who objects to archiving gives A back with what was left', () => {
  const archived: Told = ['archive', 'archived', '2026-01-14T10:00:00+07:00']
  expect(currentClock(after(filed, archived), 'archived')).toBe(null)
  expect(dueIn(after(filed, archived, ['object', 'received', '2026-01-19T10:00:00+07:00']), 'received')).toBe(
    '2026-01-21',
  )
})

test('an answer gives the reporter ten working days where the office is, and a reply a new B', () => {
  expect(dueIn(after(filed, forwarded, answered), 'answered')).toBe('2026-02-04')
  const replied = after(filed, forwarded, answered, ['reply', 'in_progress', '2026-01-23T10:00:00+07:00', jakarta])
  expect([dueIn(replied, 'in_progress'), replied.map((clock) => clock.kind)]).toEqual([
    '2026-01-30',
    ['verify', 'answer', 'lapse', 'answer'],
  ])
})

test('silence closes the report; it can be reopened for fourteen calendar days, counted where C was', () => {
  const inKupang: Told = ['answer', 'answered', '2026-01-21T10:00:00+08:00', kupang]
  const clocks = after(filed, forwarded, inKupang, ['lapse', 'closed', '2026-02-04T23:30:00+07:00'])
  const window = currentClock(clocks, 'closed') as Clock
  expect([window.spans[0]?.zone, dueOf(window, calendar).dueDay]).toEqual(['Asia/Makassar', '2026-02-19'])
  const closed: Told = ['confirm', 'closed', '2026-01-23T10:00:00+07:00']
  expect(
    dueIn(
      after(filed, forwarded, answered, closed, ['reopen', 'in_progress', '2026-01-30T10:00:00+07:00', kupang]),
      'in_progress',
    ),
  ).toBe('2026-02-06')
})

test('a merged report waits, and goes on where it was when it leaves its parent', () => {
  const merged: Told = ['merge', 'merged', '2026-01-19T10:00:00+07:00']
  expect(currentClock(after(filed, forwarded, merged), 'merged')).toBe(null)
  expect(
    dueIn(after(filed, forwarded, merged, ['unmerge', 'forwarded', '2026-02-02T10:00:00+07:00', jakarta]), 'forwarded'),
  ).toBe('2026-02-05')
})

test('withdrawing stops everything', () => {
  const held: Told = ['hold', 'on_hold', '2026-01-19T15:00:00+07:00', jakarta]
  const clocks = after(filed, forwarded, held, ['withdraw', 'withdrawn', '2026-01-20T10:00:00+07:00'])
  expect(clocks.map((clock) => clock.state)).toEqual(['ended', 'ended', 'ended'])
})

test('an imported report without clocks can go through every move', () => {
  const event = {
    from: 'forwarded',
    to: 'received',
    at: new Date('2026-01-20T10:00:00+07:00'),
    office: jakarta,
  } as const
  expect(dueIn(advance([], { ...event, move: 'return' }, defaultPolicy, calendar), 'received')).toBe('2026-01-23')
  expect(advance([], { ...event, move: 'complete' }, defaultPolicy, calendar)).toEqual([])
})

test('when a holiday is added, an open deadline moves and an ended one stays', () => {
  const later = makeCalendar({
    holidays: [...holidays2026, { day: '2026-01-20', name: 'Pilkada', kind: 'national', scope: null }],
  })
  const dueDays = (clocks: Clock[]) => clocks.map((clock) => dueOf(clock, later).dueDay)
  expect(dueDays(after(filed, forwarded))).toEqual(['2026-01-19', '2026-01-23'])
  expect(dueDays(after(filed, forwarded, answered))).toEqual(['2026-01-19', '2026-01-22', '2026-02-04'])
})
