import type { Tx } from '../report/as.ts'
import { audienceOf } from '../report/audience.ts'
import { hides } from '../report/hides.ts'
import { findInOfficeWords } from '../secrecy/personal-data/find-personal-data.ts'
import { knownNumbers, withNumbers } from '../secrecy/strange-numbers.ts'
import { printOf } from '../secrecy/print-of.ts'
import type { Action, Values } from './action.ts'
import type { Duty } from './duty.ts'
import type { OpenReport } from './open-report.ts'
import type { Outcome } from './perform-action.ts'

/** Under which a form says which words it has been asked about: others, and it is asked again. */
export const lookedAt = 'dibaca'

/**
 * Words for the public that seem to point at somebody: the form comes back once, with what was found; sent again as it is, it goes. Also
 * of a report that the public does not read yet: when it is forwarded, or its embargo ends, they are read as they stand. A judgement
 * of whoever writes, for officials may be named. Of hidden reports the judge is letting-words-out.ts; numbers of reports that the public
 * does not find are asked about wherever everybody reads.
 */
export async function askToLookAgain(
  tx: Tx,
  { report }: OpenReport,
  action: Action,
  duty: Duty,
  values: Values,
): Promise<Outcome | undefined> {
  const { text = '' } = values
  const hasOwnPage = action.edited !== undefined
  if (report.confidential || hasOwnPage || action.staysInside?.(values)) return undefined
  if (audienceOf(action.move(duty.actor.role)) !== 'public') return undefined
  const people = hides(report) ? [] : findInOfficeWords(text)
  const finds = withNumbers(text, await knownNumbers(tx, report.id, [text]), people)
  const found = [...new Set(finds.map(({ start, end }) => text.slice(start, end)))]
  const seen = printOf({ text })
  if (found.length === 0 || values[lookedAt] === seen) return undefined
  const errors = { text: duty.t.desk_look_again(found.map((piece) => `“${piece}”`).join(', ')) }
  return { kind: 'wrong', errors, again: { [lookedAt]: seen } }
}
