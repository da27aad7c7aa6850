import { expect, test } from 'vitest'
import type { Zone } from '../report/clocks/day.ts'
import { quietUntil } from './quiet-hours.ts'

test.each([
  ['20:59:59 in Kupang', '2026-01-14T12:59:59Z', 'Asia/Makassar', undefined],
  ['21:00 in Kupang', '2026-01-14T13:00:00Z', 'Asia/Makassar', '2026-01-14T23:00:00.000Z'],
  ['midnight in Kupang', '2026-01-14T16:00:00Z', 'Asia/Makassar', '2026-01-14T23:00:00.000Z'],
  ['06:59:59 in Kupang', '2026-01-14T22:59:59Z', 'Asia/Makassar', '2026-01-14T23:00:00.000Z'],
  ['07:00 in Kupang', '2026-01-14T23:00:00Z', 'Asia/Makassar', undefined],
  ['20:00 in Jakarta, when Kupang sleeps', '2026-01-14T13:00:00Z', 'Asia/Jakarta', undefined],
  ['21:30 in Jayapura, when Jakarta is up', '2026-01-14T12:30:00Z', 'Asia/Jayapura', '2026-01-14T22:00:00.000Z'],
] as [string, string, Zone, string | undefined][])('at %s', (_, at, zone, until) => {
  expect(quietUntil(new Date(at), zone)?.toISOString()).toBe(until)
})
