import { hash } from 'node:crypto'

/** Levels between a leaf and the root: every path has this many hashes, however many reports there are. */
export const depth = 32

/** Levels from the root to the branches that are kept with each head. */
export const branchDepth = 12
export const branchCount = 2 ** branchDepth

/** Leaves' places that one branch spans. */
export const branchSpan = 2 ** (depth - branchDepth)

/** `hash` is the leaf's own, hexadecimal. */
export type Leaf = { place: number; hash: string }

/** The end of one chain. `hash` of the last event, hexadecimal. */
export type ChainEnd = { reportId: string; trackingId: string; seq: number; hash: string }

/** All hashes are SHA-256 of such texts (no newline at the end), so that a shell can check them. */
export const sha256 = (text: string) => hash('sha256', text)

/** What a leaf says: of the same length for every report. Without the salt nobody can try out whether a report is in it. */
export function leafText(dayKey: string, { reportId, trackingId, seq, hash: last }: ChainEnd): string {
  return `leaf ${sha256(`salt ${reportId} ${dayKey}`)} ${trackingId} ${String(seq).padStart(6, '0')} ${last}`
}

export function nodeHash(left: string, right: string): string {
  return sha256(`node ${left} ${right}`)
}

/** Stands where no report is, and looks like any other hash. */
function emptyHash(dayKey: string, height: number, prefix: number): string {
  return sha256(`empty ${height} ${prefix} ${dayKey}`)
}

/**
 * The node above some leaves.
 * @param leaves of this node alone, by place
 * @param height levels between the leaves and the node
 * @param prefix the node's place among those of its height
 */
export function rootOf(dayKey: string, leaves: readonly Leaf[], height: number, prefix: number): string {
  if (leaves.length === 0) return emptyHash(dayKey, height, prefix)
  if (height === 0) return (leaves[0] as Leaf).hash
  const [left, right] = halves(leaves, height, prefix)
  return nodeHash(rootOf(dayKey, left, height - 1, prefix * 2), rootOf(dayKey, right, height - 1, prefix * 2 + 1))
}

/** The hashes beside the way from a leaf up to its branch, lowest first. */
export function pathInBranch(dayKey: string, leaves: readonly Leaf[], place: number): string[] {
  const path: string[] = []
  let [within, prefix] = [leaves, Math.floor(place / branchSpan)]
  for (let height = depth - branchDepth; height > 0; height--) {
    const sides = halves(within, height, prefix)
    const side = sideOf(place, height)
    path.push(rootOf(dayKey, sides[1 - side] as readonly Leaf[], height - 1, prefix * 2 + 1 - side))
    within = sides[side]
    prefix = prefix * 2 + side
  }
  return path.reverse()
}

/** The root above the branches, and the hashes beside the way from one of them up to it, lowest first. */
export function aboveBranches(branches: readonly string[], branch: number): { root: string; path: string[] } {
  const path: string[] = []
  let [level, at] = [branches, branch]
  while (level.length > 1) {
    path.push(level[at % 2 === 0 ? at + 1 : at - 1] as string)
    level = Array.from({ length: level.length / 2 }, (_, n) =>
      nodeHash(level[2 * n] as string, level[2 * n + 1] as string),
    )
    at = Math.floor(at / 2)
  }
  return { root: level[0] as string, path }
}

/** Which side a place lies on under its node of this height: 0 left, 1 right. */
function sideOf(place: number, height: number): 0 | 1 {
  return Math.floor(place / 2 ** (height - 1)) % 2 === 0 ? 0 : 1
}

function halves(leaves: readonly Leaf[], height: number, prefix: number): [readonly Leaf[], readonly Leaf[]] {
  const middle = (prefix * 2 + 1) * 2 ** (height - 1)
  let [low, high] = [0, leaves.length]
  while (low < high) {
    const at = (low + high) >> 1
    if ((leaves[at] as Leaf).place < middle) low = at + 1
    else high = at
  }
  if (low === 0) return [[], leaves]
  if (low === leaves.length) return [leaves, []]
  return [leaves.slice(0, low), leaves.slice(low)]
}
