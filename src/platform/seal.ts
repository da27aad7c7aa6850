import sodium from 'libsodium-wrappers'

await sodium.ready

/** 32 bytes each. Whoever holds the public half can only seal; the private half stays with the worker. */
type Halves = { publicKey: Uint8Array; privateKey: Uint8Array }

/** `older`: pairs that were in use before; with them is opened, nothing is sealed. */
export type KeyPair = Halves & { older?: readonly Halves[] }

/** Plain text is padded to a multiple of this many bytes, so a sealed box tells little of how long a name or address is. */
const blockBytes = 64

/** @param seed 32 secret bytes that always give the same pair; without it the pair is random */
export function makeKeyPair(seed?: Uint8Array): KeyPair {
  const { publicKey, privateKey } = seed ? sodium.crypto_box_seed_keypair(seed) : sodium.crypto_box_keypair()
  return { publicKey, privateKey }
}

/** The whole pair from its private half alone. */
export function pairOf(privateKey: Uint8Array): KeyPair {
  return { publicKey: sodium.crypto_scalarmult_base(privateKey), privateKey }
}

/** Text that only the holder of the private key can read again (libsodium's sealed box). Sealing the same text twice gives different bytes. */
export function seal(publicKey: Uint8Array, text: string): Buffer {
  const padded = sodium.pad(Buffer.from(text, 'utf8'), blockBytes)
  return Buffer.from(sodium.crypto_box_seal(padded, publicKey))
}

/** @throws when the box was sealed for none of these, or was changed */
export function open({ publicKey, privateKey, older = [] }: KeyPair, sealed: Uint8Array): string {
  const newest = { publicKey, privateKey }
  const fits =
    older.length === 0 || isSealedFor(newest, sealed) ? newest : older.find((one) => isSealedFor(one, sealed))
  const { publicKey: to, privateKey: by } = fits ?? newest
  return Buffer.from(sodium.unpad(sodium.crypto_box_seal_open(sealed, to, by), blockBytes)).toString('utf8')
}

/** Whether this pair, whatever others it brings, opens the box. */
export function isSealedFor({ publicKey, privateKey }: Halves, sealed: Uint8Array): boolean {
  try {
    sodium.crypto_box_seal_open(sealed, publicKey, privateKey)
    return true
  } catch {
    return false
  }
}
