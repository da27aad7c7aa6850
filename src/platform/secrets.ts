import { createHmac, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { Explained } from './explained.ts'

const bytes = 32

/**
 * Where the installation's secrets live: readable by nobody else, part of every backup that shall be restorable. A folder into which
 * others could look is closed; one in which they could have put or replaced files is not trusted any more.
 * @throws Explained when its group or others may write in it: what to do
 */
export function keysFolder(dataDir: string): string {
  const folder = join(dataDir, 'keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const mode = statSync(folder).mode & 0o777
  if (mode & 0o022)
    throw new Explained(
      `The keys folder ${folder} can be written by others (mode ${mode.toString(8)}): they could have replaced keys in it. Compare it with your copy, then say "chmod 700 ${folder}".`,
    )
  if (mode !== 0o700) chmodSync(folder, 0o700)
  return folder
}

/**
 * The installation's secret of this name: 32 bytes, made once and the same ever after, also when two processes ask at once.
 * @throws Explained when the file exists but does not hold 32 bytes in hexadecimal
 */
export function secret(dataDir: string, name: string): Buffer {
  const file = join(keysFolder(dataDir), name)
  const known = read(file) ?? make(file)
  if (known.length !== bytes) throw new Explained(`The secret ${file} is damaged. Put it back from a backup.`)
  return known
}

/** A password for one purpose, derived from the secret: nothing has to be stored twice. */
export function derivedPassword(dataDir: string, name: string, purpose: string): string {
  return createHmac('sha256', secret(dataDir, name)).update(purpose).digest('hex')
}

function read(file: string): Buffer | undefined {
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function make(file: string): Buffer {
  keepOnce(file, `${randomBytes(bytes).toString('hex')}\n`)
  return read(file) as Buffer
}

/** Written aside, then linked: whoever links first wins, and nobody ever reads half a secret. A file that is there stays. */
export function keepOnce(file: string, text: string): void {
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const handle = openSync(aside, 'wx', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
    linkSync(aside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    closeSync(handle)
    rmSync(aside, { force: true })
  }
}
