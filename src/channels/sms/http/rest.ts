/** A gateway that is left alone for a while after it failed, longer each time; then one message is tried before all others. */
export type Rest = {
  isOpen(): boolean
  /** Milliseconds until it may be asked again. */
  leftMs(): number
  /** A message is on its way through it, until `ended`. */
  began(): void
  ended(became: 'well' | 'failed' | 'neither'): void
}

/** @param restMs the first rest and the longest, in milliseconds */
export function makeRest([first, longest]: readonly [number, number], now = () => performance.now()): Rest {
  /** Whoever probes is not waited for longer than an answer takes. */
  const probeMs = Math.min(5_000, first)
  let failures = 0
  let inside = 0
  let until = 0
  return {
    isOpen: () => now() >= until && (failures === 0 || inside === 0),
    leftMs: () => Math.max(until - now(), failures > 0 && inside > 0 ? probeMs : 0),
    began() {
      inside++
    },
    ended(became) {
      inside--
      if (became === 'well') failures = 0
      if (became !== 'failed') return
      // Those that were on their way together fail together: one failure.
      if (now() >= until) until = now() + Math.min(first * 2 ** failures++, longest)
    },
  }
}
