import { sql } from 'kysely'
import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import { ReportNotFound } from '../report/refusals.ts'
import { timeKept } from '../report/time-kept.ts'

/** The legal grounds on which publication may be held back; the statute in words stands beside it. */
export const embargoGrounds = ['investigation', 'witness', 'child', 'court'] as const
export type EmbargoGround = (typeof embargoGrounds)[number]

/** Calendar days that one embargo lasts at most; the database says the same. */
export const mostEmbargoDays = 90

export type Embargo = {
  n: number
  ground: EmbargoGround
  /** In words; null for those who may not read the report, empty once its keys are destroyed. */
  statute: string | null
  /** The first moment at which it holds no more. */
  until: Date
  laidRole: 'verifier'
  laidOffice: string | null
  laidAt: Date
  endedAt: Date | null
}

/** What the desk orders. */
export type EmbargoOrder = Pick<Embargo, 'ground' | 'until'> & { statute: string }

/**
 * Hold back the publication of a report that was never public, until a day and on a legal ground. Its reporter reads it.
 * @throws ReportNotFound also when there is nothing that could be held back
 */
export async function layEmbargo(
  tx: Tx,
  keeper: Keeper,
  reportId: string,
  { ground, statute, until }: EmbargoOrder,
  now: Date,
): Promise<number> {
  const at = await whenOf(tx, reportId, now)
  const { rows } = await sql<{ n: number | null }>`
    select casework.lay_embargo(${reportId}, ${ground}, ${keeper.sealWords(reportId, statute)}, ${until}, ${at}) as n`.execute(
    tx,
  )
  const n = rows[0]?.n
  if (!n) throw new ReportNotFound()
  return n
}

/** End it: the system when it is over, a verifier before. What was held back is published then. False: there was none. */
export async function endEmbargo(tx: Tx, reportId: string, now: Date): Promise<boolean> {
  const at = await whenOf(tx, reportId, now)
  const { rows } = await sql<{ ended: boolean }>`select casework.end_embargo(${reportId}, ${at}) as ended`.execute(tx)
  return rows[0]?.ended ?? false
}

/** One that may not be known is refused below. */
async function whenOf(tx: Tx, reportId: string, now: Date): Promise<Date> {
  const report = await tx
    .selectFrom('casework.report')
    .select('without_identity')
    .where('id', '=', reportId)
    .executeTakeFirst()
  return report ? timeKept(report, now) : now
}

/**
 * Every embargo of a report, the latest first.
 * @param keeper null for those who may know of the report but not read it: on which statute it stands is then null
 */
export async function readEmbargoes(tx: Tx, keeper: Keeper | null, reportId: string): Promise<Embargo[]> {
  const { rows } = await sql<Embargo>`
    select n, ground, statute, until, laid_role as "laidRole", laid_office as "laidOffice", laid_at as "laidAt",
      ended_at as "endedAt"
    from casework.embargo where report_id = ${reportId} order by n desc`.execute(tx)
  return rows.map((row) => openWords(keeper, reportId, row, ['statute']))
}

/** The one that holds now. */
export function runningEmbargo(embargoes: readonly Embargo[], now: Date): Embargo | undefined {
  return embargoes.find(({ endedAt, until }) => endedAt === null && now < until)
}

/** Never public, not confidential, not forwarded yet. */
export function mayBeHeld(report: { published_at: Date | null; confidential: boolean; stage: string }): boolean {
  return report.published_at === null && !report.confidential && ['received', 'on_hold'].includes(report.stage)
}
