import { expect, test } from 'vitest'
import { makeRest } from './rest.ts'

function restFrom(times: readonly [number, number]) {
  const clock = { now: 0 }
  return { clock, rest: makeRest(times, () => clock.now) }
}

test('a gateway that failed is left alone, twice as long each time up to a limit; what it takes ends that', () => {
  const { clock, rest } = restFrom([10_000, 30_000])
  const rests = [10_000, 20_000, 30_000, 30_000].map((expected) => {
    rest.began()
    rest.ended('failed')
    const leftMs = rest.leftMs()
    expect(rest.isOpen()).toBe(false)
    clock.now += expected
    expect(rest.isOpen()).toBe(true)
    return leftMs
  })
  expect(rests).toEqual([10_000, 20_000, 30_000, 30_000])
  rest.began()
  rest.ended('well')
  rest.began()
  rest.ended('failed')
  expect(rest.leftMs()).toBe(10_000)
})

test('after its rest one message is tried before all others', () => {
  const { clock, rest } = restFrom([10_000, 30_000])
  rest.began()
  rest.ended('failed')
  clock.now += 10_000
  rest.began()
  expect(rest.isOpen()).toBe(false)
  rest.ended('well')
  for (let many = 0; many < 5; many++) {
    expect(rest.isOpen()).toBe(true)
    rest.began()
  }
})

test('a hundred that fail together are one failure', () => {
  const { rest } = restFrom([10_000, 300_000])
  for (let many = 0; many < 100; many++) rest.began()
  for (let many = 0; many < 100; many++) rest.ended('failed')
  expect(rest.leftMs()).toBe(10_000)
})
