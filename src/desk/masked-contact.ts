import { sql } from 'kysely'
import type { Tx } from '../report/as.ts'
import { can } from '../secrecy/can.ts'
import { secrecyFacts } from '../secrecy/facts.ts'
import type { Duty } from './duty.ts'
import type { OpenReport } from './open-report.ts'

export type ContactKind = 'phone' | 'email'

/** Which contact details came with a report, for those who may know that they are there and not what they are (migration 51). */
export async function maskedContact(tx: Tx, { actor, setting }: Duty, { report }: OpenReport): Promise<ContactKind[]> {
  if (!can(actor, 'see_masked', 'contact', secrecyFacts(report), setting.now)) return []
  const { rows } = await sql<Record<ContactKind, boolean>>`
    select phone, email from identity.contact_kinds(${report.id})`.execute(tx)
  const kinds: readonly ContactKind[] = ['phone', 'email']
  return kinds.filter((kind) => rows[0]?.[kind])
}
