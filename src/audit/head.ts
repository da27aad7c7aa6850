import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { type Day, isDay } from '../report/clocks/day.ts'
import { sha256 } from './tree.ts'

/** One day's head. Hashes in hexadecimal. */
export type Head = {
  /** 1, 2, 3 … without a gap; days may be missing when the installation stood still. */
  number: number
  day: Day
  root: string
  /** Salted commitment to the end of the ledger of openings (ledger.ts); heads of version 1 have none. */
  ledger?: string
  /** Hash of the text of the head before. */
  previous: string
}

export type SignedHead = Head & { signature: Buffer; publicKey: Buffer }

export const noHead = '0'.repeat(64)

/** What is signed, byte for byte; always of the same length. */
export function headText({ number, day, root, ledger, previous }: Head): string {
  const version = ledger === undefined ? 1 : 2
  const opened = ledger === undefined ? '' : `ledger ${ledger}\n`
  return `LAPOR! head ${version}\nnumber ${String(number).padStart(6, '0')}\nday ${day}\nroot ${root}\n${opened}previous ${previous}\n`
}

/** The head that a text says; undefined when it is not the text of a head. */
export function readHeadText(text: string): Head | undefined {
  const [, number, day = '', root = '', ledger, previous = ''] = texts.exec(text) ?? []
  if (!isDay(day)) return undefined
  const head: Head = { number: Number(number), day, root, previous, ...(ledger && { ledger }) }
  return headText(head) === text ? head : undefined
}

const texts =
  /^LAPOR! head [12]\nnumber (\d{6,})\nday (\d{4}-\d\d-\d\d)\nroot ([\da-f]{64})\n(?:ledger ([\da-f]{64})\n)?previous ([\da-f]{64})\n$/

/** What the next head calls `previous`. */
export function hashOfHead(head: Head): string {
  return sha256(headText(head))
}

const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex')
const spkiEd25519 = Buffer.from('302a300506032b6570032100', 'hex')

/** The key that signs heads. @param seed 32 secret bytes (LAPOR_DATA_DIR/keys/audit); the web process is not handed them */
export function headKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8Ed25519, seed]), format: 'der', type: 'pkcs8' })
}

/** The 32 bytes that check what the key signed. */
export function publicHalf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spkiEd25519.length)
}

/** As openssl reads it. */
export function publicKeyPem(publicKey: Uint8Array): string {
  return publicKeyObject(publicKey).export({ format: 'pem', type: 'spki' }).toString()
}

/** Undefined when the text is no Ed25519 key. */
export function readPublicKeyPem(pem: string): Buffer | undefined {
  try {
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType !== 'ed25519') return undefined
    return key.export({ format: 'der', type: 'spki' }).subarray(spkiEd25519.length)
  } catch {
    return undefined
  }
}

export function signHead(key: KeyObject, head: Head): SignedHead {
  return { ...head, signature: sign(null, Buffer.from(headText(head)), key), publicKey: publicHalf(key) }
}

/** Whether the holder of the key signed this head. @param publicKey 32 bytes */
export function isSigned(head: Head, signature: Uint8Array, publicKey: Uint8Array): boolean {
  return isSignedText(headText(head), signature, publicKey)
}

export function isSignedText(text: string, signature: Uint8Array, publicKey: Uint8Array): boolean {
  return verify(null, Buffer.from(text), publicKeyObject(publicKey), signature)
}

function publicKeyObject(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([spkiEd25519, publicKey]), format: 'der', type: 'spki' })
}
