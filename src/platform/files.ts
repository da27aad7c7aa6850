import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { randomId } from './uuid.ts'
import { wholeHour } from './whole-hour.ts'

const nameOfFile = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:\.[a-z]{1,12})?$/
const lengthOfId = 36

/**
 * Writes a file so that it is whole or absent, even if the power fails right after: when this returns, bytes and name are on the disk.
 * Folders are made as needed, for the owner's eyes only. Writing the same path again replaces the file.
 */
export async function writeFileDurably(file: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(file)
  await makeFolderDurably(folder)
  const unfinished = path.join(folder, `.${randomId()}`)
  try {
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await syncFolder(folder)
}

/**
 * Keeps `bytes` in the store under `name`. Its time, and its folders', are the whole hour of the machine's clock, whatever it belongs to:
 * some of it comes with a report whose minute nobody may know.
 * @param store the folder of uploads
 * @param name a UUID, with an ending for what belongs to it, such as `.thumb`; anything else throws, so no name leads out of the store
 */
export async function keepFile(store: string, name: string, bytes: Uint8Array): Promise<void> {
  const file = placeOf(store, name)
  await writeFileDurably(file, bytes)
  await roundTimes(file, path.dirname(file), store)
}

/** A kept file, whole, or null when there is none. */
export async function readKept(store: string, name: string): Promise<Buffer | null> {
  return readFile(placeOf(store, name)).catch(unlessAbsent)
}

/** Removes a kept file; nothing happens when it is not there. */
export async function removeKept(store: string, name: string): Promise<void> {
  const file = placeOf(store, name)
  await rm(file, { force: true })
  await roundTimes(path.dirname(file))
}

/**
 * Removes what nobody knows: files whose transaction never committed, and writing that broke off. Times finer than the hour, from
 * before they were kept so, are rounded.
 * @param known which of these UUIDs are in the database; asked folder by folder
 * @param olderThan by the machine's own clock, as file times are, never the application's shifted one; younger files stay
 * @returns how many files were removed
 */
export async function sweepOrphans(
  store: string,
  known: (ids: string[]) => Promise<ReadonlySet<string>>,
  olderThan: Date,
): Promise<number> {
  let removed = 0
  for (const shard of (await readdir(store).catch(unlessAbsent)) ?? []) {
    if (!/^[0-9a-f]{2}$/.test(shard)) continue
    const folder = path.join(store, shard)
    const old = await namesOlderThan(folder, olderThan)
    const ids = await known([...new Set(old.filter((name) => nameOfFile.test(name)).map(idOf))])
    for (const name of old.filter((name) => !ids.has(idOf(name)))) {
      await rm(path.join(folder, name), { force: true })
      removed++
    }
  }
  return removed
}

/** Where a kept file lies. Spread by the last two digits of the UUID, which are random: 256 folders. */
export function placeOf(store: string, name: string): string {
  if (!nameOfFile.test(name)) throw new Error('A kept file is named by a UUID')
  return path.join(store, name.slice(lengthOfId - 2, lengthOfId), name)
}

function idOf(name: string): string {
  return name.slice(0, lengthOfId)
}

async function namesOlderThan(folder: string, instant: Date): Promise<string[]> {
  const old: string[] = []
  for (const name of await readdir(folder)) {
    const found = await stat(path.join(folder, name)).catch(unlessAbsent)
    if (!found?.isFile() || found.mtime >= instant) continue
    old.push(name)
    if (found.mtime.getTime() !== wholeHour(found.mtime).getTime()) await roundTimes(path.join(folder, name))
  }
  return old
}

/** Files or folders that are gone by now are left. */
async function roundTimes(...paths: string[]): Promise<void> {
  for (const one of paths) {
    const found = await stat(one).catch(unlessAbsent)
    const hour = found && wholeHour(found.mtime)
    if (hour) await utimes(one, hour, hour).catch(unlessAbsent)
  }
}

/** A new folder's name lies in its parent, which must reach the disk too. */
async function makeFolderDurably(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (!first) return
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) await syncFolder(path.dirname(made))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function unlessAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
