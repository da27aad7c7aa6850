import type { Part } from './part.ts'

/** What cannot be read, what only steers a machine, and what no alphabet has. Line ends, tabs and joiners are of texts. */
const noLetter = /[\ufffd\p{Co}\p{Cn}]|(?![\n\r\t\f])\p{Cc}/gu

/**
 * Whether an SMS says nothing that a human reads: settings, pictures and ringing tones of telephones, octets in an alphabet that nobody named.
 * More than half of what it holds is no letter or sign; where no alphabet was named, more than a quarter. One broken letter makes no text
 * unreadable.
 */
export function isNoText(parts: readonly Pick<Part, 'text' | 'odd'>[]): boolean {
  const letters = [...parts.map(({ text }) => text).join('')].filter((letter) => letter !== ' ')
  const broken = letters.join('').match(noLetter)?.length ?? 0
  const isUnnamed = parts.some(({ odd }) => odd?.includes('no_alphabet'))
  return broken > letters.length / (isUnnamed ? 4 : 2)
}
