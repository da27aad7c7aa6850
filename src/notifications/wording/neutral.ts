/** No message says how secret its report is: phones and mailboxes are shared (secrecy.md, messages going out). */
export const tellsSecrecy = /rahasia|confidential|anonim|anonymous|secret|identitas/i

/**
 * The offices that a text names: by their name or short name, or as people call a local government ("Kota Kupang", "Kab. Luwu",
 * "Gubernur Papua"), said as it was found. Names of five letters and fewer are words as well, in other letters ("bin", "BIN"); a kind alone
 * ("kota") and a place alone name no office, and "admin nasional" is a role.
 */
export function officesIn(text: string, names: readonly string[]): string[] {
  const low = text.toLowerCase()
  const spoken = low.replace(/[.\s]+/g, ' ')
  const known = names.filter((name) => (name.length > 5 ? low.includes(name.toLowerCase()) : stands(text, name)))
  const called = names.flatMap(callings).filter((name) => stands(spoken, name.toLowerCase()))
  return [...new Set([...known, ...called])]
}

/** What people say before the name of a place when they mean its government. */
const governments = {
  Kabupaten: ['Kabupaten', 'Kab', 'Pemda', 'Pemkab', 'Bupati'],
  Kota: ['Kota', 'Pemda', 'Pemkot', 'Walikota'],
  Provinsi: ['Provinsi', 'Prov', 'Pemda', 'Pemprov', 'Gubernur'],
} as const

const kindOf = { Pemkab: 'Kabupaten', Pemkot: 'Kota', Pemprov: 'Provinsi' } as const

function callings(name: string): string[] {
  const [, kind, short, place] =
    /^(?:Pemerintah (Kabupaten|Kota|Provinsi)|(Pemkab|Pemkot|Pemprov)) (.+)$/.exec(name) ?? []
  const found = (kind ?? (short && kindOf[short as keyof typeof kindOf])) as keyof typeof governments | undefined
  return found && place ? governments[found].map((word) => `${word} ${place}`) : []
}

/** Whether it stands there as a word of its own, in these very letters. */
function stands(text: string, name: string): boolean {
  const isLetter = (letter = ' ') => /[\p{L}\p{N}]/u.test(letter)
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return true
  return false
}
