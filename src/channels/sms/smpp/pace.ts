/** How fast one gateway takes messages. */
export type Pace = {
  /** Waits for a place; false when none came free in time. Give it back with `leave`. */
  enter(withinMs: number): Promise<boolean>
  leave(): void
  /** The gateway asked for less: nothing enters for so long. */
  pause(ms: number): void
  isPaused(): boolean
}

type Waiting = { enter: () => void }

/**
 * First come, first served: at most `window` unanswered at once, and no more than `perSecond` of them in a second, evenly spread.
 * @param now milliseconds that never run back
 */
export function makePace(window: number, perSecond: number, now: () => number = () => performance.now()): Pace {
  const spacingMs = 1_000 / perSecond
  /** A late timer may let so much pass at once: timers of less than a few milliseconds are none. */
  const slackMs = 20
  const waiting: Waiting[] = []
  let inside = 0
  let nextAt = 0
  let pausedUntil = 0
  let timer: NodeJS.Timeout | undefined

  const admit = () => {
    clearTimeout(timer)
    timer = undefined
    while (waiting.length > 0 && inside < window) {
      const at = now()
      const opensAt = Math.max(nextAt - slackMs, pausedUntil)
      if (at < opensAt) {
        timer = setTimeout(admit, opensAt - at)
        return
      }
      nextAt = Math.max(nextAt, at) + spacingMs
      inside++
      waiting.shift()?.enter()
    }
  }

  return {
    enter(withinMs) {
      return new Promise((resolve) => {
        const one: Waiting = {
          enter() {
            clearTimeout(late)
            resolve(true)
          },
        }
        const late = setTimeout(() => {
          waiting.splice(waiting.indexOf(one), 1)
          resolve(false)
        }, withinMs)
        waiting.push(one)
        admit()
      })
    },
    leave() {
      inside--
      admit()
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, now() + ms)
    },
    isPaused: () => now() < pausedUntil,
  }
}
