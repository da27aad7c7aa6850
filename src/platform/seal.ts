import sodium from 'libsodium-wrappers'

await sodium.ready

/** 32 bytes each. Whoever holds the public half can only seal; the private half stays with the worker. */
export type KeyPair = { publicKey: Uint8Array; privateKey: Uint8Array }

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

/** @throws when the box was sealed for another key, or was changed */
export function open({ publicKey, privateKey }: KeyPair, sealed: Uint8Array): string {
  const padded = sodium.crypto_box_seal_open(sealed, publicKey, privateKey)
  return Buffer.from(sodium.unpad(padded, blockBytes)).toString('utf8')
}
