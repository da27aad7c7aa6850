import { cleanText, saysSomething } from '../../intake/clean-text.ts'
import type { Door } from '../../report/doors.ts'
import { wordsIn } from '../../ui/words/index.ts'
import type { Acting } from '../sms/acting.ts'
import { fileArrived } from './file-arrived.ts'
import { unsureIntake } from './plain-intake.ts'
import type { Settled } from './settle.ts'

/** A report of somebody who can never be answered, hidden where any of its texts begins by asking for it. */
export function fileWithoutWayBack(acting: Acting, door: Door, texts: readonly string[]) {
  const intake = {
    ...unsureIntake(door, texts),
    text: cleanText(texts.join('\n')),
    flags: ['no_way_back'] as const,
  }
  return fileArrived(acting, intake)
}

/** A report, says the national desk, of something that no door could read. */
export async function fileJudged(acting: Acting, door: Door, words: string): Promise<Settled> {
  const said = saysSomething(words) ? words : wordsIn('id').look_no_words
  const filed = await fileWithoutWayBack(acting, door, said.split('\n'))
  return 'id' in filed
    ? { outcome: 'report', reason: 'judged', reportId: filed.id }
    : { outcome: 'refused', reason: filed.outcome }
}
