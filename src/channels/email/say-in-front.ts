import { saidInFront } from '../asked/said-in-front.ts'
import type { Own } from '../sms/own-reports.ts'
import { actOnOwn } from './act.ts'
import type { Acted, Acting } from './acting.ts'
import { understandReply } from './understand-mail.ts'

/** Does what stands in front of another report, and of its pictures. @returns what whoever wrote hears of it */
export async function sayInFront(acting: Acting, own: Own, front: string): Promise<NonNullable<Acted['also']>> {
  const from = { ...acting, attachments: undefined }
  const heard: NonNullable<Acted['also']> = []
  for (const meant of saidInFront(front, own, understandReply(front, own), acting.receivedAt)) {
    const isAsked = meant.kind === 'ask'
    const done: Acted = isAsked
      ? { outcome: 'command', say: { template: meant.question } }
      : await actOnOwn(from, own, meant, front)
    if (done.say) heard.push({ reportId: own.id, ...done.say })
  }
  return heard
}
