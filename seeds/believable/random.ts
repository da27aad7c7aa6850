/** Draws that come out the same for the same seed, on every machine. */
export type Random = {
  /** 0 ≤ x < 1 */
  next(): number
  /** 0 ≤ n < `below` */
  whole(below: number): number
  pick<T>(list: readonly T[]): T
  /** True once in `1 / share` times. */
  chance(share: number): boolean
}

/** Mulberry32: 32 bits of state, good enough for sentences, and 100 million draws a second. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (below: number) => Math.floor(next() * below)
  return {
    next,
    whole,
    pick: (list) => list[whole(list.length)] as (typeof list)[number],
    chance: (share) => next() < share,
  }
}
