import type { Context } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { clientAddress } from './client-address.ts'

/** How often someone may try within so many seconds: from one address, and from one address at one thing. */
export type AttemptLimits = { perAddress: number; perThing: number; seconds: number }

/** Counts attempts in memory alone, by pseudonyms of addresses; nothing of it is stored or logged. */
export type Attempts = {
  /** Counts one attempt. @returns whole seconds to wait before the next; 0 when this one may go on */
  begin(c: Context, thing: string): Promise<number>
  /** It was right: it does not count against anyone. */
  forgive(c: Context, thing: string): Promise<void>
}

export function makeAttempts({ perAddress, perThing, seconds }: AttemptLimits): Attempts {
  const byAddress = new RateLimiterMemory({ points: perAddress, duration: seconds, keyPrefix: 'address' })
  const byThing = new RateLimiterMemory({ points: perThing, duration: seconds, keyPrefix: 'thing' })
  return {
    async begin(c, thing) {
      const address = clientAddress(c)
      return Math.max(await take(byAddress, address), await take(byThing, `${address} ${thing}`))
    },
    async forgive(c, thing) {
      const address = clientAddress(c)
      await Promise.all([byAddress.reward(address), byThing.reward(`${address} ${thing}`)])
    },
  }
}

async function take(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
  }
}
