import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Explained } from '../../platform/explained.ts'
import type { Config } from '../../platform/config.ts'
import { writeFileDurably } from '../../platform/files.ts'
import { keepOnce, keysFolder } from '../../platform/secrets.ts'
import { commandStore } from './command-store.ts'

/**
 * Where the master keys are: in LAPOR_DATA_DIR/keys, or behind the program that LAPOR_KEYS_COMMAND names. `role`: what runs there; pages
 * alone need less.
 */
export type KeyPlace = { dataDir: string; keysCommand?: string; role?: Config['role'] }

/** Master keys by name, as text. What was written is kept for good when the call returns. */
export type KeyStore = {
  names(): string[]
  /** Reads parts of a key where it is, all of one state; only where it lies in a file. @throws Explained when others may read it */
  look?<T>(name: string, work: (key: OpenKey) => T): T
  /** Undefined when there is none of this name. @throws Explained when it cannot be read, or others may read it */
  read(name: string): string | undefined
  /** Unless there is one already: then that one stays. */
  keepOnce(name: string, text: string): void
  /** The one before is gone when this returns. */
  replace(name: string, text: string): Promise<void>
  forget(name: string): void
  /** For a sentence that tells an operator which key is meant. */
  called(name: string): string
}

/** `bytes`: how long it is. */
export type OpenKey = { bytes: number; read(at: number, length: number): Buffer }

export function keyStore({ dataDir, keysCommand }: KeyPlace): KeyStore {
  const folder = keysFolder(dataDir)
  return keysCommand ? commandStore(keysCommand, folder) : folderStore(folder)
}

/** Every new, replaced or removed key moves it, in whichever process; also where a command keeps them. */
export function lastChange({ dataDir }: KeyPlace): bigint {
  return statSync(keysFolder(dataDir), { bigint: true }).mtimeNs
}

/** @throws Explained when others than its owner may read this file */
export function refuseOpenFile(file: string): void {
  if (statSync(file).mode & 0o077)
    throw new Explained(
      `The key file ${file} can be read by others. Say "chmod 600 ${file}"; if somebody may have read it, begin new keys with "lapor keys rotate".`,
    )
}

function folderStore(folder: string): KeyStore {
  const fileOf = (name: string) => join(folder, name)
  return {
    names: () => readdirSync(folder),
    read(name) {
      try {
        refuseOpenFile(fileOf(name))
        return readFileSync(fileOf(name), 'utf8')
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    look(name, work) {
      refuseOpenFile(fileOf(name))
      const file = openSync(fileOf(name), 'r')
      try {
        return work({
          bytes: fstatSync(file).size,
          read(at, length) {
            const bytes = Buffer.alloc(length)
            return bytes.subarray(0, readSync(file, bytes, 0, length, Math.max(0, at)))
          },
        })
      } finally {
        closeSync(file)
      }
    },
    keepOnce: (name, text) => keepOnce(fileOf(name), text),
    replace: (name, text) => writeFileDurably(fileOf(name), Buffer.from(text)),
    forget: (name) => rmSync(fileOf(name), { force: true }),
    called: (name) => `key file ${fileOf(name)}`,
  }
}
