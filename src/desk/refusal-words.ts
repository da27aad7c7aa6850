import type { Refusal } from '../report/refusals.ts'
import type { Vocabulary } from '../ui/words/index.ts'

/** Why a rule says no, in one plain sentence. */
export function refusalWords(t: Vocabulary, reason: Refusal): string {
  return t[`desk_refused_${reason}`]
}
