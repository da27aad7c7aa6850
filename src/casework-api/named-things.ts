import { evidenceKey } from '../intake/evidence.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { ReportNotFound } from '../report/refusals.ts'
import { findReport } from './find-report.ts'

/** A name in a body that leads nowhere, for this actor: 422. `path`, `code` and `message` are those of the problem. */
export class WrongInput extends Error {
  override name = 'WrongInput'
  readonly path: string
  readonly code: string

  constructor(path: string, code: string, message: string) {
    super(message)
    this.path = path
    this.code = code
  }
}

/** The report into which another is to be merged. @throws WrongInput also when it is not for this actor to know */
export async function findParent(tx: Tx, actor: Actor, trackingId: string, now: Date): Promise<string> {
  try {
    return await findReport(tx, actor, trackingId, now)
  } catch (error) {
    if (!(error instanceof ReportNotFound)) throw error
    throw new WrongInput('into', 'unknown_report', 'Tidak ada laporan dengan ID itu.')
  }
}

/**
 * The hex hash under which the pictures of a handle wait; undefined without a handle.
 * @throws WrongInput when nothing waits under it for this account and report
 */
export async function evidence(tx: Tx, actor: Actor, reportId: string, body: { attachments?: string }) {
  if (body.attachments === undefined) return undefined
  const key = evidenceKey(actor, reportId, body.attachments)
  const waiting = await tx
    .selectFrom('casework.attachment')
    .select('id')
    .where('staged_for', '=', key)
    .limit(1)
    .executeTakeFirst()
  if (!waiting)
    throw new WrongInput('attachments', 'unknown_attachments', 'Tidak ada foto yang menunggu dengan nama itu.')
  return key.toString('hex')
}
