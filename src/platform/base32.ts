const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** Bytes as people copy them, in any case: five bits a sign (RFC 4648, small letters, nothing filled up). */
export function base32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** The same bytes again, of signs that are all of this alphabet. */
export function fromBase32(token: string): Buffer {
  const bits = [...token].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
