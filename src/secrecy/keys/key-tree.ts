import { hash } from 'node:crypto'

/**
 * Seeds by the path that they stand for: every leaf whose path begins with it. A path is digits from 0 to 3, the root is ''.
 * A fresh tree is its root alone; whoever holds a seed derives every key below it, and none besides.
 */
export type KeyTree = ReadonlyMap<string, Buffer>

/** 32 digits of two bits: 64 bits, so that among ten million leaves two share a place with a chance of 1 in 370,000. */
const depth = 32
const digits = ['0', '1', '2', '3'] as const

/** @param root 32 random bytes */
export function growTree(root: Buffer): KeyTree {
  return new Map([['', root]])
}

/** The key of this leaf, 32 bytes: always the same; undefined once it has been destroyed. */
export function deriveKey(tree: KeyTree, leaf: string): Buffer | undefined {
  const path = pathOf(leaf)
  const held = heldAbove(tree, path)
  if (held === undefined) return undefined
  let seed = tree.get(held) as Buffer
  for (const digit of path.slice(held.length)) seed = below(seed, digit.charCodeAt(0))
  return below(seed, keyOfLeaf)
}

/**
 * The tree without these leaves (a puncturable tree, after Goldreich, Goldwasser and Micali): each seed above one of them gives
 * way to the seeds beside its path. All other keys stay as they are; the order does not matter; twice is once.
 */
export function puncture(tree: KeyTree, leaves: readonly string[]): KeyTree {
  const left = new Map(tree)
  for (const leaf of leaves) {
    const path = pathOf(leaf)
    const held = heldAbove(left, path)
    if (held === undefined) continue
    let seed = left.get(held) as Buffer
    left.delete(held)
    for (let level = held.length; level < depth; level++) {
      for (const digit of digits)
        if (digit !== path[level]) left.set(path.slice(0, level) + digit, below(seed, digit.charCodeAt(0)))
      seed = below(seed, path.charCodeAt(level))
    }
  }
  return left
}

/** Where a leaf hangs: 32 digits, the same for the same name. */
function pathOf(leaf: string): string {
  const bytes = hash('sha256', `lapor leaf 1 ${leaf}`, 'buffer')
  let path = ''
  for (const byte of bytes.subarray(0, depth / 4)) path += `${byte >> 6}${(byte >> 4) & 3}${(byte >> 2) & 3}${byte & 3}`
  return path
}

/** The held seed's path on the way to this leaf. */
function heldAbove(tree: KeyTree, path: string): string | undefined {
  for (let level = 0; level <= depth; level++) {
    const prefix = path.slice(0, level)
    if (tree.has(prefix)) return prefix
  }
  return undefined
}

const keyOfLeaf = 'k'.charCodeAt(0)
const seedBytes = 32

function below(seed: Buffer, sign: number): Buffer {
  const input = Buffer.allocUnsafe(seedBytes + 1)
  seed.copy(input)
  input[seedBytes] = sign
  return hash('sha256', input, 'buffer')
}
