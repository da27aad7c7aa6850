import { wordsIn } from '../../ui/words/index.ts'
import { fitOf } from '../asked/fit-of.ts'
import { findId } from '../sms/understand/find-id.ts'
import { readWords } from '../sms/understand/read-words.ts'
import type { Teller } from './tell-report.ts'

/**
 * Whether the public may read these words in this report, of somebody who has a hidden one besides, open or ended lately: they name it, or all that they name
 * stands in it. Else they may be of the hidden one, and what was published once is called back by nobody.
 */
export async function isSurelyOf(teller: Teller, reportId: string, text: string): Promise<boolean> {
  const { tx, own = [], heard = '', surelyOf } = teller
  const report = own.find(({ id }) => id === reportId)
  const hidden = own.some(({ id, past, hides }) => id !== reportId && !past && (hides.anonymous || hides.confidential))
  if (!report || !hidden || report.hides.confidential || surelyOf === reportId) return true
  if (text === wordsIn('id').sms_not_done_without_reason) return true
  if ([heard, text].some((said) => findId(readWords(said), [report])?.whose === 'own')) return true
  return (await fitOf(tx, text, report)) === 'surely'
}
