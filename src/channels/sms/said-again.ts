import { type Teller, tellReport } from '../arrivals/tell-report.ts'
import type { Acted } from './acting.ts'
import type { SameReport } from './same-said.ts'

/** Whoever says the very same while we wait for their word says that it is as it was: an answer to the office, never a repetition. */
export async function saidAgain(from: Teller, same: SameReport, text: string): Promise<Acted | undefined> {
  if (!waitsForThem(same)) return undefined
  return tellReport(from, same.id, { text }, { outcome: 'reply', say: { template: 'noted' } })
}

/** The very same words, while we wait for what whoever said them says next. */
export function waitsForThem({ isSame, stage }: SameReport): boolean {
  return isSame && (stage === 'answered' || stage === 'on_hold')
}
