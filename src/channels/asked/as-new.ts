import { isPolite, readMessage } from '../sms/understand/said.ts'
import { type Keyword, type Understood, understand } from '../sms/understand/understand.ts'

const tells = 2

/**
 * What words would be as a new report, whatever their sender has filed: its office, its secrecy. Undefined where they tell nothing: YA, CEK,
 * a number. What was written to a number that is not theirs tells something, all of it.
 */
export function asNew(text: string, keywords: readonly Keyword[]): Extract<Understood, { kind: 'file' }> | undefined {
  const meant = understand(text, keywords, [])
  if (meant.kind === 'file') return meant
  if (meant.kind !== 'ask' || meant.question !== 'no_such_report') return undefined
  const { bare } = readMessage(text, keywords, [])
  const told = bare.filter(({ word, means }) => !means && !isPolite(word))
  return told.length < tells ? undefined : { kind: 'file', text: text.trim() }
}
