import { setTimeout as pause } from 'node:timers/promises'
import { sendSms } from '../../notifications/send-sms.ts'
import { makeSettler } from '../../notifications/settle-sms.ts'
import type { SmsDeps } from '../../notifications/tell-deps.ts'

/** Messages on their way at once: the operators' answers are what is waited for. */
const most = 200
/** At most so many are looked at together. */
const lot = 100
const lookEveryMs = 200
const whileClosedMs = 500
const afterTroubleMs = 1_000

/**
 * Works at the queue of SMS while a gateway takes them. While none does the queue stands still: a hundred thousand that wait cost
 * nothing, and lose no try.
 */
export function startSmsOut(deps: SmsDeps): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const settler = makeSettler(deps)
  const going = new Set<Promise<void>>()
  let onTheirWay = 0
  let wasOpen = true
  const running = run()

  async function run() {
    while (!stopping.signal.aborted) {
      const waitMs = await once().catch((error: unknown) => {
        deps.log.warn({ err: error }, 'the queue of SMS stumbled')
        return afterTroubleMs
      })
      if (waitMs > 0) await pause(waitMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  /** @returns how long to wait before the next time */
  async function once(): Promise<number> {
    const isOpen = await deps.texter.isOpen()
    if (isOpen !== wasOpen)
      deps.log.warn({ isOpen }, isOpen ? 'SMS leave again' : 'no SMS gateway takes messages: they wait')
    wasOpen = isOpen
    if (!isOpen || settler.isBehind()) return whileClosedMs
    while (onTheirWay > most - lot) await Promise.race(going)
    const { looked, settled } = await sendSms(deps, lot, settler)
    if (looked === 0) return lookEveryMs
    onTheirWay += looked
    const gone = settled
      .catch((error: unknown) => deps.log.error({ err: error }, 'an SMS stumbled; it is tried again'))
      .finally(() => {
        onTheirWay -= looked
        going.delete(gone)
      })
    going.add(gone)
    return 0
  }

  return {
    async stop() {
      stopping.abort()
      await running
      await Promise.race([Promise.all(going), pause(3_000)])
    },
  }
}
