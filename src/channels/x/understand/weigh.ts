import { speaksForOffice } from './speaks-for-office.ts'
import { type Sign, signsAgainst, signsFor } from './signs.ts'

/** What can be weighed of a post: its words, and how its author introduces themselves. */
export type Weighed = { words: string; links: number; hashtags: number; speaker?: string }

/** `for`: somebody tells of their trouble; `against`: an office promotes, a newspaper reports, somebody has an opinion. */
export type Weight = { for: number; against: number; promotes: boolean; reviews: boolean; concrete: boolean }

/** Adds up every sign that a post shows, each once. Signs and weights are in `signs.ts`, to be read and disputed. */
export function weigh({ words, links, hashtags, speaker }: Weighed): Weight {
  const text = words.normalize('NFKC').toLowerCase()
  const length = text.split(/\s+/).filter(Boolean).length
  const seen = (sign: Sign) => sign.pattern.test(text)
  const shown = signsAgainst.filter(seen)
  const told = signsFor.filter(seen)
  const sum = (signs: readonly Sign[]) => signs.reduce((total, { weight }) => total + weight, 0)
  const campaign = hashtags >= 3 ? 3 : hashtags === 2 ? 1 : 0
  const office = speaker && speaksForOffice(speaker) ? 3 : 0
  const headline = links > 0 && length <= 25 ? 1 : 0
  const letter = length > 60 ? 2 : 0
  return {
    for: sum(told) + letter,
    against: sum(shown) + campaign + office + headline,
    concrete: told.some(({ concrete }) => concrete),
    reviews: shown.some(({ reviews }) => reviews),
    promotes: shown.some(({ promotes }) => promotes) || campaign + office > 2,
  }
}
