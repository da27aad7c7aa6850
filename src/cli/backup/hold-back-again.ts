import type { Tx } from '../../report/as.ts'
import type { Keeper } from '../../report/keeper.ts'
import type { ReportRow } from '../../report/move.ts'
import type { Floor } from '../../secrecy/floor.ts'

/** What the reporter reads in the place of the statute, whose words were in no backup. */
const statuteLost = 'Dasar hukumnya dicatat setelah pencadangan dan tidak ikut dipulihkan'

/**
 * Lays an embargo again that was laid after the backup. One that ends earlier is ended without publishing anything.
 * @returns `nobody` when whoever laid it has no account here, so that it has to be kept back otherwise
 */
export async function holdBackAgain(
  tx: Tx,
  keeper: Keeper,
  report: ReportRow,
  { ground, until, by }: NonNullable<Floor['embargo']>,
  now: Date,
): Promise<'nothing' | 'held' | 'nobody'> {
  const end = new Date(until)
  if (end <= now || report.published_at || report.stage === 'withdrawn') return 'nothing'
  const running = await embargoesOf(tx, report.id).where('ended_at', 'is', null).executeTakeFirst()
  if (running && running.until >= end) return 'nothing'
  const verifier = await tx
    .selectFrom('identity.account')
    .select(['id', 'agency_id'])
    .where('id', '=', by)
    .executeTakeFirst()
  if (!verifier) return 'nobody'
  if (running)
    await tx
      .updateTable('casework.embargo')
      .set({ ended_at: now > running.laid_at ? now : running.laid_at })
      .where('report_id', '=', report.id)
      .where('n', '=', running.n)
      .execute()
  const latest = await embargoesOf(tx, report.id).orderBy('n', 'desc').executeTakeFirst()
  await tx
    .insertInto('casework.embargo')
    .values({
      report_id: report.id,
      n: (latest?.n ?? 0) + 1,
      ground,
      statute: keeper.sealWords(report.id, statuteLost),
      until: end,
      laid_by: verifier.id,
      laid_role: 'verifier',
      laid_office: verifier.agency_id,
      laid_at: now,
    })
    .execute()
  return 'held'
}

function embargoesOf(tx: Tx, reportId: string) {
  return tx.selectFrom('casework.embargo').select(['n', 'until', 'laid_at']).where('report_id', '=', reportId)
}
