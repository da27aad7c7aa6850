import { isUtf8 } from 'node:buffer'

const unknown = /charset\s*=\s*(?:"\s*)?(?:x-unknown|unknown-8bit|unknown|us-ascii|ascii|default)(?:\s*")?/gi
const looksLike = /charset\s*=\s*"?\s*(?:x-unknown|unknown|us-ascii|ascii|default)/i

/**
 * The same octets where a charset says nothing (`unknown-8bit`) or less than is there (`us-ascii` over 8 bits): what is UTF-8 as a whole
 * is called UTF-8, all else is read as windows-1252. Lengths stay.
 */
export function withKnownCharset(raw: Uint8Array): Uint8Array {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1')
  if (!looksLike.test(text)) return raw
  const name = isUtf8(raw) ? 'utf-8' : 'l1'
  return Buffer.from(
    text.replace(unknown, (said) => `charset=${name}`.padEnd(said.length).slice(0, said.length)),
    'latin1',
  )
}
