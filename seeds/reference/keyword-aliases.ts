import { isCommandWord } from '../../src/agencies/command-words.ts'
import type { AgencyFact } from './read.ts'

/** A shorter word is too near to too many others. */
const letters = /^[a-z][a-z0-9]{5,39}$/

/** Aliases that also name a place, a thing, a service or a person: with them a complaint begins as any sentence does. */
const everyday = new Set(
  `bpjamsostek busway imigrasi indihome jaklingko jakarta jamsostek kepolisian listrik mendikbud menpan ombudsman polisi
  surabaya`.split(/\s+/),
)

/** The aliases of the reference data that are one plain word, as first words of an SMS: KEMENKUMHAM, KOMINFO. Upper case; no keyword of any office. */
export function keywordAliases(
  agencies: readonly AgencyFact[],
  aliases: readonly { alias: string; slug: string }[],
): { word: string; slug: string }[] {
  const known = new Set(agencies.flatMap(({ smsKeyword }) => smsKeyword ?? []))
  return aliases.flatMap(({ alias, slug }) => {
    const word = alias.toUpperCase()
    const isPlain = letters.test(alias) && !everyday.has(alias) && !isCommandWord(alias)
    return isPlain && !known.has(word) ? [{ word, slug }] : []
  })
}
