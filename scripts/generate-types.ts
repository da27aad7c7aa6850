import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { root } from '../src/platform/root.ts'

/** Names in the generated file that are ours; kysely-codegen cannot write imports (nor keep quiet about it) under TypeScript 7. */
const imports = [
  "import type { Role } from '../report/actor.ts'",
  "import type { Clock } from '../report/clocks/clocks.ts'",
  "import type { Day, Zone } from '../report/clocks/day.ts'",
  "import type { From, Move, Stage } from '../report/lifecycle.ts'",
]

/** Counts come as numbers (src/platform/db.ts), not as the strings that pg gives by itself. */
const asRead = (types: string) => types.replace('Int8 = ColumnType<string,', 'Int8 = ColumnType<number,')

/** The TypeScript of the database's tables, read from a migrated database at `url` (see .kysely-codegenrc.json). */
export function generateTypes(url: string): string {
  const file = join(tmpdir(), `lapor-schema-${randomUUID()}.ts`)
  try {
    execFileSync(process.execPath, ['node_modules/kysely-codegen/dist/cli/bin.js', '--out-file', file], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: url },
      stdio: ['ignore', 'ignore', 'ignore'],
    })
    return `${imports.join('\n')}\n\n${asRead(readFileSync(file, 'utf8'))}`
  } finally {
    rmSync(file, { force: true })
  }
}
