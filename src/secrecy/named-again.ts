import { sql } from 'kysely'
import type { Setting } from '../agencies/setting.ts'
import { system } from '../report/actor.ts'
import { become, type Tx } from '../report/as.ts'
import { openWords } from '../report/keeper.ts'
import { areCalledAlike, isCalledAlike, isPartlyCalled } from './called-alike.ts'
import { nameWords } from './named-accused.ts'
import { orderOfStandIns } from './named-desk.ts'
import { separate } from './separate.ts'

/**
 * Somebody on duty bears their name from now on, works elsewhere, or may sign in again. Who is meant by a name that may be theirs waits for
 * the desk once more, in the same transaction: a name that was settled as nobody's here (`outside`), or as somebody who is called alike
 * (`person`, `head`): the same man may have come under another address. One word of their name alone ("Pak Gerson") counts where they could have
 * the report: at the desk, or in an office that has it or had it before it went around. Until the desk has said who it is, nobody in the office that
 * handles the report has it. What waits already, they do not settle. What was merged is separated first. Nothing is said of how many there
 * were: whoever keeps the accounts does not learn who is named.
 * @param tx the owner's, whose people have moved in it (casework.people_move): no name is settled beside it
 */
export async function askWhoIsMeant(tx: Tx, accountId: string, setting: Setting): Promise<void> {
  const { name, maySettle, officeId } = await onDuty(tx, accountId)
  if (!name) return
  const rows = await namesBesides(tx, accountId)
  const officeOf = (id: string | null) => id && setting.directory.agency(id)?.rootId
  const mayHave = (row: { doors: (string | null)[] }) =>
    maySettle || row.doors.some((door) => door && door === officeOf(officeId))
  await become(tx, system)
  for (const row of rows) {
    const { report_id, position, kind, people } = row
    const namedIn = () => openWords(setting.rules.keeper, report_id, row, ['named']).named
    const wordsOf = (...names: string[]) => nameWords(names.join(' '))
    if (kind === null) {
      if (maySettle) await lockOutAlike(tx, report_id, wordsOf(namedIn()), accountId)
      continue
    }
    const isTheirs =
      kind === 'outside'
        ? isCalledAlike(namedIn(), name) || (mayHave(row) && isPartlyCalled(namedIn(), name))
        : people.some((other) => areCalledAlike(other, name))
    if (!isTheirs) continue
    await separate(tx, system, report_id, setting)
    const words = wordsOf(namedIn(), ...people)
    await sql`select casework.unsettle_accused(${report_id}, ${position}, ${words}::text[], ${setting.now})`.execute(tx)
  }
}

/** They do not settle a name that shares a word with theirs, as long as somebody else is there (casework.lock_out_alike). */
function lockOutAlike(tx: Tx, reportId: string, words: string[], accountId: string) {
  return sql`select casework.lock_out_alike(${reportId}, ${words}::text[], ${accountId})`.execute(tx)
}

/** What colleagues call them, where they have a name, and whether names come before them. */
async function onDuty(tx: Tx, accountId: string) {
  const found = await tx
    .selectFrom('identity.account')
    .select(['display_name', 'role', 'agency_id'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  const standsIn = found?.role === 'coordinator' && orderOfStandIns.some((id) => id === found.agency_id)
  return {
    name: found?.display_name,
    officeId: found?.agency_id ?? null,
    maySettle: found?.role === 'verifier' || standsIn,
  }
}

/** The names in reports that this account is not locked out of, each with those it was settled as, by their names on duty. */
function namesBesides(tx: Tx, accountId: string) {
  return tx
    .selectFrom('casework.accused as x')
    .innerJoin('casework.report as r', 'r.id', 'x.report_id')
    .select(['x.report_id', 'x.position', 'x.named', 'x.kind'])
    .select(sql<(string | null)[]>`array[r.agency_id, r.own_door_id, r.meant_for]`.as('doors'))
    .select(
      sql<string[]>`array(select p.display_name from identity.account p
        where p.id = any (casework.people_behind(x)) and p.display_name is not null order by 1)`.as('people'),
    )
    .where((eb) => eb.or([eb('x.kind', 'is', null), eb('x.kind', 'in', ['outside', 'person', 'head'])]))
    .where('r.stage', '<>', 'withdrawn')
    .where(sql<boolean>`not coalesce(${accountId}::uuid = any (r.accused_accounts), false)`)
    .orderBy('x.report_id')
    .orderBy('x.position')
    .execute()
}
