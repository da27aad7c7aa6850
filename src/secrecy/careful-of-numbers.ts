import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import type { Care } from './before-publishing.ts'
import { findStrange, knownNumbers } from './strange-numbers.ts'

/**
 * How a reporter's words are looked at that may name another report: a number that the public does not find is for the parties alone.
 * What was shown and meant so stays.
 */
export async function carefulOfNumbers(
  tx: Tx,
  actor: Actor,
  reportId: string,
  text: string,
  care?: Care,
): Promise<Care | undefined> {
  if (actor.role !== 'reporter' || care === 'sure' || care === 'parties') return care
  const known = await knownNumbers(tx, reportId, [text])
  return findStrange(text, known).length === 0 ? care : 'parties'
}
