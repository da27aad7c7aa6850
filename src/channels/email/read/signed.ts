import type { Attachment } from 'postal-mime'

/** S/MIME that is signed but not encrypted (RFC 8551, `smime-type=signed-data`), by its object identifier 1.2.840.113549.1.7.2. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex')
/** What is signed: `data`, 1.2.840.113549.1.7.1. */
const data = Buffer.from('06092a864886f70d010701', 'hex')

const sequence = 0x30
const octets = 0x04
const octetsInPieces = 0x24
const explicit = 0xa0
const mostPieces = 100_000

export function isSigned({ mimeType, filename }: Attachment): boolean {
  return /^application\/(?:x-)?pkcs7-mime$/.test(mimeType) || /^smime\.p7m$/i.test(filename ?? '')
}

/**
 * The mail inside a signature that holds it; undefined when it is encrypted, or no signature that we know. The signature itself is not
 * checked: who wrote a mail is told by other means (trust.ts).
 */
export function innerOfSigned(bytes: Uint8Array): Uint8Array | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = all.subarray(0, 64).indexOf(signedData)
  if (all[0] !== sequence || kind < 0) return undefined
  const at = all.subarray(0, 256).indexOf(data, kind + signedData.length)
  if (at < 0) return undefined
  const content = readValue(all, at + data.length)
  if (content?.tag !== explicit) return undefined
  return readOctets(all, content.from)
}

/** BER: where a value's content begins, and how long it is; undefined length where only its end is marked. */
type Value = { tag: number; from: number; length?: number }

function readValue(all: Buffer, at: number): Value | undefined {
  const tag = all[at]
  const first = all[at + 1]
  if (tag === undefined || first === undefined) return undefined
  if (first === 0x80) return { tag, from: at + 2 }
  if (first < 0x80) return { tag, from: at + 2, length: first }
  const count = first & 0x7f
  if (count > 4 || at + 2 + count > all.length) return undefined
  return { tag, from: at + 2 + count, length: all.readUIntBE(at + 2, count) }
}

/** An octet string, whole or in pieces. */
function readOctets(all: Buffer, at: number): Uint8Array | undefined {
  const value = readValue(all, at)
  if (value?.tag === octets && value.length !== undefined) return all.subarray(value.from, value.from + value.length)
  if (value?.tag !== octetsInPieces) return undefined
  const end = value.length === undefined ? all.length : value.from + value.length
  const pieces: Uint8Array[] = []
  for (let next = value.from; next < end && pieces.length < mostPieces; ) {
    const piece = readValue(all, next)
    if (piece?.tag !== octets || piece.length === undefined) break
    pieces.push(all.subarray(piece.from, piece.from + piece.length))
    next = piece.from + piece.length
  }
  return pieces.length > 0 ? Buffer.concat(pieces) : undefined
}
