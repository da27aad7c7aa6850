import { beginEpoch, type KeyFiles, readKeyFiles, replaceTree } from './key-file.ts'
import { following } from './following.ts'
import type { KeyPlace } from './key-store.ts'
import { deriveKey, puncture } from './key-tree.ts'

/** The keys in hand, by epoch. */
export type KeyRing = {
  /** What is sealed now is sealed under this one. */
  newest(): number
  /** Those of which there are keys; not the forgotten. */
  epochs(): number[]
  /** Undefined when this leaf's key was destroyed. @throws when the epoch's tree is not here */
  key(epoch: number, leaf: string): Buffer | undefined
}

const mostRemembered = 20_000

/** A ring of trees that stay as they are: of tests, and the heart of the one that follows the files. */
export function ringOf(files: KeyFiles): KeyRing {
  const remembered = new Map<string, Buffer>()
  const newest = Math.max(...files.keys())
  return {
    newest: () => newest,
    epochs: () => [...files].flatMap(([epoch, tree]) => (tree.size > 0 ? epoch : [])),
    key(epoch, leaf) {
      const name = `${epoch} ${leaf}`
      const known = remembered.get(name)
      if (known) return known
      const tree = files.get(epoch)
      if (!tree) throw new Error(`The key file of epoch ${epoch} is missing`)
      const key = deriveKey(tree, leaf)
      if (key && remembered.size >= mostRemembered) remembered.clear()
      if (key) remembered.set(name, key)
      return key
    },
  }
}

/**
 * The keys of this installation, the first epoch begun when there is none. Followed while the process lives: a key
 * that is destroyed, or an epoch that begins, is noticed within a quarter of a second.
 * @throws Explained when a key file is damaged or readable by others
 */
export function openKeyRing(place: KeyPlace): KeyRing {
  if (readKeyFiles(place).size === 0) beginEpoch(place, 1)
  const current = following(place, () => ringOf(readKeyFiles(place)))
  return {
    newest: () => current().newest(),
    epochs: () => current().epochs(),
    key: (epoch, leaf) => current().key(epoch, leaf),
  }
}

/** Destroys the keys of these leaves in every epoch; on the disk when this returns. One caller at a time. */
export async function destroyKeys(place: KeyPlace, leaves: readonly string[]): Promise<void> {
  for (const [epoch, tree] of readKeyFiles(place)) {
    const left = puncture(tree, leaves)
    if (left !== tree) await replaceTree(place, epoch, left)
  }
}
