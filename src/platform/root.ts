import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json: the same for the sources and for the bundles in dist/. */
export const root = findRoot(dirname(fileURLToPath(import.meta.url)))

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'package-lock.json'))) return from
  const above = dirname(from)
  if (above === from) throw new Error('LAPOR! cannot find its own folder: no package.json above ' + import.meta.url)
  return findRoot(above)
}
