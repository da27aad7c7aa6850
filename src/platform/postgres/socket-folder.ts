import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs'
import { Explained } from '../explained.ts'

/**
 * A short folder for the server's socket (a socket's path may hold 107 bytes), different for every data folder.
 * The name can be guessed, so a folder that somebody else put there is never used.
 */
export function socketFolder(dataDir: string, owner: { uid: number; gid: number }): string {
  const name = `/tmp/lapor-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`
  for (const candidate of [name, `${name}-2`, `${name}-3`]) {
    make(candidate, owner)
    if (isOurs(candidate, owner.uid)) return candidate
  }
  throw new Explained(`The folder ${name} belongs to somebody else. Remove it, or choose another LAPOR_DATA_DIR.`)
}

function make(folder: string, owner: { uid: number; gid: number }) {
  try {
    mkdirSync(folder, { mode: 0o700 })
    chmodSync(folder, 0o700)
    if (process.geteuid?.() === 0) chownSync(folder, owner.uid, owner.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function isOurs(folder: string, uid: number): boolean {
  const found = lstatSync(folder)
  return found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0
}
