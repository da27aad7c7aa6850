import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'

/** A table with its own columns, those that the database computes left out; `key`: those of its primary key, in order. */
export type Table = { name: string; columns: string[]; key: string[] }

const rowsAtOnce = 2_000
const bytesAtOnce = 4_000_000

/** Every table of these schemas, quoted as SQL names them. */
export async function tablesOf(client: pg.Client, schemas: readonly string[]): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select format('%I.%I', n.nspname, c.relname) as name,
        array_agg(quote_ident(a.attname) order by a.attnum) as columns,
        array(
          select quote_ident(k.attname) from pg_index i, unnest(i.indkey) with ordinality part (attnum, n)
            join pg_attribute k on k.attnum = part.attnum
          where i.indrelid = c.oid and i.indisprimary and k.attrelid = c.oid order by part.n) as key
      from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind = 'r' and n.nspname = any ($1)
      group by 1, c.oid order by 1`,
    [schemas],
  )
  return rows
}

/**
 * Writes a table as JSON, one row a line, compressed; in the order of its key, for the order in which rows came would tell when those
 * came whose times are hours. Runs inside the caller's transaction, whose snapshot it shows.
 * @returns the number of rows
 */
export async function writeTable(client: pg.Client, { name, columns, key }: Table, file: string): Promise<number> {
  let count = 0
  const order = key.length > 0 ? `order by ${key.join(', ')}` : ''
  await client.query(
    `declare dump no scroll cursor for
      select row_to_json(r)::text as line from (select ${columns.join(', ')} from ${name} ${order}) r`,
  )
  async function* lines() {
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`fetch ${rowsAtOnce} from dump`)
      if (rows.length === 0) return
      count += rows.length
      yield `${rows.map(({ line }) => line).join('\n')}\n`
    }
  }
  await pipeline(Readable.from(lines()), createGzip({ level: 5 }), createWriteStream(file, { mode: 0o600 }))
  await client.query('close dump')
  return count
}

/** Puts a written table's rows back as they were, identities included. @returns the number of rows */
export async function readTable(client: pg.Client, { name, columns }: Table, file: string): Promise<number> {
  let count = 0
  let batch: string[] = []
  let bytes = 0
  const list = columns.join(', ')
  const put = async () => {
    if (batch.length === 0) return
    await client.query(
      `insert into ${name} (${list}) overriding system value select ${list} from json_populate_recordset(null::${name}, $1::json)`,
      [`[${batch.join(',')}]`],
    )
    count += batch.length
    batch = []
    bytes = 0
  }
  const input = createReadStream(file).pipe(createGunzip())
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    batch.push(line)
    bytes += line.length
    if (batch.length === rowsAtOnce || bytes > bytesAtOnce) await put()
  }
  await put()
  return count
}
