import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { groupTrackingId } from '../../report/tracking-id.ts'

/** One thing that a world knows by a name: where that name stands, and which report's it is, if any's. */
export type Thing = { kind: string; value: string; of: string | null }

/** What an address can hold as a word: ids, slugs, codes, numbers and days. Bytes are hashes and ciphertext, moments no names. */
const named = ['uuid', 'text', 'int2', 'int4', 'int8', 'date']
const longest = 100

/** With what all routes of a world are filled. @param sampled the reports whose own things stand there too; all, unless it is said */
export async function fillOf(owner: Db, ids: readonly string[], sampled = ids) {
  return { ids, sampled, things: await thingsOf(owner) }
}

/**
 * Everything a world knows a thing by, read from the database itself so that a table added later is among it: each column of a
 * unique index of each table, one value for each report where the row is a report's, else one; and each report's ID as it is
 * printed in groups. A value that stands in several columns is told once;
 * a number may be any report's.
 */
async function thingsOf(owner: Db): Promise<Thing[]> {
  const { rows: columns } = await sql<{ relation: string; name: string; of: string | null }>`
    select distinct format('%I.%I', n.nspname, c.relname) as relation, quote_ident(a.attname) as name,
      case when format('%I.%I', n.nspname, c.relname) = 'casework.report' then 'id'
        else (select 'report_id' from pg_attribute r
          where r.attrelid = c.oid and r.attname = 'report_id' and r.atttypid = 'uuid'::regtype) end as of
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
    join pg_type t on t.oid = a.atttypid
    where i.indisunique and n.nspname in ('casework', 'identity', 'publication') and t.typname in (${sql.join(named)})
    order by relation, name`.execute(owner)
  const things = new Map<string, Thing>()
  for (const { relation, name, of } of columns) {
    const [table, column] = [sql.raw(relation), sql.raw(name)]
    const { rows } = of
      ? await sql<{ value: string; of: string }>`
          select distinct on (r.id) t.${column}::text as value, r.tracking_id as of
          from ${table} t join casework.report r on r.id = t.${sql.raw(of)}
          where t.${column} is not null order by r.id, t.${column}`.execute(owner)
      : await sql<{ value: string; of: null }>`
          select t.${column}::text as value, null as of from ${table} t
          where t.${column} is not null order by t.${column} limit 1`.execute(owner)
    const kind = `${relation}.${name}`
    for (const { value, of: its } of rows)
      if (value.length <= longest && !things.has(value))
        things.set(value, { kind, value, of: isNumber(value) ? null : its })
  }
  const reports = [...things.values()].filter(({ kind }) => kind === 'casework.report.tracking_id')
  const grouped = reports.map(({ value, of }) => ({ kind: 'a grouped ID', value: groupTrackingId(value), of }))
  return [...things.values(), ...grouped]
}

function isNumber(value: string): boolean {
  return /^\d{1,4}$/.test(value)
}
