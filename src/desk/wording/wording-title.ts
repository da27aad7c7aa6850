import { isTemplate } from '../../notifications/wording/told.ts'
import type { WordedDoor, WordingName } from '../../notifications/wording/delivered.ts'
import type { Vocabulary } from '../../ui/words/index.ts'

/** What a message is called at the desk: a letter by its subject as it was delivered. `noted` is a letter to offices, and an answer by SMS. */
export function wordingTitle(t: Vocabulary, name: WordingName, door: WordedDoor = 'email'): string {
  if (isTemplate(name) && !(door !== 'email' && name === 'noted')) return t[`notifications_${name}_subject`]
  return t[`wording_answer_${name.replace(/^mail_/, '') as 'help'}`]
}
