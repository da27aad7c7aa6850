import { hash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Explained } from '../../platform/explained.ts'
import { writeFileDurably } from '../../platform/files.ts'
import { keepOnce, keysFolder } from '../../platform/secrets.ts'
import { growTree, type KeyTree } from './key-tree.ts'

/** The trees of report keys by epoch, the newest last. One file each: LAPOR_DATA_DIR/keys/reports.1, reports.2, … */
export type KeyFiles = ReadonlyMap<number, KeyTree>

const nameOfFile = /^reports\.(\d{1,5})$/
const firstLine = 'lapor report keys 1'

/**
 * Reads every epoch's tree.
 * @throws Explained when a file is damaged or readable by others
 */
export function readKeyFiles(dataDir: string): KeyFiles {
  const folder = keysFolder(dataDir)
  const epochs = readdirSync(folder)
    .flatMap((name) => nameOfFile.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => one - other)
  return new Map(epochs.map((epoch) => [epoch, readTree(fileOf(dataDir, epoch))]))
}

/** Begins an epoch with a fresh tree; nothing happens when it has one. */
export function beginEpoch(dataDir: string, epoch: number): void {
  keepOnce(fileOf(dataDir, epoch), written(growTree(randomBytes(32))))
}

/** Replaces an epoch's tree: when this returns, the tree before is gone from the disk. */
export async function replaceTree(dataDir: string, epoch: number, tree: KeyTree): Promise<void> {
  await writeFileDurably(fileOf(dataDir, epoch), Buffer.from(written(tree)))
}

/** The keys of an epoch are gone when this returns. */
export function forgetEpoch(dataDir: string, epoch: number): void {
  rmSync(fileOf(dataDir, epoch), { force: true })
}

export function fileOf(dataDir: string, epoch: number): string {
  return join(keysFolder(dataDir), `reports.${epoch}`)
}

/** @throws Explained when others than its owner may read this file */
export function refuseOpenFile(file: string): void {
  if (statSync(file).mode & 0o077)
    throw new Explained(
      `The key file ${file} can be read by others. Say "chmod 600 ${file}"; if somebody may have read it, begin new keys with "lapor keys rotate".`,
    )
}

/** One seed a line, `-` for the root's path, and a checksum, so that a torn or mistyped file is noticed. */
function written(tree: KeyTree): string {
  const lines = [...tree].map(([path, seed]) => `${path || '-'} ${seed.toString('hex')}`)
  const body = [firstLine, ...lines, ''].join('\n')
  return `${body}${hash('sha256', body)}\n`
}

function readTree(file: string): KeyTree {
  refuseOpenFile(file)
  const text = readFileSync(file, 'utf8')
  const body = text.slice(0, text.trimEnd().lastIndexOf('\n') + 1)
  const [first, ...lines] = body.trimEnd().split('\n')
  if (first !== firstLine || text.slice(body.length).trim() !== hash('sha256', body))
    throw new Explained(`The key file ${file} is damaged. Put it back from your copy of the keys folder.`)
  return new Map(
    lines.map((line) => {
      const [path = '', seed = ''] = line.split(' ')
      return [path === '-' ? '' : path, Buffer.from(seed, 'hex')]
    }),
  )
}
