import { randomBytes } from 'node:crypto'
import sodium from 'libsodium-wrappers'

await sodium.ready

/** 32 bytes each. Whoever holds the public half can only seal; the private half stays with the worker. */
export type KeyPair = { publicKey: Uint8Array; privateKey: Uint8Array }

/** Plain text is padded to a multiple of this many bytes, so a sealed box tells little of how long a name or address is. */
const blockBytes = 64

/** First byte of a box: with a sender's key that many boxes share. Older boxes (libsodium's sealed box) have no such byte. */
const sign = 2
const keyBytes = sodium.crypto_box_PUBLICKEYBYTES
const nonceBytes = sodium.crypto_box_NONCEBYTES
const headBytes = 1 + keyBytes + nonceBytes

/** A sender's pair lives this long, and its private half is never kept: agreeing on a key costs ten times as much as sealing. */
const senderMs = 60_000
const mostShared = 64

/** @param seed 32 secret bytes that always give the same pair; without it the pair is random */
export function makeKeyPair(seed?: Uint8Array): KeyPair {
  const { publicKey, privateKey } = seed ? sodium.crypto_box_seed_keypair(seed) : sodium.crypto_box_keypair()
  return { publicKey, privateKey }
}

/** The whole pair from its private half alone. */
export function pairOf(privateKey: Uint8Array): KeyPair {
  return { publicKey: sodium.crypto_scalarmult_base(privateKey), privateKey }
}

/**
 * Text that only the holder of the private key can read again, who sealed it only for the rest of a minute. Sealing the same
 * text twice gives different bytes.
 */
export function seal(publicKey: Uint8Array, text: string): Buffer {
  const { from, shared } = senderTo(publicKey)
  const nonce = randomBytes(nonceBytes)
  const padded = sodium.pad(Buffer.from(text, 'utf8'), blockBytes)
  return Buffer.concat([Buffer.of(sign), from, nonce, sodium.crypto_box_easy_afternm(padded, nonce, shared)])
}

/** @throws when the box was sealed for another key, or was changed */
export function open(pair: KeyPair, sealed: Uint8Array): string {
  const padded = sealed[0] === sign ? (openShared(pair, sealed) ?? openOlder(pair, sealed)) : openOlder(pair, sealed)
  return Buffer.from(sodium.unpad(padded, blockBytes)).toString('utf8')
}

type Sender = { to: Uint8Array; from: Uint8Array; shared: Uint8Array; until: number }
let sender: Sender | undefined

function senderTo(to: Uint8Array): Sender {
  if (sender && performance.now() < sender.until && sodium.memcmp(sender.to, to)) return sender
  const { publicKey: from, privateKey } = makeKeyPair()
  sender = { to, from, shared: sodium.crypto_box_beforenm(to, privateKey), until: performance.now() + senderMs }
  return sender
}

/** By pair and sender, the latest of them. */
const sharedKeys = new WeakMap<KeyPair, Map<string, Uint8Array>>()

function sharedWith(pair: KeyPair, from: Uint8Array): Uint8Array {
  const known = sharedKeys.get(pair) ?? new Map<string, Uint8Array>()
  sharedKeys.set(pair, known)
  const name = Buffer.from(from).toString('base64')
  const shared = known.get(name) ?? sodium.crypto_box_beforenm(from, pair.privateKey)
  if (known.size >= mostShared) known.clear()
  known.set(name, shared)
  return shared
}

/** Null when it is none of these: an older box may begin with any byte. */
function openShared(pair: KeyPair, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < headBytes) return null
  const from = sealed.subarray(1, 1 + keyBytes)
  try {
    const nonce = sealed.subarray(1 + keyBytes, headBytes)
    return sodium.crypto_box_open_easy_afternm(sealed.subarray(headBytes), nonce, sharedWith(pair, from))
  } catch {
    return null
  }
}

function openOlder({ publicKey, privateKey }: KeyPair, sealed: Uint8Array): Uint8Array {
  return sodium.crypto_box_seal_open(sealed, publicKey, privateKey)
}
