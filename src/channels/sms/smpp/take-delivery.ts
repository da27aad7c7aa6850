import type { Now } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/db.ts'
import type { Log } from '../../../platform/log.ts'
import type { IdentityKeys } from '../../../secrecy/identity.ts'
import { arrivingSms, keepUnread } from '../keep-sms.ts'
import type { SmppGateway } from './gateway-row.ts'
import { acknowledgeBrought, keepBrought } from './keep-brought.ts'
import { status } from './library.ts'
import type { Line, OnDelivery } from './line.ts'
import { noteReceipt } from '../receipts/note-receipt.ts'
import { readDelivery } from './read-delivery.ts'

export type TakeDeps = { db: Db; keys: IdentityKeys; now: Now; log: Log }

/** Our answer came this fast, or the operator has given up waiting for it and brings the message again. */
const inTimeMs = 5_000

/** So long after an answer the operator is asked whether it is there. */
const proveAfterMs = 1_000

/**
 * Takes what an operator brings: answered with 0 after the commit; when nothing can be kept it shall try again. What cannot be read is for a
 * human to look at. Our answer has arrived
 * when the operator answers what we asked after it: then these messages are acknowledged.
 */
export function takeDelivery(
  deps: TakeDeps,
  gateway: Pick<SmppGateway, 'name' | 'alphabet'>,
  afterMs = proveAfterMs,
): OnDelivery {
  const unproved = new WeakMap<Line, Buffer[]>()

  function prove(line: Line, content: Buffer) {
    const known = unproved.get(line)
    if (known) return void known.push(content)
    const waiting = [content]
    unproved.set(line, waiting)
    setTimeout(() => {
      unproved.delete(line)
      line
        .ask('enquire_link', {})
        .then(() => acknowledgeBrought(deps.db, gateway.name, waiting))
        .catch(() => {})
    }, afterMs).unref()
  }

  return async (pdu, line) => {
    const begun = performance.now()
    try {
      if (pdu.unread) {
        const letters = pdu.unread.toString('latin1').replace(/[^\x20-\x7e]+/g, ' ')
        await keepUnread(deps, gateway.name, { [pdu.command]: letters, octets: pdu.unread.toString('hex') }, deps.now())
        return { code: status.ok }
      }
      const delivery = readDelivery(pdu, gateway.alphabet)
      if ('receipt' in delivery) {
        await noteReceipt(deps, gateway.name, delivery.receipt, deps.now())
        return { code: status.ok }
      }
      const arriving = arrivingSms(gateway.name, delivery.message)
      const content = await keepBrought(deps, arriving, delivery.content, deps.now())
      const answered = () => {
        if (performance.now() - begun < inTimeMs) prove(line, content)
      }
      return { code: status.ok, answered }
    } catch (error) {
      deps.log.error({ err: error, gateway: gateway.name }, 'an SMS could not be kept; its operator will try again')
      return { code: status.tryAgain }
    }
  }
}
