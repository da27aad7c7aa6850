import type { Tx } from '../../report/as.ts'
import type { Hides } from '../arrivals/plain-intake.ts'
import type { OwnReport } from './understand/understood.ts'

const most = 20

/** A report of whoever wrote. */
export type Own = OwnReport & { id: string; stage: string; hides: Hides }

/** By what a door knows who filed. */
export const indexes = { sms: 'f.phone_index', x: 'f.x_index' } as const

/** What this sender has sent us by this very door, the newest first. A number that somebody gave on the web opens nothing. */
export async function ownReports(tx: Tx, door: keyof typeof indexes, sender: Buffer): Promise<Own[]> {
  const rows = await tx
    .selectFrom('identity.filing as f')
    .innerJoin('casework.report as r', 'r.id', 'f.report_id')
    .select(['r.id', 'r.tracking_id', 'r.stage', 'r.manner', 'r.closed_at', 'r.anonymous', 'r.confidential'])
    .where(indexes[door], '=', sender)
    .where('r.channel', '=', door)
    .where('r.stage', '<>', 'withdrawn')
    .orderBy('r.filed_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(asOwn)
}

/** All that are open, however many. */
export async function openReports(tx: Tx, door: keyof typeof indexes, sender: Buffer): Promise<string[]> {
  const rows = await tx
    .selectFrom('identity.filing as f')
    .innerJoin('casework.report as r', 'r.id', 'f.report_id')
    .select('r.id')
    .where(indexes[door], '=', sender)
    .where('r.channel', '=', door)
    .where('r.stage', 'not in', ['closed', 'archived', 'withdrawn'])
    .execute()
  return rows.map(({ id }) => id)
}

type Row = Hides & {
  id: string
  tracking_id: string
  stage: string
  manner: string | null
  closed_at: Date | null
}

export function asOwn({ id, tracking_id, stage, manner, closed_at, anonymous, confidential }: Row): Own {
  return {
    id,
    hides: { anonymous, confidential },
    stage,
    trackingId: tracking_id,
    open: stage !== 'closed' && stage !== 'archived',
    closedAt: closed_at ?? undefined,
    awaits: stage === 'on_hold' ? 'details' : stage === 'answered' || manner === 'silent' ? 'judgement' : undefined,
  }
}
