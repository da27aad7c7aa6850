import type { Kind } from '../../src/intake/intake.ts'

/** What a kind of trouble sounds like. `office`: a slug, or 'local' for the city or regency where it happens. */
export type Topic = {
  category: string
  office: string
  /** How often, among all topics. */
  weight: number
  kind?: Kind
  titles: readonly string[]
  problems: readonly string[]
  effects: readonly string[]
  wishes: readonly string[]
  answers: readonly string[]
}

export const topic = (
  category: string,
  office: string,
  weight: number,
  words: Pick<Topic, 'titles' | 'problems' | 'effects' | 'wishes' | 'answers' | 'kind'>,
): Topic => ({ category, office, weight, ...words })
