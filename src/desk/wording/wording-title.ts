import { isTemplate } from '../../notifications/wording/told.ts'
import type { WordingName } from '../../notifications/wording/delivered.ts'
import type { Vocabulary } from '../../ui/words/index.ts'

/** What a message is called at the desk: a letter by its subject as it was delivered. */
export function wordingTitle(t: Vocabulary, name: WordingName): string {
  return isTemplate(name) ? t[`notifications_${name}_subject`] : t[`wording_answer_${name as 'help'}`]
}
