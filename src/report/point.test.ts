import fc from 'fast-check'
import { getHexagonEdgeLengthAvg, greatCircleDistance, gridDisk, latLngToCell, UNITS } from 'h3-js'
import { describe, expect, test } from 'vitest'
import { isInIndonesia, publicPoint, readPoint } from './point.ts'

const inIndonesia = fc.record({
  lat: fc.double({ min: -11.1, max: 6.2, noNaN: true }),
  lon: fc.double({ min: 94.9, max: 141.1, noNaN: true }),
})

const kupang = { lat: -10.17718, lon: 123.60703 }

describe('coordinates that arrive', () => {
  test.each([
    [-10.17718, 123.60703],
    ['-10.17718', '123.60703'],
    [' -10,17718 ', '123,60703'],
    ['\u221210.17718', '+123.60703'],
  ])('%j and %j are a point in Kupang', (lat, lon) => {
    expect(readPoint(lat, lon)).toEqual({ ok: true, point: kupang })
  })

  test.each([
    ['', ''],
    [undefined, undefined],
    [null, ' '],
  ])('%j and %j are no point', (lat, lon) => {
    expect(readPoint(lat, lon)).toEqual({ ok: true, point: null })
  })

  test.each([
    [-10, ''],
    ['', 123],
    ['x', 'y'],
    [Number.NaN, 1],
    [Number.POSITIVE_INFINITY, 1],
    [90.0001, 0],
    [0, -180.5],
    ['0x10', '1e2'],
    [true, []],
    [{}, '1'],
    ['1,2,3', '4'],
    ['1'.repeat(1000), '1'],
  ])('%j and %j are refused', (lat, lon) => {
    expect(readPoint(lat, lon)).toEqual({ ok: false })
  })
})

test.each([
  ['Sabang', 5.894, 95.316, true],
  ['Merauke', -8.496, 140.404, true],
  ['Pulau Rote', -10.99, 122.87, true],
  ['Miangas', 5.555, 126.585, true],
  ['Perth', -31.95, 115.86, false],
  ['Manila', 14.6, 120.98, false],
  ['nowhere, 0 and 0', 0, 0, false],
])('%s (%f, %f) lies in Indonesia: %s', (_, lat, lon, answer) => {
  expect(isInIndonesia({ lat, lon })).toBe(answer)
})

describe('the point that the public sees of an anonymous report', () => {
  test('is the same at every call, and for itself', () => {
    fc.assert(
      fc.property(inIndonesia, (exact) => {
        const shown = publicPoint(exact)
        expect(publicPoint(exact)).toEqual(shown)
        expect(publicPoint(shown)).toEqual(shown)
      }),
    )
  })

  test('stands more than 500 m from every other such point', () => {
    fc.assert(
      fc.property(inIndonesia, (exact) => {
        const shown = publicPoint(exact)
        for (const bearing of [0, 1, 2, 3, 4, 5]) {
          const away = { lat: shown.lat + 0.0075 * Math.sin(bearing), lon: shown.lon + 0.0075 * Math.cos(bearing) }
          const neighbour = publicPoint(away)
          const metres = greatCircleDistance([shown.lat, shown.lon], [neighbour.lat, neighbour.lon], UNITS.m)
          if (metres > 0) expect(metres).toBeGreaterThan(500)
        }
      }),
    )
  })

  test('is still useful: at most 700 m from the truth', () => {
    fc.assert(
      fc.property(inIndonesia, (exact) => {
        const shown = publicPoint(exact)
        expect(greatCircleDistance([exact.lat, exact.lon], [shown.lat, shown.lon], UNITS.m)).toBeLessThan(700)
      }),
    )
  })

  test('hides an area of cells of about half a kilometre to a side', () => {
    expect(getHexagonEdgeLengthAvg(8, UNITS.m)).toBeGreaterThan(500)
    expect(gridDisk(latLngToCell(kupang.lat, kupang.lon, 8), 1)).toHaveLength(7)
  })
})
