import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16

type Keys = { reportSecret: Uint8Array }

/**
 * With what a gateway signs its posts, as it is kept: sealed (AES-256-GCM) with a key of the web process, which has to check the
 * signature and opens nothing that was sealed for the worker.
 */
export function sealHookSecret(keys: Keys, secret: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys), nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** @throws when it was sealed with another key, or was changed */
export function openHookSecret(keys: Keys, box: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(keys), box.subarray(0, nonceBytes))
  decipher.setAuthTag(box.subarray(nonceBytes, nonceBytes + tagBytes))
  return Buffer.concat([decipher.update(box.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8')
}

function keyOf({ reportSecret }: Keys): Buffer {
  return Buffer.from(hkdfSync('sha256', reportSecret, '', 'lapor hook secrets', 32))
}
