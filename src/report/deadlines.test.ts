import { expect, test } from 'vitest'
import { advance } from './clocks/advance.ts'
import { makeCalendar } from './clocks/calendar.ts'
import type { Clock, Office } from './clocks/clocks.ts'
import { defaultPolicy } from './clocks/policy.ts'
import { holidays2026 } from './clocks/testing/holidays-2026.ts'
import { deadlines } from './deadlines.ts'
import type { Move, Stage } from './lifecycle.ts'

const calendar = makeCalendar({ holidays: holidays2026, version: 7 })
const rules = { policy: defaultPolicy, calendar }
const kupang: Office = { zone: 'Asia/Makassar', scope: 'kota-kupang' }

/** 24:00 WITA of this day is 16:00 UTC. */
const endIn = (day: string) => new Date(`${day}T16:00:00Z`)

function lived(...moves: [Move, Stage, Stage, string][]): Clock[] {
  return moves.reduce<Clock[]>(
    (clocks, [move, from, to, at]) =>
      advance(clocks, { move, from, to, at: new Date(at), office: kupang }, defaultPolicy, calendar),
    [],
  )
}

const forwarded = lived(
  ['submit', 'received', 'received', '2026-01-14T01:00:00Z'],
  ['forward', 'received', 'forwarded', '2026-01-14T02:00:00Z'],
)

test.each([
  [0, '2026-01-22'],
  [1, '2026-01-23'],
  [2, '2026-01-27'],
  [3, '2026-01-29'],
])('when %i levels have heard of a late answer, the next one hears at the end of %s', (escalation, day) => {
  expect(deadlines(forwarded, 'forwarded', rules, { escalation }).escalate_at).toEqual(endIn(day))
})

test('when all levels have heard, nobody is left to tell', () => {
  expect(deadlines(forwarded, 'forwarded', rules, { escalation: 4 }).escalate_at).toBeNull()
})

test('an answer is late from the end of its last day on, not before', () => {
  const at = endIn('2026-01-22')
  expect(deadlines(forwarded, 'forwarded', rules, { at: new Date(at.getTime() - 1) }).overdue_since).toBeNull()
  expect(deadlines(forwarded, 'forwarded', rules, { at }).overdue_since).toEqual(at)
  expect(deadlines(forwarded, 'forwarded', rules).overdue_since).toBeNull()
})

test('late stays late: the missed day is kept through a hold, though the deadline is a new one afterwards', () => {
  const held = [
    ['submit', 'received', 'received', '2026-01-14T01:00:00Z'],
    ['forward', 'received', 'forwarded', '2026-01-14T02:00:00Z'],
    ['hold', 'forwarded', 'on_hold', '2026-01-26T02:00:00Z'],
  ] as [Move, Stage, Stage, string][]
  const resumed = lived(...held, ['complete', 'on_hold', 'forwarded', '2026-02-02T02:00:00Z'])
  expect(deadlines(lived(...held), 'on_hold', rules).overdue_since).toEqual(endIn('2026-01-22'))
  const now = deadlines(resumed, 'forwarded', rules)
  expect(now.overdue_since).toEqual(endIn('2026-01-22'))
  expect(now.due_at).toEqual(endIn('2026-02-02'))
})

test('a report that is closed or at rest has no deadline and is nobody’s delay', () => {
  const answered = [...forwarded]
  const ended = advance(
    answered,
    { move: 'answer', from: 'forwarded', to: 'answered', at: new Date('2026-01-15T02:00:00Z'), office: kupang },
    defaultPolicy,
    calendar,
  )
  const closed = advance(
    ended,
    { move: 'confirm', from: 'answered', to: 'closed', at: new Date('2026-01-16T02:00:00Z'), office: kupang },
    defaultPolicy,
    calendar,
  )
  expect(deadlines(closed, 'closed', rules, { at: endIn('2026-12-01') })).toMatchObject({
    due_at: null,
    escalate_at: null,
    overdue_since: null,
    calendar: 7,
  })
})
