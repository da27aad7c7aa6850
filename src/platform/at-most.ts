/**
 * A queue that runs at most `limit` pieces of work at a time, first come, first served: for work that eats processor or memory
 * (pictures, password hashes), where a flood must wait instead of taking the machine down.
 */
export function atMost(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0

  return async (work) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
