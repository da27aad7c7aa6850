import { type Teller, tellReport } from '../arrivals/tell-report.ts'
import type { Acted } from './acting.ts'
import type { SameReport } from './same-said.ts'

const dayMs = 24 * 3_600_000
const inWork: readonly string[] = ['received', 'forwarded', 'in_progress']

/**
 * Whoever says the very same while we wait for their word says that it is as it was: an answer to the office, never a repetition. While an office has it
 * they ask what becomes of it: the office hears that, once a day.
 */
export async function saidAgain(
  from: Teller,
  same: Pick<SameReport, 'id' | 'stage' | 'isSame' | 'last'>,
  text: string,
): Promise<Acted | undefined> {
  const isNote = inWork.includes(same.stage) && from.setting.now.getTime() - same.last.getTime() > dayMs
  if (!waitsForThem(same) && !(same.isSame && isNote)) return undefined
  return tellReport(from, same.id, { text, isNote }, { outcome: 'reply', say: { template: 'noted' } })
}

/** The very same words, while we wait for what whoever said them says next. */
export function waitsForThem({ isSame, stage }: Pick<SameReport, 'isSame' | 'stage'>): boolean {
  return isSame && (stage === 'answered' || stage === 'on_hold')
}
