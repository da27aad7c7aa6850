import type { Directory } from '../agencies/directory.ts'
import { unitsUnder } from '../publication/everything-under.ts'
import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import type { Settled } from '../secrecy/name-accused.ts'
import type { Vocabulary } from '../ui/words/index.ts'
import type { Values } from './action.ts'

/** One of those a report names, and who that is by now. */
export type AccusedRow = {
  position: number
  named: string
  kind: string | null
  unitId: string | null
  /** On duty; of a person alone. */
  personName: string | null
}

/** Whom this report names, as far as this actor may know. */
export async function accusedOf(tx: Tx, keeper: Keeper, reportId: string): Promise<AccusedRow[]> {
  const rows = await tx
    .selectFrom('casework.accused as x')
    .leftJoin('identity.account as a', 'a.id', 'x.account_id')
    .select(['x.position', 'x.named', 'x.kind', 'x.unit_id as unitId', 'a.display_name as personName'])
    .where('x.report_id', '=', reportId)
    .orderBy('x.position')
    .execute()
  return rows.map((row) => openWords(keeper, reportId, row, ['named']))
}

export type Colleague = { id: string; name: string }

/** Who works in an office or below it, by their names on duty; also whoever may not sign in now, for they may again. */
export async function peopleOf(tx: Tx, directory: Directory, officeId: string): Promise<Colleague[]> {
  const rows = await tx
    .selectFrom('identity.account')
    .select(['id', 'display_name as name'])
    .where('agency_id', 'in', [officeId, ...unitsUnder(directory, officeId)])
    .where('role', '<>', 'citizen')
    .orderBy('display_name')
    .limit(300)
    .execute()
  return rows.flatMap(({ id, name }) => (name ? [{ id, name }] : []))
}

/** `people`: of whom one has to be chosen first. */
export type ReadSettling =
  | { kind: 'settled'; position: number; settled: Settled }
  | { kind: 'choose'; people: Colleague[] }
  | { kind: 'wrong'; field: 'jenis' | 'kantor' | 'orang'; words: string }

/** What the form says, against the offices and people there are. */
export async function readSettling(tx: Tx, directory: Directory, values: Values, t: Vocabulary): Promise<ReadSettling> {
  const position = Number(values.nomor)
  const { jenis: kind } = values
  if (kind === 'outside') return { kind: 'settled', position, settled: { kind } }
  if (kind !== 'unit' && kind !== 'head' && kind !== 'person')
    return { kind: 'wrong', field: 'jenis', words: t.desk_error_choice }
  const office = directory.findByOwnName(values.kantor ?? '')
  if (!office) return { kind: 'wrong', field: 'kantor', words: t.desk_error_unknown_agency }
  if (kind !== 'person') return { kind: 'settled', position, settled: { kind, unitId: office.id } }
  const people = await peopleOf(tx, directory, office.id)
  const person = people.find(({ id }) => id === values.orang)
  if (person) return { kind: 'settled', position, settled: { kind, accountId: person.id } }
  if (people.length === 0) return { kind: 'wrong', field: 'kantor', words: t.accused_nobody_there }
  return { kind: 'choose', people }
}
