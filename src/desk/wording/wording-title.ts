import { isTemplate } from '../../notifications/wording/told.ts'
import { isByMail, isOnPage, toldOf, type WordedDoor, type WordingName } from '../../notifications/wording/delivered.ts'
import { digest, publicAnswer } from '../../notifications/table.ts'
import type { Vocabulary } from '../../ui/words/index.ts'

/** What a message is called at the desk: a letter by its subject as it was delivered. `noted` is a letter to offices, and an answer by SMS. */
export function wordingTitle(t: Vocabulary, name: WordingName, door: WordedDoor = 'email'): string {
  if (isTemplate(name) && !(door !== 'email' && name === 'noted')) return t[`notifications_${name}_subject`]
  if (name === digest) return t.digest_title
  if (isOnPage(name)) return t.wording_on_page(t[`notifications_${toldOf(name) as 'question'}_subject`])
  if (isByMail(name)) return t.wording_by_mail(t[`notifications_${toldOf(name) as 'question'}_subject`])
  return t[`wording_answer_${name.replace(/^mail_/, '') as 'help'}`]
}

/** By which way; on X everybody reads the public answer, and all else is between two. */
export function wordingDoor(t: Vocabulary, door: WordedDoor, name: WordingName): string {
  return name === publicAnswer ? t.wording_door_public : t[`wording_door_${door}`]
}
