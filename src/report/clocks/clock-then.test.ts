import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Stage, type Step, steps } from '../lifecycle.ts'
import { advance, currentClock, mayHold } from './advance.ts'
import { makeCalendar } from './calendar.ts'
import { clockThen, type PastEvent } from './clock-then.ts'
import type { Clock } from './clocks.ts'
import { dueOf } from './due.ts'
import { defaultPolicy } from './policy.ts'
import { holidays2026, jakarta, jayapura, kupang } from './testing/holidays-2026.ts'

const calendar = makeCalendar({ holidays: holidays2026 })
const offices = [jakarta, kupang, jayapura]
const life = fc.array(fc.record({ choice: fc.nat(), hours: fc.integer({ min: 25, max: 400 }), office: fc.nat(2) }), {
  minLength: 1,
  maxLength: 25,
})

/** The day named at each event as it happened. */
function lived(turns: readonly { choice: number; hours: number; office: number }[]) {
  let clocks: Clock[] = []
  let stage: Stage | 'none' = 'none'
  let resume: Stage | null = null
  let at = Date.parse('2026-01-05T03:00:00Z')
  const events: PastEvent[] = []
  const days: (string | undefined)[] = []
  for (const { choice, hours, office } of turns) {
    const from: Stage | 'none' = stage
    const ways: Step[] = steps().filter(
      ({ move, from: here, to }) =>
        here === from &&
        (!['complete', 'unmerge'].includes(move) || to === resume) &&
        (move !== 'hold' || (from !== 'none' && mayHold(clocks, from))),
    )
    const way = ways[choice % ways.length]
    if (!way) break
    at += hours * 3_600_000
    if (way.to === 'on_hold' || way.to === 'merged')
      resume = from === 'on_hold' || from === 'merged' ? resume : from === 'none' ? null : from
    const event = { move: way.move, to: way.to, at: new Date(at) }
    clocks = advance(clocks, { ...event, from, office: offices[office] ?? jakarta }, defaultPolicy, calendar)
    stage = way.to
    events.push({ seq: events.length + 1, ...event })
    const clock = currentClock(clocks, stage)
    days.push(clock ? (clock.overdueAt ?? dueOf(clock, calendar).dueDay) : undefined)
  }
  return { clocks, events, days }
}

test('whatever came later, each event finds the clock that ran after it, with the end it had', () => {
  fc.assert(
    fc.property(life, (turns) => {
      const { clocks, events, days } = lived(turns)
      const found = events.map(({ seq }) => {
        const clock = clockThen(clocks, events, seq)
        return clock ? (clock.overdueAt ?? dueOf(clock, calendar).dueDay) : undefined
      })
      expect(found).toEqual(days)
    }),
    { numRuns: 500 },
  )
})

test('a report whose events do not account for its clocks has no clock then', () => {
  const event: PastEvent = { seq: 1, move: 'submit', to: 'received', at: new Date('2026-01-13T02:00:00Z') }
  expect(clockThen([], [event], 1)).toBeUndefined()
})
