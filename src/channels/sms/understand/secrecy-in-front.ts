import { textWithout, type Word } from './read-words.ts'
import { firstWord, isPolite } from './said.ts'
import type { Secrecy } from './understood.ts'
import { calledSecret, merely } from './words.ts'

/** `upTo`: how many words are used up; `text`: what is left of the whole text as the complaint. */
export type SecrecyInFront = { raise: Secrecy; upTo: number; text: (whole: string) => string }

/** RAHASIA or ANONIM in front of a complaint. "rahasiakan nama saya, …" hides the name, and stays in the text. */
export function secrecyInFront(words: readonly Word[]): SecrecyInFront | undefined {
  const first = firstWord(words.filter(({ means }) => means !== 'file'))
  const said = (['confidential', 'anonymous'] as const).find((secrecy) => first?.might.includes(secrecy))
  if (!first || !said) return undefined
  const upTo = words.indexOf(first) + 1
  const rest = words.slice(upTo)
  if (calledSecret.has(rest[0]?.word ?? '')) return undefined
  if (rest.every(({ word }) => isPolite(word) || merely.has(word))) return undefined
  if (hidesName(rest)) {
    return { raise: 'anonymous', upTo, text: (whole) => whole.trim() }
  }
  return { raise: said, upTo, text: (whole) => textWithout(whole, [first]) }
}

/** The reporter's own name; "RAHASIA nama pelaku Budi" is about somebody else's. */
function hidesName(rest: readonly Word[]): boolean {
  const text = rest.map(({ word }) => word).join(' ')
  return /^(namaku|identitasku|(nama|identitas|nomor|no|data|hp)( \w+)? (saya|sy|aku|kami|pelapor))\b/.test(text)
}
