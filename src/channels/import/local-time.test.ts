import { expect, test } from 'vitest'
import { localInstant, type ZoneName } from './local-time.ts'

test.each([
  ['2022-01-05 10:49:51', undefined, 'WIB', '2022-01-05T03:49:51.000Z'],
  ['2022-01-05T10:49:51', undefined, 'WITA', '2022-01-05T02:49:51.000Z'],
  ['2022-01-01 00:29:00', undefined, 'WIB', '2021-12-31T17:29:00.000Z'],
  ['6 Jan 2026', '10:24', 'WIB', '2026-01-06T03:24:00.000Z'],
  ['6 Jan 2026', '10.24.30 WIT', 'WIB', '2026-01-06T01:24:30.000Z'],
  ['17 Agustus 2025', '08:00 wita', 'WIB', '2025-08-17T00:00:00.000Z'],
  ['Senin, 1 Desember 2025', undefined, 'WIB', '2025-11-30T17:00:00.000Z'],
  ['31/12/2025', '23:59', 'WIB', '2025-12-31T16:59:00.000Z'],
  ['29 Feb 2024', undefined, 'WIT', '2024-02-28T15:00:00.000Z'],
  ['1 Mei 2025 07:00', undefined, 'WIB', '2025-05-01T00:00:00.000Z'],
  ['3 Oct 2025', '', 'WIB', '2025-10-02T17:00:00.000Z'],
] as [string, string | undefined, ZoneName, string][])('%s %s in %s is %s', (date, time, zone, instant) => {
  expect(localInstant(date, time, zone)?.toISOString()).toBe(instant)
})

test('no date is no date', () => {
  expect(localInstant(undefined, '10:00', 'WIB')).toBeUndefined()
  expect(localInstant('', undefined, 'WIB')).toBeUndefined()
})

test.each([
  ['kemarin', undefined],
  ['30 Feb 2025', undefined],
  ['2025-13-01', undefined],
  ['2025-00-10', undefined],
  ['32/01/2025', undefined],
  ['6 Foo 2026', undefined],
  ['6 Jan 2026', '25:00'],
  ['6 Jan 2026', 'pagi'],
  ['2022-01-05 10:61:00', undefined],
  ['46028', undefined],
])('%s %s cannot be read', (date, time) => {
  expect(localInstant(date, time, 'WIB')).toBeNull()
})
