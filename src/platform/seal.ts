import { randomBytes } from 'node:crypto'
import sodium from 'libsodium-wrappers'

await sodium.ready

/** 32 bytes each. Whoever holds the public half can only seal; the private half stays with the worker. */
type Halves = { publicKey: Uint8Array; privateKey: Uint8Array }

/** `older`: pairs that were in use before; with them is opened, nothing is sealed. */
export type KeyPair = Halves & { older?: readonly Halves[] }

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

/** @throws when the box was sealed for none of these, or was changed */
export function open(pair: KeyPair, sealed: Uint8Array): string {
  for (const half of [pair, ...(pair.older ?? [])]) {
    const padded = openFor(half, sealed)
    if (padded) return Buffer.from(sodium.unpad(padded, blockBytes)).toString('utf8')
  }
  throw new Error('This box was sealed for another key, or was changed')
}

/** Whether this pair, whatever others it brings, opens the box. */
export function isSealedFor(pair: Halves, sealed: Uint8Array): boolean {
  return openFor(pair, sealed) !== null
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
const sharedKeys = new WeakMap<Halves, Map<string, Uint8Array>>()

function sharedWith(pair: Halves, from: Uint8Array): Uint8Array {
  const known = sharedKeys.get(pair) ?? new Map<string, Uint8Array>()
  sharedKeys.set(pair, known)
  const name = Buffer.from(from).toString('base64')
  const before = known.get(name)
  if (before) return before
  const shared = sodium.crypto_box_beforenm(from, pair.privateKey)
  if (known.size >= mostShared) known.clear()
  known.set(name, shared)
  return shared
}

/** Null when it is not for this pair. An older box, libsodium's own, may begin with any byte. */
function openFor(pair: Halves, sealed: Uint8Array): Uint8Array | null {
  const shared = sealed[0] === sign && sealed.length >= headBytes ? openShared(pair, sealed) : null
  return shared ?? orNull(() => sodium.crypto_box_seal_open(sealed, pair.publicKey, pair.privateKey))
}

function openShared(pair: Halves, sealed: Uint8Array): Uint8Array | null {
  const nonce = sealed.subarray(1 + keyBytes, headBytes)
  const shared = sharedWith(pair, sealed.subarray(1, 1 + keyBytes))
  return orNull(() => sodium.crypto_box_open_easy_afternm(sealed.subarray(headBytes), nonce, shared))
}

/** libsodium throws where a box does not open. */
function orNull(open: () => Uint8Array): Uint8Array | null {
  try {
    return open()
  } catch {
    return null
  }
}
