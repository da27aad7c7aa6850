import { hash } from 'node:crypto'

/** A seed and the path that it stands for: digits from 0 to 3, the root's is ''. */
export type Seed = { path: string; seed: Buffer }

/** Seeds as lines of one length, in the order of their paths, so that one is found in a file without reading the rest. */
export type SeedLines = { count: number; at(n: number): string; all(): Buffer }

/** 32 digits of two bits: 64 bits, so that among ten million leaves two share a place with a chance of 1 in 370,000. */
export const depth = 32

/** Path filled up, seed, the first letters of a checksum over both, and the end of the line. */
export const lineBytes = depth + 1 + 43 + 1 + 6 + 1

export function inMemory(bytes: Buffer): SeedLines {
  return {
    count: bytes.length / lineBytes,
    at: (n) => bytes.toString('latin1', n * lineBytes, (n + 1) * lineBytes),
    all: () => bytes,
  }
}

/** Shorter paths are filled up with a sign before all digits: who stands above comes first. */
export function writeSeed({ path, seed }: Seed): string {
  const said = `${path.padEnd(depth, '-')} ${seed.toString('base64url')}`
  return `${said} ${checkOf(said)}\n`
}

/**
 * The held seed at or above this path, and its line; undefined when there is none, which is when its key was destroyed.
 * @throws when the line was changed
 */
export function seedAbove(lines: SeedLines, path: string): (Seed & { n: number }) | undefined {
  let [n, beyond] = [-1, lines.count]
  while (beyond - n > 1) {
    const middle = (n + beyond) >> 1
    if (lines.at(middle).slice(0, depth) <= path) n = middle
    else beyond = middle
  }
  if (n < 0) return undefined
  const line = lines.at(n)
  const held = line.slice(0, line.indexOf(' ')).replace(/-+$/, '')
  if (!path.startsWith(held)) return undefined
  const [said, check] = [line.slice(0, -8), line.slice(-7, -1)]
  if (check !== checkOf(said)) throw new Error('A line of a key file was changed')
  return { n, path: held, seed: Buffer.from(said.slice(depth + 1), 'base64url') }
}

function checkOf(said: string): string {
  return hash('sha256', said, 'base64url').slice(0, 6)
}
