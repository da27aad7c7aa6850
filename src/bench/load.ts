/** What a stretch of load came to: latencies in milliseconds, in no order. */
export type Load = { perSecond: number; latencies: number[] }

/**
 * Does `once` again and again, `concurrency` at a time, for `seconds`; whatever is in hand then is finished and counted.
 * @throws whatever `once` throws: a figure with failures in it would be none
 */
export async function load(once: () => Promise<void>, concurrency: number, seconds: number): Promise<Load> {
  const latencies: number[] = []
  const begun = performance.now()
  const end = begun + seconds * 1000
  const hand = async () => {
    for (let at = performance.now(); at < end; ) {
      await once()
      const done = performance.now()
      latencies.push(done - at)
      at = done
    }
  }
  await Promise.all(Array.from({ length: concurrency }, hand))
  return { perSecond: (latencies.length * 1000) / (performance.now() - begun), latencies }
}
