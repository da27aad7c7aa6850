import { once } from 'node:events'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

type Value = string | number | boolean | Date | object | null | undefined

/** Puts rows into a table by COPY; the first row names the columns. What is undefined is null. */
export async function copyRows(client: pg.Client, table: string, rows: Record<string, Value>[]) {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  stream.end(rows.map((row) => `${columns.map((column) => written(row[column])).join('\t')}\n`).join(''))
  await once(stream, 'finish')
}

function written(value: Value): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? escaped(JSON.stringify(value)) : String(value)
}

/** The text format of COPY: a backslash before itself, and letters for what ends a value or a row. */
function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => `\\${letters[sign]}`) : text
}

const letters: Record<string, string> = { '\\': '\\', '\t': 't', '\n': 'n', '\r': 'r' }
