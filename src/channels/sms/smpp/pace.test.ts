import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makePace } from './pace.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** How many got in, of those that asked. */
function asking(pace: ReturnType<typeof makePace>, count: number, withinMs = 60_000) {
  const told = { in: 0, out: 0 }
  for (let one = 0; one < count; one++) void pace.enter(withinMs).then((entered) => (entered ? told.in++ : told.out++))
  return told
}

test('no more than the window wait for an answer at once', async () => {
  const pace = makePace(3, 10_000)
  const told = asking(pace, 5)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told.in).toBe(3)
  pace.leave()
  await vi.advanceTimersByTimeAsync(10)
  expect(told.in).toBe(4)
})

test('no more than so many leave in a second, evenly', async () => {
  const pace = makePace(1_000, 100)
  const told = asking(pace, 500)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told.in).toBeGreaterThanOrEqual(95)
  expect(told.in).toBeLessThanOrEqual(105)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told.in).toBeLessThanOrEqual(205)
})

test('while it is paused nobody enters; who waited too long is told so, and keeps no place', async () => {
  const pace = makePace(10, 1_000)
  pace.pause(500)
  const [impatient, patient] = [asking(pace, 2, 100), asking(pace, 2)]
  await vi.advanceTimersByTimeAsync(400)
  expect([impatient, patient.in]).toEqual([{ in: 0, out: 2 }, 0])
  expect(pace.isPaused()).toBe(true)
  await vi.advanceTimersByTimeAsync(200)
  expect(patient.in).toBe(2)
  expect(pace.isPaused()).toBe(false)
})
