import { type Selectable, sql } from 'kysely'
import type { Setting } from '../../agencies/setting.ts'
import type { DB } from '../../platform/schema.ts'
import type { Actor } from '../../report/actor.ts'
import type { Tx } from '../../report/as.ts'
import { lockReport, type ReportRow } from '../../report/move.ts'
import type { AccusedThen } from '../../secrecy/floor.ts'
import { separate } from '../../secrecy/separate.ts'
import { type Known, knownHere } from './known-here.ts'

type Row = Selectable<DB['casework.accused']>

/** What stands where the reporter's words were: those came after the backup, or were about somebody not known any more. */
const wordsLost = '(disebut setelah pencadangan; kata-katanya tidak ikut dipulihkan)'

/**
 * Locks out again whom a report accused: names them, and adds to those locked out; nobody is ever taken away. The report goes
 * around them when the transaction ends (migration 33).
 * @param setting.wordless its keys are destroyed: nothing can be sealed for it
 * @returns `unresolved` when somebody among them is not known here: then the desk alone has the report
 */
export async function accuseAgain(
  tx: Tx,
  reporter: Actor,
  reportId: string,
  then: AccusedThen,
  setting: Setting & { wordless: boolean },
): Promise<'nothing' | 'accused' | 'unresolved'> {
  const before = await lockReport(tx, reportId)
  const known = await knownHere(tx, then)
  const rows = await rowsOf(tx, reportId)
  const missing = known.filter((one) => isMissing(rows, one))
  const grows = locksOutMore(before, then)
  if (missing.length === 0 && !grows) return 'nothing'
  await separate(tx, reporter, reportId, setting)
  await sql`select set_config('lapor.now', ${setting.now.toISOString()}, true)`.execute(tx)
  for (const one of missing) await name(tx, before, one, setting)
  if (grows) await lockOut(tx, before, then)
  return missing.some(({ lost }) => lost) ? 'unresolved' : 'accused'
}

/** What is settled already stays as it is, but what was asked about anew after it was nobody's here; what somebody is named for is enough. */
function isMissing(rows: Row[], { position, kind, unit, account, lost }: Known): boolean {
  const there = rows.find((row) => row.position === position)
  if (kind === null) return lost ? !rows.some((row) => row.kind === null) : !there || there.kind === 'outside'
  if (kind === 'outside') return there === undefined || there.kind === null
  return !rows.some(
    (row) => row.kind === kind && row.unit_id === (unit ?? null) && row.account_id === (account ?? null),
  )
}

function locksOutMore(report: ReportRow, { desk, offices, accounts }: AccusedThen): boolean {
  return (
    (desk && !report.accused_desk) ||
    offices.some((id) => !report.accused_offices?.includes(id)) ||
    accounts.some(({ id }) => !report.accused_accounts?.includes(id))
  )
}

/** Settles the name at this place where nobody has yet, lets it wait again where it was asked about anew, and adds one otherwise. */
async function name(
  tx: Tx,
  { id, confidential }: ReportRow,
  one: Known,
  { rules, wordless }: Setting & { wordless: boolean },
) {
  const rows = await rowsOf(tx, id)
  const there = rows.find(({ position }) => position === one.position)
  const settled = { kind: one.kind, unit_id: one.unit ?? null, account_id: one.account ?? null }
  const isSettledHere = there?.kind === null && one.kind !== null
  const isAskedAnew = there?.kind === 'outside' && one.kind === null && !one.lost
  if (there && (isSettledHere || isAskedAnew)) {
    const place = tx.updateTable('casework.accused').where('report_id', '=', id).where('position', '=', there.position)
    const waits = isAskedAnew ? { resolved_at: null, resolved_by: null } : {}
    await place.set({ ...settled, ...waits }).execute()
    return
  }
  const position = there || !one.position ? Math.max(0, ...rows.map((row) => row.position)) + 1 : one.position
  const named = wordless ? '' : confidential ? rules.keeper.sealWords(id, wordsLost) : wordsLost
  await tx
    .insertInto('casework.accused')
    .values({ report_id: id, position, named, ...settled })
    .execute()
}

async function lockOut(tx: Tx, { id }: ReportRow, { desk, offices, accounts }: AccusedThen) {
  await sql`
    update casework.report set
      accused_offices = array(select unnest(accused_offices) union select unnest(${offices}::text[]) order by 1),
      accused_accounts = array(select unnest(accused_accounts) union select unnest(${accounts.map((one) => one.id)}::uuid[]) order by 1),
      accused_desk = coalesce(accused_desk, false) or ${desk}
    where id = ${id}`.execute(tx)
  await sql`select casework.lock_out(${id})`.execute(tx)
}

function rowsOf(tx: Tx, reportId: string): Promise<Row[]> {
  return tx.selectFrom('casework.accused').selectAll().where('report_id', '=', reportId).execute()
}
