import { hash, randomBytes } from 'node:crypto'
import { Explained } from '../../platform/explained.ts'
import { type KeyPlace, type KeyStore, keyStore, type OpenKey } from './key-store.ts'
import { growTree, type KeyTree, treeOf, treeOfLines } from './key-tree.ts'
import { lineBytes, type SeedLines } from './seed-lines.ts'

/** The trees of report keys by epoch, the newest last: the master keys reports.1, reports.2, … */
export type KeyFiles = ReadonlyMap<number, KeyTree>

const nameOfFile = /^reports\.(\d{1,5})$/
const firstLine = 'lapor report keys 2\n'
const checksumBytes = 65

/** Of files until then: a seed a line in hexadecimal, `-` for the root's path, in any order. Written anew when a key is destroyed. */
const olderLine = 'lapor report keys 1'

/** Larger files stay where they are, and a seed is looked up in them: no process grows by what was erased. */
const mostInMemory = 1_000_000

/**
 * Every epoch's tree; large ones are read where they are, as they are by then.
 * @throws Explained when one is damaged or readable by others
 */
export function readKeyFiles(place: KeyPlace): KeyFiles {
  const store = keyStore(place)
  const epochs = store
    .names()
    .flatMap((name) => nameOfFile.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => one - other)
  return new Map(epochs.map((epoch) => [epoch, readTree(store, nameOf(epoch))]))
}

/** Begins an epoch with a fresh tree; nothing happens when it has one. */
export function beginEpoch(place: KeyPlace, epoch: number): void {
  keyStore(place).keepOnce(nameOf(epoch), written(growTree(randomBytes(32))))
}

/** Replaces an epoch's tree: when this returns, the tree before is gone from where it was kept. */
export async function replaceTree(place: KeyPlace, epoch: number, tree: KeyTree): Promise<void> {
  await keyStore(place).replace(nameOf(epoch), written(tree))
}

/**
 * The keys of an epoch are gone when this returns. A tree without seeds stays in their place: what was sealed under them then
 * opens as under any destroyed key, and not as if a file were missing.
 */
export async function forgetEpoch(place: KeyPlace, epoch: number): Promise<void> {
  await replaceTree(place, epoch, treeOf([]))
}

/** All of its keys were destroyed at once. */
export function isForgotten(tree: KeyTree): boolean {
  return tree.size === 0
}

export function nameOf(epoch: number): string {
  return `reports.${epoch}`
}

/** @throws Explained when a file is not what was written, by its checksum: reads all of it, so once, at the start */
export function checkKeyFiles(place: KeyPlace): void {
  const store = keyStore(place)
  for (const epoch of readKeyFiles(place).keys()) parsed(store, nameOf(epoch))
}

/** Lines of seeds, and a checksum, so that a torn or mistyped file is noticed. */
function written(tree: KeyTree): string {
  const body = firstLine + tree.look((lines) => lines.all().toString('latin1'))
  return `${body}${hash('sha256', body)}\n`
}

function readTree(store: KeyStore, name: string): KeyTree {
  const isLarge = store.look?.(name, (file) => file.bytes > mostInMemory && startsNew(file)) ?? false
  if (!isLarge) return parsed(store, name)
  const look: KeyTree['look'] = (work) => opened(store, name, work)
  look(() => undefined)
  return {
    look,
    get size() {
      return look(({ count }) => count)
    },
  }
}

/** The lines of a file where it is. */
function opened<T>(store: KeyStore, name: string, work: (lines: SeedLines) => T): T {
  const worked = store.look?.(name, (file) => {
    const count = (file.bytes - firstLine.length - checksumBytes) / lineBytes
    const checksum = file.read(file.bytes - checksumBytes, checksumBytes).toString('latin1')
    if (!Number.isInteger(count) || !startsNew(file) || !/^[\da-f]{64}\n$/.test(checksum)) throw damaged(store, name)
    const placeOf = (n: number) => firstLine.length + n * lineBytes
    return {
      of: work({
        count,
        at: (n) => file.read(placeOf(n), lineBytes).toString('latin1'),
        all: () => file.read(placeOf(0), count * lineBytes),
      }),
    }
  })
  if (!worked) throw damaged(store, name)
  return worked.of
}

function startsNew(file: OpenKey): boolean {
  return file.read(0, firstLine.length).toString('latin1') === firstLine
}

function parsed(store: KeyStore, name: string): KeyTree {
  const text = store.read(name) ?? ''
  const body = text.slice(0, text.trimEnd().lastIndexOf('\n') + 1)
  if (text.slice(body.length).trim() !== hash('sha256', body)) throw damaged(store, name)
  if (body.startsWith(firstLine)) return treeOfLines(Buffer.from(body.slice(firstLine.length), 'latin1'))
  const [first, ...lines] = body.trimEnd().split('\n')
  if (first !== olderLine) throw damaged(store, name)
  return treeOf(
    lines.map((line) => {
      const [path = '', seed = ''] = line.split(' ')
      return { path: path === '-' ? '' : path, seed: Buffer.from(seed, 'hex') }
    }),
  )
}

function damaged(store: KeyStore, name: string): Explained {
  return new Explained(`The ${store.called(name)} is damaged. Put it back from your copy of the keys folder.`)
}
