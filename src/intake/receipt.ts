import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { ReportRow } from '../report/move.ts'
import { deriveReportKey, hashReportKey } from '../secrecy/report-key.ts'
import { idempotencyHash } from './file-report.ts'
import { filingKeyOf } from './form-key.ts'

/** What a receipt says. `key` only of a report that no account holds. */
export type Receipt = { report: ReportRow; key?: string }

const readableMs = 24 * 3_600_000

/** The receipt of the form with this key, for 24 hours; undefined afterwards, and when nothing was sent with it. */
export async function readReceipt(
  { db, reportSecret }: { db: Db; reportSecret: Buffer },
  formKey: string,
  now: Date,
): Promise<Receipt | undefined> {
  const filingKey = filingKeyOf(formKey)
  const since = new Date(now.getTime() - readableMs)
  const { rows } = await sql<ReportRow | { id: null }>`
    select * from casework.receipt(${idempotencyHash(filingKey)}, ${since})`.execute(db)
  const report = rows[0]
  if (!report?.id) return undefined
  const key = deriveReportKey(reportSecret, filingKey, report.id)
  const opened = await sql<{ id: string | null }>`
    select identity.report_by_key(${report.tracking_id}, ${hashReportKey(key)}) as id`.execute(db)
  return { report, key: opened.rows[0]?.id === report.id ? key : undefined }
}
