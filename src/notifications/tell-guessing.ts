import type { TellDeps } from './tell-deps.ts'
import { tellOne } from './tell-one.ts'

/**
 * The desk hears that somebody's words about a report were stopped again and again (secrecy/letting-words-out.ts), once a day for
 * each report; whose and which words is not in the letter.
 */
export async function tellGuessing(deps: TellDeps, reportId: string): Promise<void> {
  const today = deps.now().toISOString().slice(0, 10)
  await tellOne(deps, reportId, 'desk', 'guessing', `guessing ${reportId} ${today}`)
}
