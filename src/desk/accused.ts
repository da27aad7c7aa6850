import { sql } from 'kysely'
import type { AccountRole } from '../accounts/person.ts'
import type { Directory } from '../agencies/directory.ts'
import { unitsUnder } from '../publication/everything-under.ts'
import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import { type Namesake, namesakesOf } from '../secrecy/namesakes.ts'

/** One of those a report names, and who that is by now. */
export type AccusedRow = {
  position: number
  named: string
  kind: string | null
  unitId: string | null
  /** On duty; of a person alone. */
  personName: string | null
  /** It waits because somebody on duty is called like those whom the same name was settled as. */
  beside?: Beside
}

/** `settled`: the accounts it means already; `now`: those of the same name that can still know of the report. */
type Beside = { settled: Namesake[]; now: Namesake[] }

/** Whom this report names, as far as this actor may know. */
export async function accusedOf(tx: Tx, keeper: Keeper, reportId: string): Promise<AccusedRow[]> {
  const sealed = await tx
    .selectFrom('casework.accused as x')
    .innerJoin('casework.report as r', 'r.id', 'x.report_id')
    .leftJoin('identity.account as a', 'a.id', 'x.account_id')
    .select(['x.position', 'x.named', 'x.kind', 'x.unit_id as unitId', 'a.display_name as personName'])
    .select(['r.accused_accounts as lockedOut', sql<string[]>`casework.people_behind(x)`.as('people')])
    .where('x.report_id', '=', reportId)
    .orderBy('x.position')
    .execute()
  const rows = sealed.map((row) => openWords(keeper, reportId, row, ['named']))
  const accused: AccusedRow[] = []
  for (const { lockedOut, people: _people, ...row } of rows) {
    const meant = rows.filter(({ named, kind }) => row.kind === null && named === row.named && kind !== null)
    const ids = [...new Set(meant.flatMap(({ people }) => people))]
    accused.push(ids.length === 0 ? row : { ...row, beside: await besideOf(tx, ids, lockedOut ?? []) })
  }
  return accused
}

async function besideOf(tx: Tx, ids: readonly string[], lockedOut: readonly string[]): Promise<Beside> {
  const settled = await accountsOf(tx, ids)
  const alike = await namesakesOf(tx, ...ids)
  return { settled, now: alike.filter(({ id }) => !lockedOut.includes(id)) }
}

async function accountsOf(tx: Tx, ids: readonly string[]): Promise<Namesake[]> {
  const rows = await tx
    .selectFrom('identity.account')
    .select(['id', 'display_name as name', 'agency_id as officeId'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  return rows.map(({ name, ...row }) => ({ ...row, name: name ?? '–' }))
}

/** `since`: when their account was made. */
export type Colleague = { id: string; name: string; role: AccountRole; officeId: string | null; since: Date }

/** Who works in an office or below it, by their names on duty; also whoever may not sign in now, for they may again. */
export async function peopleOf(tx: Tx, directory: Directory, officeId: string): Promise<Colleague[]> {
  const rows = await tx
    .selectFrom('identity.account')
    .select(['id', 'display_name as name', 'role', 'agency_id as officeId', 'created_at as since'])
    .where('agency_id', 'in', [officeId, ...unitsUnder(directory, officeId)])
    .where('role', '<>', 'citizen')
    .orderBy('display_name')
    .orderBy('created_at')
    .orderBy('id')
    .limit(300)
    .execute()
  return rows.flatMap(({ name, role, ...row }) => (name ? [{ ...row, name, role: role as AccountRole }] : []))
}
