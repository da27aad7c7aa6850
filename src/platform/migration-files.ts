import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Explained } from './explained.ts'
import { root } from './root.ts'

export type Migration = { number: number; name: string; sql: string; checksum: string }

const filePattern = /^(\d{4})-([a-z0-9-]+)\.sql$/

/**
 * The migrations in their order: `NNNN-name.sql`. Numbers may be left out, so that several people can add theirs at once.
 * @throws Explained when a file is misnamed, or a number is taken twice
 */
export function migrationFiles(folder = join(root, 'migrations')): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  let last = 0
  return files.map((file) => {
    const [, number, name] = filePattern.exec(file) ?? []
    if (!number || !name) throw new Explained(`The migration ${file} is not named like 0001-first-tables.sql.`)
    if (Number(number) === last) throw new Explained(`There are two migrations with the number ${number}.`)
    last = Number(number)
    const sql = readFileSync(join(folder, file), 'utf8')
    return { number: Number(number), name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}
