import { understand } from '../sms/understand/understand.ts'
import { actOnOwn } from './act.ts'
import type { Acted, FromAddress } from './acting.ts'

/**
 * CEK <one> <other>: how each of them stands, a letter each, as by SMS. Only where nothing but that is asked.
 * @param text what was said, without what is quoted
 */
export async function severalAsked(from: FromAddress, text: string): Promise<Acted | undefined> {
  if (from.own.length === 0) return undefined
  const meant = understand(text, [], from.own)
  if (meant.kind !== 'several' || !meant.each.every(({ kind }) => kind === 'status')) return undefined
  const done: Acted[] = []
  for (const one of meant.each) {
    const own = from.own.find(({ trackingId }) => 'trackingId' in one && trackingId === one.trackingId)
    const nobodys: Acted = { outcome: 'command', say: { template: 'no_such_report' } }
    done.push(own ? await actOnOwn(from, own, one, text) : nobodys)
  }
  const [say, ...also] = done.flatMap((one) => (one.say ? [{ reportId: one.reportId, ...one.say }] : []))
  return { outcome: 'command', say, also }
}
