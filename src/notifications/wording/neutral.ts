/** No message says how secret its report is: phones and mailboxes are shared (secrecy.md, messages going out). */
export const tellsSecrecy = /rahasia|confidential|anonim|anonymous|secret|identitas/i

/** The offices whose names a text spells out; names of five letters and fewer are words as well, and "admin nasional" is a role. */
export function officesIn(text: string, names: readonly string[]): string[] {
  const low = text.toLowerCase()
  return names.filter((name) => name.length > 5 && low.includes(name.toLowerCase()))
}
