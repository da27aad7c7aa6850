import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connectionsFor } from '../src/platform/connections.ts'
import { ensureOwnerDatabase } from '../src/platform/installation.ts'
import { migrate } from '../src/platform/migrate.ts'
import { holdServer } from '../src/platform/postgres/server.ts'
import { root } from '../src/platform/root.ts'
import { derivedPassword } from '../src/platform/secrets.ts'
import { generateTypes } from './generate-types.ts'

// `npm run types` writes src/platform/schema.ts from the migrations; with --check it only says whether that is needed.

const target = join(root, 'src', 'platform', 'schema.ts')
const fresh = formatted(await fromMigrations())

if (!process.argv.includes('--check')) {
  writeFileSync(target, fresh)
} else if (readFileSync(target, 'utf8') !== fresh) {
  console.error('src/platform/schema.ts is older than the migrations. Run: npm run types')
  process.exitCode = 1
}

/** A throw-away database, so that nobody's half-finished one decides. */
async function fromMigrations(): Promise<string> {
  const dataDir = mkdtempSync('/tmp/lapor-types-')
  const passwordOf = (login: string) => derivedPassword(dataDir, 'database', login)
  const server = await holdServer(dataDir, { fsync: 'off' })
  try {
    await ensureOwnerDatabase(server, passwordOf('lapor'))
    const { owner } = connectionsFor(server.url('lapor', 'lapor', passwordOf('lapor')), passwordOf)
    await migrate({ ownerUrl: owner, passwordOf, now: new Date() })
    return generateTypes(owner)
  } finally {
    await server.release()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function formatted(source: string): string {
  const biome = join(root, 'node_modules', '.bin', 'biome')
  return execFileSync(biome, ['format', '--stdin-file-path=src/platform/schema.ts'], {
    input: source,
    cwd: root,
  }).toString()
}
