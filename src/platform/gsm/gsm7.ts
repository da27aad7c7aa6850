/**
 * The 7-bit default alphabet of GSM 03.38 (3GPP TS 23.038, 6.2.1) and its extension table, one septet an octet, as SMPP carries it.
 * Plain tables rather than the coder of the library `smpp`: that one reads an octet that cannot be as a space, and writes a letter
 * it does not have as @ or a space.
 */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'

/** Leads to the extension table: the next septet is read there. */
const escape = 0x1b

const extension = new Map([
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
])

const septetsOf = new Map<string, readonly number[]>([
  ...[...basic].map((letter, septet) => [letter, [septet]] as const).filter(([letter]) => letter !== '\x1b'),
  ...[...extension].map(([septet, letter]) => [letter, [escape, septet]] as const),
])

/**
 * Septets as text. An octet above 0x7f and an escape before nothing become U+FFFD; after an escape, a septet that the extension
 * table lacks is read from the basic one, as the standard asks, and a second escape as a space.
 */
export function decodeGsm7(septets: Uint8Array): string {
  let text = ''
  for (let at = 0; at < septets.length; at++) {
    const septet = septets[at] as number
    text += septet === escape ? extended(septets[++at]) : (basic[septet] ?? '\ufffd')
  }
  return text
}

/** Text as septets, extension letters as two; null when a letter is in neither table. */
export function encodeGsm7(text: string): Buffer | null {
  const septets: number[] = []
  for (const letter of text) {
    const found = septetsOf.get(letter)
    if (!found) return null
    septets.push(...found)
  }
  return Buffer.from(septets)
}

export function isGsm7(text: string): boolean {
  return [...text].every((letter) => septetsOf.has(letter))
}

function extended(septet: number | undefined): string {
  if (septet === escape) return ' '
  return (septet !== undefined && (extension.get(septet) ?? basic[septet])) || '\ufffd'
}
