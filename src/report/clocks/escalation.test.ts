import { expect, test } from 'vitest'
import { makeCalendar } from './calendar.ts'
import { pause, resume, start } from './clocks.ts'
import { escalationsOf, escalationsReached, ombudsmanOfferAt } from './escalation.ts'
import { defaultPolicy, policyFrom } from './policy.ts'
import { holidays2026, jakarta, kupang } from './testing/holidays-2026.ts'

const calendar = makeCalendar({ holidays: holidays2026 })
const answer = start('answer', 5, '2026-01-14', kupang)

test('an overdue B is heard of by the unit, a working day later the coordinator, then the desk and the supervisors', () => {
  expect(escalationsOf(answer, calendar, defaultPolicy).map(({ level, at }) => [level, at.toISOString()])).toEqual([
    ['unit', '2026-01-22T16:00:00.000Z'],
    ['coordinator', '2026-01-23T16:00:00.000Z'],
    ['desk', '2026-01-27T16:00:00.000Z'],
    ['supervisors', '2026-01-29T16:00:00.000Z'],
  ])
})

test.each([
  ['2026-01-22T23:59:59+08:00', []],
  ['2026-01-23T00:00:00+08:00', ['unit']],
  ['2026-01-27T23:59:59+08:00', ['unit', 'coordinator']],
  ['2026-02-09T00:00:00+08:00', ['unit', 'coordinator', 'desk', 'supervisors']],
])('by %s have heard: %j', (now, levels) => {
  expect(escalationsReached(answer, calendar, defaultPolicy, new Date(now))).toEqual(levels)
})

test('a paused B and every other clock escalate to nobody', () => {
  const now = new Date('2026-06-01T00:00:00+08:00')
  expect(escalationsReached(pause(answer, '2026-01-20'), calendar, defaultPolicy, now)).toEqual([])
  expect(escalationsReached(start('lapse', 10, '2026-01-14', kupang), calendar, defaultPolicy, now)).toEqual([])
})

test('days late before a pause are not forgiven by it', () => {
  const late = { ...pause(answer, '2026-01-26'), overdueAt: '2026-01-22' as const }
  const again = resume(late, '2026-02-02', kupang)
  expect(escalationsOf(again, calendar, defaultPolicy).map(({ day }) => day)).toEqual([
    '2026-02-02',
    '2026-02-02',
    '2026-02-03',
    '2026-02-05',
  ])
})

test('after sixty days without an end the reporter is offered the Ombudsman', () => {
  const offer = ombudsmanOfferAt(new Date('2026-01-14T23:30:00+07:00'), jakarta.zone, defaultPolicy)
  expect(offer.toISOString()).toBe('2026-03-15T17:00:00.000Z')
})

test('policy rows replace the defaults, one by one', () => {
  const policy = policyFrom([
    { key: 'answer_days', amount: 7 },
    { key: 'escalate_desk_days', amount: 0 },
    { key: 'photo_limit', amount: 9 },
  ])
  expect(policy).toEqual({ ...defaultPolicy, answer: 7, escalation: { ...defaultPolicy.escalation, desk: 0 } })
})
