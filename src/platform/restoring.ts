import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Explained } from './explained.ts'

/**
 * From here on until the returned function is called the installation is half restored: what was hidden since the backup is still
 * shown in it. Whatever cuts it short, nobody is served from it (`refuseHalfRestored`).
 */
export function beginRestore(dataDir: string): () => void {
  const file = markOf(dataDir)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(file, '', { mode: 0o600, flush: true })
  return () => rmSync(file)
}

/** @throws Explained when a restore was cut short: what to do */
export function refuseHalfRestored(dataDir: string): void {
  if (!existsSync(markOf(dataDir))) return
  throw new Explained(
    `A restore into ${dataDir} was cut short, and what was hidden since the backup is not hidden in it. Restore once more into a new LAPOR_DATA_DIR, and a new database where DATABASE_URL names one.`,
  )
}

function markOf(dataDir: string): string {
  return join(dataDir, 'restore.unfinished')
}
