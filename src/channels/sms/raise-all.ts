import { raiseAsked } from '../arrivals/tell-report.ts'
import type { Acted, FromSender } from './acting.ts'
import { asReporter } from './as-reporter.ts'
import { everyReport } from './own-reports.ts'
import type { Secrecy } from './understand/understood.ts'

/** RAHASIA SEMUA: every report of this sender, open or over; what hides already stays as it is. */
export async function raiseAll(from: FromSender, what: Secrecy): Promise<Acted> {
  const { tx, door, senderIndex } = from
  const ids = await everyReport(tx, door, senderIndex)
  if (ids.length === 0) return { outcome: 'command', say: { template: 'no_such_report' } }
  for (const id of ids) await asReporter(tx, id, { outcome: 'reply' }, (actor) => raiseAsked(from, actor, id, what))
  return { outcome: 'reply', say: { template: 'noted_all' } }
}
