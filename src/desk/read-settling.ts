import type { Agency, Directory } from '../agencies/directory.ts'
import type { Tx } from '../report/as.ts'
import type { Settled } from '../secrecy/name-accused.ts'
import { type Namesake, namesakesOf } from '../secrecy/namesakes.ts'
import type { Vocabulary } from '../ui/words/index.ts'
import { type AccusedRow, type Colleague, peopleOf } from './accused.ts'
import type { Values } from './action.ts'

/** `people`: of whom one has to be chosen first. `namesakes`: of the one chosen; whether they are locked out too has to be said. */
export type ReadSettling =
  | { kind: 'settled'; position: number; settled: Settled }
  | { kind: 'choose'; people: Colleague[]; namesakes?: Namesake[] }
  | { kind: 'wrong'; field: 'jenis' | 'kantor' | 'orang'; words: string }

/** What the form says, against the offices and people there are. @param accused whom the report names */
export async function readSettling(
  tx: Tx,
  directory: Directory,
  accused: readonly AccusedRow[],
  values: Values,
  t: Vocabulary,
): Promise<ReadSettling> {
  const position = Number(values.nomor)
  const { jenis: kind } = values
  if (kind === 'outside') return { kind: 'settled', position, settled: { kind } }
  const beside = accused.find((row) => row.position === position)?.beside
  const listed = (beside?.now.length ? beside.now : beside?.settled) ?? []
  const [same, ...others] = kind === 'same' ? listed : []
  const alsoIds = others.map(({ id }) => id)
  if (same) return { kind: 'settled', position, settled: { kind: 'person', accountId: same.id, alsoIds } }
  if (kind !== 'unit' && kind !== 'head' && kind !== 'person')
    return { kind: 'wrong', field: 'jenis', words: t.desk_error_choice }
  const office = findTyped(directory, values.kantor ?? '')
  if (!office) return { kind: 'wrong', field: 'kantor', words: t.desk_error_unknown_agency }
  if (kind !== 'person') return { kind: 'settled', position, settled: { kind, unitId: office.id } }
  const people = await peopleOf(tx, directory, office.id)
  const person = people.find(({ id }) => id === values.orang)
  if (person) return readPerson(tx, position, person.id, people, values)
  if (people.length === 0) return { kind: 'wrong', field: 'kantor', words: t.accused_nobody_there }
  return { kind: 'choose', people }
}

/** Whoever is called like them is shown first: they are locked out as well, unless the form says that they are others. */
async function readPerson(
  tx: Tx,
  position: number,
  accountId: string,
  people: Colleague[],
  { senama, orangSenama }: Values,
): Promise<ReadSettling> {
  const namesakes = await namesakesOf(tx, accountId)
  const isSaid = orangSenama === accountId && (senama === 'semua' || senama === 'satu')
  if (namesakes.length > 0 && !isSaid) return { kind: 'choose', people, namesakes }
  return { kind: 'settled', position, settled: { kind: 'person', accountId, alone: senama === 'satu' } }
}

/** An office by its own name, or by its short name with what it is before it, as people write it: "Dinas PUPR Kota Kupang". No alias: those guess. */
function findTyped(directory: Directory, typed: string): Agency | undefined {
  return directory.findByOwnName(typed) ?? directory.findByOwnName(typed.replace(/^\s*(?:dinas|badan|kantor)\s+/i, ''))
}
