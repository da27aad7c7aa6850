import { hash } from 'node:crypto'
import { depth, inMemory, lineBytes, type Seed, seedAbove, type SeedLines, writeSeed } from './seed-lines.ts'

/**
 * Seeds by the path that they stand for: every leaf whose path begins with it. A fresh tree is its root alone; whoever holds a seed
 * derives every key below it, and none besides. Each destroyed leaf leaves some 76 seeds beside its path.
 */
export type KeyTree = {
  readonly size: number
  /** Wherever they are: what is looked at is one state of them. */
  look<T>(work: (lines: SeedLines) => T): T
}

const digits = ['0', '1', '2', '3'] as const

/** @param root 32 random bytes */
export function growTree(root: Buffer): KeyTree {
  return treeOf([{ path: '', seed: root }])
}

/** In any order; none stands above another. */
export function treeOf(seeds: readonly Seed[]): KeyTree {
  return treeOfLines(Buffer.from(seeds.map(writeSeed).sort().join('')))
}

export function treeOfLines(bytes: Buffer): KeyTree {
  const lines = inMemory(bytes)
  return { size: lines.count, look: (work) => work(lines) }
}

/** The key of this leaf, 32 bytes: always the same; undefined once it has been destroyed. */
export function deriveKey(tree: KeyTree, leaf: string): Buffer | undefined {
  const path = pathOf(leaf)
  const held = tree.look((lines) => seedAbove(lines, path))
  if (held === undefined) return undefined
  let { seed } = held
  for (const digit of path.slice(held.path.length)) seed = below(seed, digit.charCodeAt(0))
  return below(seed, keyOfLeaf)
}

/**
 * The tree without these leaves (a puncturable tree, after Goldreich, Goldwasser and Micali): each seed above one of them gives
 * way to the seeds beside its path. All other keys stay as they are; the order does not matter; twice is once.
 * @returns the same tree when all of them were destroyed before
 */
export function puncture(tree: KeyTree, leaves: readonly string[]): KeyTree {
  return tree.look((lines) => {
    const gone = new Map<number, string>()
    const beside = new Map<string, Buffer>()
    for (const leaf of leaves) {
      const path = pathOf(leaf)
      const held = takeAbove(lines, gone, beside, path)
      if (held) for (const { path: at, seed } of besidePath(held, path)) beside.set(at, seed)
    }
    return gone.size === 0 ? tree : treeOfLines(exchanged(lines.all(), gone, beside))
  })
}

/** Takes the seed above this path away, from those that came before or from the tree. */
function takeAbove(
  lines: SeedLines,
  gone: Map<number, string>,
  beside: Map<string, Buffer>,
  path: string,
): Seed | undefined {
  for (let level = 0; beside.size > 0 && level <= depth; level++) {
    const at = path.slice(0, level)
    const seed = beside.get(at)
    if (seed && beside.delete(at)) return { path: at, seed }
  }
  const held = seedAbove(lines, path)
  if (!held || gone.has(held.n)) return undefined
  gone.set(held.n, held.path)
  return held
}

function besidePath(held: Seed, path: string): Seed[] {
  const found: Seed[] = []
  let { seed } = held
  for (let level = held.path.length; level < depth; level++) {
    for (const digit of digits)
      if (digit !== path[level])
        found.push({ path: path.slice(0, level) + digit, seed: below(seed, digit.charCodeAt(0)) })
    seed = below(seed, path.charCodeAt(level))
  }
  return found
}

/** Each line that is gone gives way to those below its path, so the order stays. */
function exchanged(all: Buffer, gone: ReadonlyMap<number, string>, beside: ReadonlyMap<string, Buffer>): Buffer {
  const news = [...beside].map(([path, seed]) => writeSeed({ path, seed })).sort()
  const parts: Buffer[] = []
  let [from, next] = [0, 0]
  for (const [n, path] of [...gone].sort(([one], [other]) => one - other)) {
    const first = next
    while (news[next]?.startsWith(path)) next++
    parts.push(all.subarray(from, n * lineBytes), Buffer.from(news.slice(first, next).join('')))
    from = (n + 1) * lineBytes
  }
  return Buffer.concat([...parts, all.subarray(from)])
}

/** Where a leaf hangs: 32 digits, the same for the same name. */
function pathOf(leaf: string): string {
  const bytes = hash('sha256', `lapor leaf 1 ${leaf}`, 'buffer')
  let path = ''
  for (const byte of bytes.subarray(0, depth / 4)) path += `${byte >> 6}${(byte >> 4) & 3}${(byte >> 2) & 3}${byte & 3}`
  return path
}

const keyOfLeaf = 'k'.charCodeAt(0)
const seedBytes = 32

function below(seed: Buffer, sign: number): Buffer {
  const input = Buffer.allocUnsafe(seedBytes + 1)
  seed.copy(input)
  input[seedBytes] = sign
  return hash('sha256', input, 'buffer')
}
