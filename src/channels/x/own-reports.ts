import type { Tx } from '../../report/as.ts'
import type { OwnReport } from '../sms/understand/understood.ts'

const most = 20

export type OwnOnX = OwnReport & { id: string }

/**
 * What this account has sent us by X, the newest first. The newest that nobody has asked about awaits details too: our public answer
 * asks for them by direct message.
 */
export async function ownReportsOnX(tx: Tx, xIndex: Buffer): Promise<OwnOnX[]> {
  const rows = await tx
    .selectFrom('identity.filing as f')
    .innerJoin('casework.report as r', 'r.id', 'f.report_id')
    .select(['r.id', 'r.tracking_id', 'r.stage', 'r.manner'])
    .where('f.x_index', '=', xIndex)
    .where('r.channel', '=', 'x')
    .where('r.stage', '<>', 'withdrawn')
    .orderBy('r.filed_at', 'desc')
    .limit(most)
    .execute()
  const own: OwnOnX[] = rows.map(({ id, tracking_id, stage, manner }) => ({
    id,
    trackingId: tracking_id,
    open: stage !== 'closed' && stage !== 'archived',
    awaits: stage === 'on_hold' ? 'details' : stage === 'answered' || manner === 'silent' ? 'judgement' : undefined,
  }))
  const newest = rows.findIndex(({ stage }) => stage === 'received')
  const [first] = newest >= 0 && own.every(({ awaits }) => !awaits) ? [own[newest]] : []
  return own.map((report) => (report === first ? { ...report, awaits: 'details' } : report))
}
