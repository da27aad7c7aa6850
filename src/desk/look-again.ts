import { cleanText } from '../intake/clean-text.ts'
import type { Tx } from '../report/as.ts'
import { audienceOf } from '../report/audience.ts'
import { hides } from '../report/hides.ts'
import type { Find } from '../secrecy/personal-data/find.ts'
import { findInOfficeWords, findReadByAll } from '../secrecy/personal-data/find-personal-data.ts'
import { redact } from '../secrecy/personal-data/redact.ts'
import { afterPress, carryingPieces, redactionsIn } from '../secrecy/redactions.ts'
import { knownNumbers, withNumbers } from '../secrecy/strange-numbers.ts'
import { printOf } from '../secrecy/print-of.ts'
import type { Action, Posted, Values } from './action.ts'
import type { Duty } from './duty.ts'
import type { OpenReport } from './open-report.ts'

/** Under which a form says which words it has been shown as everybody will read them: others, and it is shown again. */
export const lookedAt = 'dibaca'

/**
 * What a preview of an office's words shows. `asked`: the pieces that it comes up for, those that still stand. `look`: what is marked, and
 * can be taken out. `print`: stands for the words as shown. `isPress`: one of its own buttons asked for it.
 */
export type Asked = {
  open: OpenReport
  asked: readonly string[]
  look: (text: string) => Find[]
  print: string
  isPress: boolean
}

/**
 * Words for the public that seem to point at somebody are shown once as everybody will read them; sent as they are shown, they go. Also
 * of a report that the public does not read yet: when it is forwarded, or its embargo ends, they are read as they stand. A judgement
 * of whoever writes, for officials may be named. Of hidden reports the judge is letting-words-out.ts, which nothing here asks, so that a
 * preview tells nobody whether they guessed; numbers of reports that the public does not find are asked about wherever everybody reads.
 * @returns undefined where nothing need be shown
 */
export async function askToLookAgain(
  tx: Tx,
  open: OpenReport,
  action: Action,
  duty: Duty,
  { values, taken }: Posted,
): Promise<Asked | undefined> {
  const { report } = open
  const { text = '' } = values
  const hasOwnPage = action.edited !== undefined
  if (report.confidential || hasOwnPage || action.staysInside?.(values)) return undefined
  if (audienceOf(action.move(duty.actor.role)) !== 'public') return undefined
  const known = await knownNumbers(tx, report.id, [taken?.whole ?? '', text])
  const numbered = (words: string, finds: readonly Find[]) => withNumbers(words, known, hides(report) ? [] : finds)
  const found = numbered(text, findInOfficeWords(text))
  const asked = [...new Set(found.map(({ start, end }) => text.slice(start, end)))]
  const print = printOf({ text: cleanText(text) })
  const isPress = taken?.isPress === true
  const isShown = !isPress && values[lookedAt] === print
  if (isShown || (asked.length === 0 && !taken)) return undefined
  return { open, asked, look: (words) => numbered(words, findReadByAll(words)), print, isPress }
}

/**
 * A form after the presses of its preview. `whole`: as it was typed, and which pieces are taken out, for the page that shows it again.
 * `said`: as it is sent, its words without them.
 */
export function readPresses<P extends Posted>(posted: P): { whole: P; said: P } {
  const { values: pressed, pressed: isPress } = afterPress(posted.values)
  const { step, ...values } = pressed
  const words = cleanText(values.text ?? '')
  const text = redact(words, redactionsIn(values))
  const isOnlyShown = isPress || step === 'preview'
  const said: Values = text === words ? values : { ...values, text }
  const taken = isOnlyShown || text !== words ? { whole: words, isPress: isOnlyShown } : undefined
  return { whole: { ...posted, values }, said: { ...posted, values: carryingPieces(said, []), taken } }
}
