import { cleanText, saysSomething } from '../../intake/clean-text.ts'
import { fileReport } from '../../intake/file-report.ts'
import type { Door } from '../../intake/arrivals-ledger.ts'
import { wordsIn } from '../../ui/words/index.ts'
import type { Acting } from '../sms/acting.ts'
import { unsureIntake } from './plain-intake.ts'
import type { Settled } from './settle.ts'

/** A report, says the national desk, of something that no door could read: nobody can be answered. */
export async function fileJudged(
  { tx, keys, setting, idempotencyKey }: Acting,
  door: Door,
  words: string,
): Promise<Settled> {
  const { rules, directory, now } = setting
  const intake = {
    ...unsureIntake(door, words.split('\n')),
    text: cleanText(saysSomething(words) ? words : wordsIn('id').look_no_words),
    flags: ['no_way_back'] as const,
    idempotencyKey,
  }
  const filed = await fileReport({ db: tx, rules, directory, keys }, intake, now)
  return 'id' in filed
    ? { outcome: 'report', reason: 'judged', reportId: filed.id }
    : { outcome: 'refused', reason: filed.outcome }
}
