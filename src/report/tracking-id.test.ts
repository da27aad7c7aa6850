import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  groupTrackingId,
  isTrackingId,
  makeTrackingId,
  nearIds,
  parseTrackingId,
  spellTrackingId,
  symbols,
} from './tracking-id.ts'

const anId = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((seed) => makeTrackingId(bytesFrom(seed)))

/** A repeatable source of bytes. */
function bytesFrom(seed: Uint8Array) {
  let turn = 0
  return (count: number) => {
    turn += 1
    return Uint8Array.from({ length: count }, (_, at) => (seed[at % seed.length] ?? 0) * 7 + turn * 31 + at)
  }
}

function withSymbol(id: string, at: number, symbol: string): string {
  return id.slice(0, at) + symbol + id.slice(at + 1)
}

function swapped(id: string, at: number): string {
  return id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2)
}

describe('a tracking ID', () => {
  test('has nine symbols of the alphabet, the last of which checks the others', () => {
    for (let turn = 0; turn < 2000; turn++) {
      const id = makeTrackingId()
      expect(id).toMatch(/^[2-9CDFHJKMNPQRTWXY]{9}$/)
      expect(isTrackingId(id)).toBe(true)
    }
  })

  test('is drawn evenly from all symbols in every random place', () => {
    const seen = Array.from({ length: 8 }, () => new Set<string>())
    for (let turn = 0; turn < 3000; turn++) {
      const id = makeTrackingId()
      seen.forEach((symbolsSeen, at) => symbolsSeen.add(id.charAt(at)))
    }
    for (const symbolsSeen of seen) expect(symbolsSeen.size).toBe(symbols.length)
  })

  test('comes from an alphabet of prime size, without symbols that eyes confuse', () => {
    expect(symbols.length).toBe(23)
    expect(new Set(symbols).size).toBe(23)
    for (const group of ['0OD', '0OQ', '1IL', '1I7L', '2Z', '5S', '6G', '8B', 'UV', 'VY', 'CG', '4A', 'EF', 'AEIOU']) {
      expect([...group].filter((symbol) => symbols.includes(symbol)).length, group).toBeLessThanOrEqual(1)
    }
  })

  test('with any one symbol wrong is never valid', () => {
    fc.assert(
      fc.property(anId, (id) => {
        for (let at = 0; at < 9; at++) {
          for (const symbol of symbols) {
            if (symbol !== id[at] && isTrackingId(withSymbol(id, at, symbol))) return false
          }
        }
        return true
      }),
      { numRuns: 1000 },
    )
  })

  test('with any two different neighbours swapped is never valid', () => {
    fc.assert(
      fc.property(anId, (id) => {
        for (let at = 0; at < 8; at++) {
          if (id[at] !== id[at + 1] && isTrackingId(swapped(id, at))) return false
        }
        return true
      }),
      { numRuns: 5000 },
    )
  })
})

describe('typing a tracking ID', () => {
  const id = makeTrackingId(bytesFrom(Uint8Array.from([3, 14, 15, 92])))

  test('forgives case, spaces, dashes and what a keyboard does to them', () => {
    const grouped = groupTrackingId(id)
    for (const typed of [id.toLowerCase(), grouped, ` ${grouped} `, grouped.replaceAll('-', ' – '), `\u200e${id}\n`]) {
      expect(parseTrackingId(typed)).toBe(id)
    }
  })

  test('forgives look-alikes that stand for exactly one symbol', () => {
    fc.assert(
      fc.property(anId, (right) => {
        const typed = right.replaceAll('5', 's').replaceAll('2', 'Z').replaceAll('8', 'B').replaceAll('6', 'g')
        expect(parseTrackingId(typed)).toBe(right)
      }),
    )
  })

  test.each(['', 'K7M', '000000000', id.slice(1), `${id}2`, 'ÿ'.repeat(9), '😀😀😀😀', 'x'.repeat(100_000)])(
    'gives nothing for %s',
    (typed) => {
      expect(parseTrackingId(typed)).toBeNull()
    },
  )

  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
        parseTrackingId(typed)
        nearIds(typed)
        return true
      }),
    )
  })
})

describe('one typo away', () => {
  test('the right ID is always among the near ones, and they are few', () => {
    fc.assert(
      fc.property(anId, fc.nat(8), fc.constantFrom(...symbols, 'O', 'I', 'E'), (id, at, symbol) => {
        const typed = withSymbol(id, at, symbol)
        if (typed === id) return
        expect(nearIds(typed)).toContain(id)
        expect(nearIds(typed).length).toBeLessThanOrEqual(17)
        expect(nearIds(typed).every(isTrackingId)).toBe(true)
      }),
    )
  })

  test('so it is after a swap of neighbours', () => {
    fc.assert(
      fc.property(anId, fc.nat(7), (id, at) => {
        if (id[at] !== id[at + 1]) expect(nearIds(swapped(id, at))).toContain(id)
      }),
    )
  })

  test('nothing is near to an ID that is right, or to text that is none', () => {
    expect(nearIds(makeTrackingId())).toEqual([])
    expect(nearIds('jalan rusak di depan rumah')).toEqual([])
    expect(nearIds('OOOOOOOOO')).toEqual([])
  })
})

test('an ID is written in groups for eyes and symbol by symbol for ears', () => {
  expect(groupTrackingId('K7M2QX4PR')).toBe('K7M-2QX-4PR')
  expect(spellTrackingId('K7M2QX4PR')).toBe('K 7 M, 2 Q X, 4 P R')
})
