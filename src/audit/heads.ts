import type { Db } from '../platform/db.ts'
import type { Day } from '../report/clocks/day.ts'
import type { SignedHead } from './head.ts'

/**
 * Published heads, newest first.
 * @param before heads with a smaller number only
 */
export async function listHeads(publicDb: Db, limit: number, before?: number): Promise<SignedHead[]> {
  const query = publicDb.selectFrom('publication.audit_head').selectAll().orderBy('number', 'desc').limit(limit)
  const rows = await (before === undefined ? query : query.where('number', '<', before)).execute()
  return rows.map(asHead)
}

/**
 * A page of them. `next`: the number after which the following page begins, when there is one.
 * @param cursor a `next` as it came back; anything else begins at the newest
 */
export async function pageOfHeads(publicDb: Db, per: number, cursor: string | undefined) {
  const before = cursor !== undefined && /^\d{1,9}$/.test(cursor) ? Number(cursor) : undefined
  const found = await listHeads(publicDb, per + 1, before)
  const heads = found.slice(0, per)
  return { heads, next: found.length > per ? heads.at(-1)?.number : undefined, isFirst: before === undefined }
}

export async function findHead(publicDb: Db, number: number): Promise<SignedHead | undefined> {
  const row = await publicDb
    .selectFrom('publication.audit_head')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  return row && asHead(row)
}

type HeadRow = {
  number: number
  day: unknown
  root: Buffer
  ledger: Buffer | null
  previous: Buffer
  signature: Buffer
  public_key: Buffer
}

function asHead({ number, day, root, ledger, previous, signature, public_key }: HeadRow): SignedHead {
  return {
    number,
    day: day as Day,
    root: root.toString('hex'),
    ...(ledger && { ledger: ledger.toString('hex') }),
    previous: previous.toString('hex'),
    signature,
    publicKey: public_key,
  }
}
