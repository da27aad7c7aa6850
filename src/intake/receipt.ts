import { sql } from 'kysely'
import { actorOf, isStaff, type Person } from '../accounts/person.ts'
import type { Db } from '../platform/db.ts'
import type { ReportRow } from '../report/move.ts'
import { isAccused } from '../secrecy/accused.ts'
import { secrecyFacts } from '../secrecy/facts.ts'
import { deriveReportKey, hashReportKey } from '../secrecy/report-key.ts'
import { idempotencyHash } from './file-report.ts'
import { filingKeyOf } from './form-key.ts'

/** What a receipt says. `key` only of a report that no account holds. */
export type Receipt = { report: ReportRow; key?: string }

const readableMs = 24 * 3_600_000

/**
 * The receipt of the form with this key, for 24 hours; undefined afterwards, when nothing was sent with it, and for whoever may not
 * have it.
 * @param person who is signed in
 */
export async function readReceipt(
  { db, reportSecret }: { db: Db; reportSecret: Buffer },
  formKey: string,
  now: Date,
  person: Person | undefined,
): Promise<Receipt | undefined> {
  const filingKey = filingKeyOf(formKey)
  const report = await filedUnder(db, filingKey, now)
  if (!report || !mayHave(report, person)) return undefined
  const key = deriveReportKey(reportSecret, filingKey, report.id)
  const opened = await sql<{ id: string | null }>`
    select identity.report_by_key(${report.tracking_id}, ${hashReportKey(key)}) as id`.execute(db)
  return { report, key: opened.rows[0]?.id === report.id ? key : undefined }
}

/** The report that was filed under this idempotency key within 24 hours, whoever asks. */
export async function filedUnder(db: Db, filingKey: string, now: Date): Promise<ReportRow | undefined> {
  const since = new Date(now.getTime() - readableMs)
  const { rows } = await sql<ReportRow | { id: null }>`
    select * from casework.receipt(${idempotencyHash(filingKey)}, ${since})`.execute(db)
  return rows[0]?.id ? rows[0] : undefined
}

/**
 * Whether this person is known to be among those whom the report accuses. Who files for a visitor prints the receipt while it is not
 * settled who is meant: the visitor has no other way to the key, and whoever is settled on later loses it with all else.
 */
export function isKnownAccused(report: ReportRow, person: Person): boolean {
  return isAccused(actorOf(person), { ...secrecyFacts(report).accused, unresolved: false })
}

/** Nobody whom the report has come to accuse; what an office filed for a visitor, whoever works at a desk. */
function mayHave(report: ReportRow, person: Person | undefined): boolean {
  if (person && isKnownAccused(report, person)) return false
  return report.channel !== 'walk_in' || (person !== undefined && isStaff(person))
}
