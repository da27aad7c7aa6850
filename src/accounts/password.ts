import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { atMost } from '../platform/at-most.ts'

const derive = promisify(argon2)

/** OWASP's recommendation for argon2id (Password Storage Cheat Sheet): memory in KiB, passes, lanes. About 25 hashes a second on 2 cores. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const saltBytes = 16
const tagBytes = 32

/** A flood of sign-ins waits in line instead of eating every core; the rest of the site goes on. */
const inTurn = atMost(2)

/** The password as it is stored: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  return write(cost, salt, await hash(password, salt, cost, tagBytes))
}

/**
 * Whether `password` is the stored one. An account that does not exist (`null`) takes as long as one that does.
 * @throws when the stored text is no such hash: our own bug, never the visitor's
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const known = read(stored ?? noAccount)
  const offered = await hash(password, known.salt, known.cost, known.tag.length)
  return timingSafeEqual(offered, known.tag) && stored !== null
}

/** Whether a hash was made at another cost than today's; at the next sign-in it is made anew. */
export function needsNewHash(stored: string): boolean {
  return JSON.stringify(read(stored).cost) !== JSON.stringify(cost)
}

type Cost = typeof cost

/** The same letters typed on another keyboard are the same password: NFC (RFC 8265). */
function hash(
  password: string,
  salt: Buffer,
  { memory, passes, parallelism }: Cost,
  tagLength: number,
): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFC'), 'utf8')
  return inTurn(() => derive('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength }))
}

function write({ memory, passes, parallelism }: Cost, salt: Buffer, tag: Buffer): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

function read(stored: string): { cost: Cost; salt: Buffer; tag: Buffer } {
  const [, memory, passes, parallelism, salt, tag] =
    /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]{11,86})\$([\w+/]{22,86})$/.exec(stored) ?? []
  if (!salt || !tag) throw new Error('A stored password is not an argon2id hash')
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

/** Stands in for accounts that do not exist. Nobody has its password. */
const noAccount = write(cost, randomBytes(saltBytes), randomBytes(tagBytes))
