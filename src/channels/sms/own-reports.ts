import type { Tx } from '../../report/as.ts'
import type { Door } from '../../report/doors.ts'
import type { ReportRow } from '../../report/move.ts'
import { isWindowOpen } from '../../report/moves-now.ts'
import type { Rules } from '../../report/rules.ts'
import type { Hides } from '../arrivals/plain-intake.ts'
import type { OwnReport } from './understand/understood.ts'

const last = 20
/** Nobody waits for an answer on more; what is named is found all the same. */
const mostOpen = 200
const dayMs = 24 * 3_600_000
/** So long a second message may go on from the first. */
const goesOnMs = 3_600_000
/** And so long from what was filed: longer ago it is a report, and whoever adds to it says its number. */
const sameBreathMs = 1_800_000
/** People look at their telephone once a day: so long a number alone is the stars for which YA was asked. */
const starsMs = 24 * 3_600_000

/** Under which rules, and when. */
export type At = { rules: Rules; at: Date }

/** A report of whoever wrote. */
export type Own = OwnReport & { id: string; stage: string; hides: Hides }

/** By what a door knows who filed. A letter is known by what it answers, and by no index. */
export function filedBy(door: Door): 'f.phone_index' | 'f.door_index' {
  return door === 'sms' ? 'f.phone_index' : 'f.door_index'
}

/** What a message may be about besides the newest: tracking IDs in its words, and the report that it was asked about. */
export type Named = { ids?: readonly string[]; about?: string | null }

/**
 * What this sender has sent us by this very door, the newest first: the last ones, all that wait for an answer or are open, and what is named.
 * A number that somebody gave on the web opens nothing.
 * @param at when the message came: what was closed can be contradicted so long
 */
export async function ownReports(
  tx: Tx,
  door: Door,
  sender: Buffer,
  { rules, at }: At,
  { ids = [], about }: Named = {},
): Promise<Own[]> {
  const theirs = tx
    .selectFrom('identity.filing as f')
    .innerJoin('casework.report as r', 'r.id', 'f.report_id')
    .where(filedBy(door), '=', sender)
    .where('r.channel', '=', door)
    .where('r.stage', '<>', 'withdrawn')
  const newest = theirs.select('r.id').orderBy('r.filed_at', 'desc').limit(last)
  const open = theirs
    .select('r.id')
    .where('r.stage', 'not in', ['closed', 'archived'])
    .orderBy(({ eb }) => eb('r.stage', 'in', ['on_hold', 'answered']), 'desc')
    .orderBy('r.filed_at', 'desc')
    .limit(mostOpen)
  const closed = theirs
    .select('r.id')
    .where('r.manner', '=', 'silent')
    .where('r.closed_at', '>', new Date(at.getTime() - (rules.policy.reopen + 1) * dayMs))
  const rows = await theirs
    .select([...ownColumns, 'r.filed_at'])
    .where((or) =>
      or.or([
        or('r.id', 'in', newest),
        or('r.id', 'in', open),
        or('r.id', 'in', closed),
        ...(ids.length > 0 ? [or('r.tracking_id', 'in', ids)] : []),
        ...(about ? [or('r.id', '=', about)] : []),
      ]),
    )
    .orderBy('r.filed_at', 'desc')
    .execute()
  const lately = await toldLately(tx, rows, at)
  const starred = askedForStars(rows, at)
  const filed = rows[0] && rows[0].filed_at > new Date(at.getTime() - sameBreathMs) ? rows[0].id : undefined
  return rows.map((row) => ({
    ...asOwn(row, { rules, at }),
    ...(starred === row.id ? { starsAsked: true as const } : {}),
    ...(lately === row.id ? { justTold: true } : {}),
    ...(filed === row.id && lately !== row.id && isUnasked(row) ? { justFiled: true } : {}),
  }))
}

/** The one that was confirmed last, lately. */
function askedForStars(rows: readonly Row[], at: Date): string | undefined {
  const since = at.getTime() - starsMs
  const [last] = rows
    .filter(({ stage, manner }) => stage === 'closed' && manner === 'confirmed')
    .filter(({ closed_at }) => closed_at !== null && closed_at.getTime() > since)
    .sort((one, other) => Number(other.closed_at) - Number(one.closed_at))
  return last?.id
}

/** Nobody has said anything of it yet. */
function isUnasked({ stage }: Pick<Row, 'stage'>): boolean {
  return stage === 'received' || stage === 'forwarded' || stage === 'in_progress'
}

/** The report to which its reporter said something last, within this hour. */
async function toldLately(tx: Tx, rows: readonly { id: string }[], at: Date): Promise<string | undefined> {
  if (rows.length === 0) return undefined
  const told = await tx
    .selectFrom('casework.event')
    .select('report_id')
    .where(
      'report_id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('actor_role', '=', 'reporter')
    .where('move', 'in', ['complete', 'reply', 'reopen', 'object'])
    .where('at', '>', new Date(at.getTime() - goesOnMs))
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return told?.report_id
}

/** All that there are, open or over, however many. */
export async function everyReport(tx: Tx, door: Door, sender: Buffer): Promise<string[]> {
  const rows = await tx
    .selectFrom('identity.filing as f')
    .innerJoin('casework.report as r', 'r.id', 'f.report_id')
    .select('r.id')
    .where(filedBy(door), '=', sender)
    .where('r.channel', '=', door)
    .where('r.stage', '<>', 'withdrawn')
    .execute()
  return rows.map(({ id }) => id)
}

export const ownColumns = [
  'r.id',
  'r.tracking_id',
  'r.stage',
  'r.manner',
  'r.closed_at',
  'r.clocks',
  'r.archive_reason',
  'r.anonymous',
  'r.confidential',
] as const

type Row = Hides &
  Pick<ReportRow, 'id' | 'tracking_id' | 'stage' | 'manner' | 'closed_at' | 'clocks'> & {
    archive_reason: string | null
  }

/** A closing by silence awaits BELUM as long as the report can be opened again, and no longer (domain, section 5). */
export function asOwn({ id, tracking_id, anonymous, confidential, ...row }: Row, { rules, at }: At): Own {
  const { stage, manner, closed_at, archive_reason } = row
  const isPast = stage === 'closed' && !isWindowOpen(row, rules, at)
  const isSilent = manner === 'silent' && !isPast
  return {
    id,
    hides: { anonymous, confidential },
    stage,
    trackingId: tracking_id,
    open: stage !== 'closed' && stage !== 'archived',
    closedAt: closed_at ?? undefined,
    awaits: stage === 'on_hold' ? 'details' : stage === 'answered' || isSilent ? 'judgement' : undefined,
    ...(isPast ? { past: true } : {}),
    ...(stage === 'archived' ? { archived: true } : {}),
    ...(stage === 'archived' && archive_reason === 'unclear' ? { unclear: true as const } : {}),
  }
}
