import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'

const caches = join(root, 'node_modules', '.cache', 'lapor-test')
const dayMs = 86_400_000

/** Everything that decides what a fresh test database holds. */
const ingredients = [
  'migrations/*.sql',
  'seeds/reference.ts',
  'seeds/reference/**/*',
  'src/platform/{installation,logins,migrate,queue,connections}.ts',
  'src/platform/postgres/without-statistics.ts',
  'src/platform/testing/*.ts',
  'package-lock.json',
]

/** Where the data folder of these ingredients is kept between runs: making one takes seconds, copying it a moment. */
export function cachedTemplate(): string {
  const hash = createHash('sha256')
  const files = globSync(ingredients, { cwd: root }).filter((file) => statSync(join(root, file)).isFile())
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
  return join(caches, hash.digest('hex').slice(0, 16))
}

/** Fills `folder` from the cache. @returns whether there was anything */
export function takeFrom(cache: string, folder: string): boolean {
  return existsSync(cache) && copy(`${cache}/.`, folder)
}

/** Keeps a stopped cluster for the next run, and clears away what no run has made lately. A cache that fails is no failure. */
export function keepIn(cache: string, folder: string) {
  try {
    mkdirSync(caches, { recursive: true })
    for (const name of globSync('*', { cwd: caches }))
      if (Date.now() - statSync(join(caches, name)).mtimeMs > dayMs) rmSync(join(caches, name), { recursive: true })
    const aside = `${cache}.${process.pid}`
    if (copy(folder, aside)) renameSync(aside, cache)
  } catch {
    // Another run was faster, or the checkout belongs to somebody else.
  }
}

/** With owners and modes: the server's user must find its own files. */
function copy(from: string, to: string): boolean {
  return spawnSync('cp', ['-a', '--reflink=auto', from, to], { stdio: 'ignore' }).status === 0
}
