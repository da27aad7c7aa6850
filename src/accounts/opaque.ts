import { createHash, randomBytes } from 'node:crypto'

/** A secret that says nothing: 256 random bits in 43 letters that fit into a cookie, a header and an address. */
export function makeOpaque(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of it: 32 bytes. A plain hash is enough, nobody can try 2^256 secrets. */
export function hashOpaque(purpose: 'session' | 'token', secret: string): Buffer {
  return createHash('sha256').update(`lapor ${purpose} 1 ${secret}`).digest()
}
