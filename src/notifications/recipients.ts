import type { Tx } from '../report/as.ts'
import type { ReportRow } from '../report/move.ts'
import { can } from '../secrecy/can.ts'
import { secrecyFacts } from '../secrecy/facts.ts'
import { emailIn, type Recipient, reporterOf } from './addresses.ts'
import type { Opener } from '../secrecy/filer.ts'
import type { Who } from './table.ts'

type OfficeRole = 'verifier' | 'coordinator' | 'officer' | 'supervisor'
type Office = { role: OfficeRole; agencyId?: string | null; accountId?: string | null }

/** The people behind a `Who` of the table, as the report stands now; never someone who may not know of it. */
export async function recipientsOf(
  tx: Tx,
  pair: Opener,
  report: ReportRow,
  who: Who,
  now: Date,
  template?: string,
): Promise<Recipient[]> {
  if (who === 'reporter') return reporterOf(tx, pair, report.id, template)
  if (who === 'companions') return companionsOf(tx, pair, report.id)
  const found: Recipient[] = []
  for (const office of officesOf(report, who)) found.push(...(await officersOf(tx, pair, report, office, now)))
  return found
}

function officesOf(report: ReportRow, who: Exclude<Who, 'reporter' | 'companions'>): Office[] {
  const coordinator: Office = { role: 'coordinator', agencyId: report.agency_id }
  const unit: Office = { role: 'officer', agencyId: report.unit_id, accountId: report.officer_id }
  const door: Office = { role: 'coordinator', agencyId: report.own_door_id }
  switch (who) {
    case 'coordinator':
      return report.agency_id ? [coordinator] : []
    case 'unit':
      return report.unit_id ? [unit] : []
    case 'own_door':
      // Once an office has it, it lies at nobody's door, though it came in by one.
      return report.own_door_id && !report.agency_id ? [door] : []
    case 'desk':
      // Where the desk is out, whoever stands in for it at the door.
      return [{ role: 'verifier' }, ...(report.accused_desk ? officesOf(report, 'own_door') : [])]
    case 'desk_hourly':
      return [{ role: 'verifier' }]
    case 'supervisors':
      return [{ role: 'supervisor' }]
    case 'handlers':
      if (!report.agency_id) return [{ role: 'verifier' }, ...officesOf(report, 'own_door')]
      // While it is not settled whom it accuses, the desk has it, whichever office had it before.
      return [
        coordinator,
        ...officesOf(report, 'unit'),
        ...(report.accused_unresolved ? [{ role: 'verifier' as const }] : []),
      ]
    case 'settlers':
      return report.accused_unresolved ? officesOf(report, 'handlers') : []
  }
}

async function officersOf(tx: Tx, pair: Opener, report: ReportRow, office: Office, now: Date): Promise<Recipient[]> {
  const accounts = await tx
    .selectFrom('identity.account')
    .select(['id', 'agency_id', 'sealed', 'digest'])
    .where('role', '=', office.role)
    .where('disabled_at', 'is', null)
    .$if(office.agencyId !== undefined, (query) => query.where('agency_id', '=', office.agencyId ?? ''))
    .orderBy('id')
    .execute()
  const theirs = accounts.filter((account) => account.id === office.accountId)
  const facts = secrecyFacts(report)
  return (theirs.length > 0 ? theirs : accounts).flatMap(({ id, agency_id, sealed, digest }) => {
    const actor = { role: office.role, accountId: id, agencyId: agency_id ?? undefined }
    const address = can(actor, 'see', 'message', facts, now) ? emailIn(pair, sealed) : undefined
    return address ? [{ person: id, reportId: report.id, accountId: id, channel: 'email', address, digest }] : []
  })
}

/** Everyone whose report was merged into this one keeps their own number, and hears of it under that. */
async function companionsOf(tx: Tx, pair: Opener, reportId: string): Promise<Recipient[]> {
  const children = await tx.selectFrom('casework.report').select('id').where('merged_into', '=', reportId).execute()
  const found = await Promise.all(children.map(({ id }) => reporterOf(tx, pair, id)))
  return found.flat().map((recipient) => ({ ...recipient, person: `reporter ${recipient.reportId}` }))
}
