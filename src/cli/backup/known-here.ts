import type { Tx } from '../../report/as.ts'
import type { AccusedThen } from '../../secrecy/floor.ts'

/** One whom a report names, as this database can know them. `lost`: settled once, to somebody it does not know. */
export type Known = { position?: number; kind: Kind; unit?: string; account?: string; lost?: true }
type Kind = AccusedThen['named'][number]['kind']

/**
 * Whom a report accused then, against the offices and accounts of an older database. For a person without an account here stands
 * the office where they worked, for whoever cannot be known at all a name that the desk has to settle.
 */
export async function knownHere(tx: Tx, then: AccusedThen): Promise<Known[]> {
  const [units, accounts] = await Promise.all([unitsOf(tx, then), accountsOf(tx, then)])
  const known = then.named.map((name): Known => {
    const { position, kind, unit, account } = name
    const isUnitKnown = unit !== undefined && units.has(unit)
    if (kind === 'person' && account && accounts.has(account)) return { position, kind, account }
    if (kind === null || kind === 'outside') return { position, kind }
    if (isUnitKnown) return { position, kind: kind === 'person' ? 'unit' : kind, unit }
    return { position, kind: null, lost: true }
  })
  return [...known, ...furtherPeople(then, known, accounts, units)]
}

/** Locked out then without being named, and not known here: by what else here holds, or by their office. */
function furtherPeople(then: AccusedThen, known: Known[], accounts: Set<string>, units: Set<string>): Known[] {
  const byName = new Set(then.named.map(({ account }) => account))
  const covered = new Set([...then.offices, ...known.flatMap(({ unit }) => unit ?? [])])
  const missing = then.accounts.filter(({ id }) => !accounts.has(id) && !byName.has(id))
  return missing
    .filter(({ unit }) => (unit === undefined ? !then.desk : !covered.has(unit)))
    .map(({ unit }): Known => (unit && units.has(unit) ? { kind: 'unit', unit } : { kind: null, lost: true }))
}

async function unitsOf(tx: Tx, { named, accounts }: AccusedThen): Promise<Set<string>> {
  const ids = [...named, ...accounts].flatMap(({ unit }) => unit ?? [])
  if (ids.length === 0) return new Set()
  const rows = await tx.selectFrom('publication.agency').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}

async function accountsOf(tx: Tx, { named, accounts }: AccusedThen): Promise<Set<string>> {
  const ids = [...named.flatMap(({ account }) => account ?? []), ...accounts.map(({ id }) => id)]
  if (ids.length === 0) return new Set()
  const rows = await tx.selectFrom('identity.account').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}
