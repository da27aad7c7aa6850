import type { Tx } from '../../report/as.ts'
import type { OwnReport } from './understand/understood.ts'

const most = 20

/** What this number has sent us by SMS, the newest first. A number that somebody gave on the web opens nothing. */
export async function ownReports(tx: Tx, phoneIndex: Buffer): Promise<(OwnReport & { id: string })[]> {
  const rows = await tx
    .selectFrom('identity.filing as f')
    .innerJoin('casework.report as r', 'r.id', 'f.report_id')
    .select(['r.id', 'r.tracking_id', 'r.stage', 'r.manner'])
    .where('f.phone_index', '=', phoneIndex)
    .where('r.channel', '=', 'sms')
    .where('r.stage', '<>', 'withdrawn')
    .orderBy('r.filed_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id, tracking_id, stage, manner }) => ({
    id,
    trackingId: tracking_id,
    open: stage !== 'closed' && stage !== 'archived',
    awaits: stage === 'on_hold' ? 'details' : stage === 'answered' || manner === 'silent' ? 'judgement' : undefined,
  }))
}
