import { expect, test } from 'vitest'
import { newId, randomId } from './uuid.ts'

test('ids made later sort later', () => {
  const ids = Array.from({ length: 500 }, (_, at) => newId(new Date(1_768_000_000_000 + at)))
  expect(ids.toSorted()).toEqual(ids)
})

test('an id carries the time of the application clock', () => {
  const id = newId(new Date('2026-01-14T03:00:00Z'))
  const millis = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  expect(new Date(millis).toISOString()).toBe('2026-01-14T03:00:00.000Z')
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('ids of the same millisecond differ', () => {
  const now = new Date('2026-01-14T03:00:00Z')
  expect(new Set(Array.from({ length: 10_000 }, () => newId(now))).size).toBe(10_000)
})

test('a random id has no time inside', () => {
  expect(randomId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
