import { hash, randomBytes } from 'node:crypto'
import { Explained } from '../../platform/explained.ts'
import { type KeyPlace, type KeyStore, keyStore } from './key-store.ts'
import { growTree, type KeyTree } from './key-tree.ts'

/** The trees of report keys by epoch, the newest last: the master keys reports.1, reports.2, … */
export type KeyFiles = ReadonlyMap<number, KeyTree>

const nameOfFile = /^reports\.(\d{1,5})$/
const firstLine = 'lapor report keys 1'

/**
 * Reads every epoch's tree.
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
  await replaceTree(place, epoch, new Map())
}

/** All of its keys were destroyed at once. */
export function isForgotten(tree: KeyTree): boolean {
  return tree.size === 0
}

export function nameOf(epoch: number): string {
  return `reports.${epoch}`
}

/** One seed a line, `-` for the root's path, and a checksum, so that a torn or mistyped file is noticed. */
function written(tree: KeyTree): string {
  const lines = [...tree].map(([path, seed]) => `${path || '-'} ${seed.toString('hex')}`)
  const body = [firstLine, ...lines, ''].join('\n')
  return `${body}${hash('sha256', body)}\n`
}

function readTree(store: KeyStore, name: string): KeyTree {
  const text = store.read(name) ?? ''
  const body = text.slice(0, text.trimEnd().lastIndexOf('\n') + 1)
  const [first, ...lines] = body.trimEnd().split('\n')
  if (first !== firstLine || text.slice(body.length).trim() !== hash('sha256', body))
    throw new Explained(`The ${store.called(name)} is damaged. Put it back from your copy of the keys folder.`)
  return new Map(
    lines.map((line) => {
      const [path = '', seed = ''] = line.split(' ')
      return [path === '-' ? '' : path, Buffer.from(seed, 'hex')]
    }),
  )
}
