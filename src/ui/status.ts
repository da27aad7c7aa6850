import type { Stage } from '../report/lifecycle.ts'
import type { IconName } from './components/icon.tsx'
import type { Locale } from './locale.ts'
import { wordsIn } from './words/index.ts'

export type Manner = 'confirmed' | 'silent'
export type StatusColour = 'grey' | 'orange' | 'red' | 'yellow' | 'green' | 'blue'

/** How a status looks. `outline`: the lighter form of the same colour; `dark`: the heavier one. */
export type StatusLook = { colour: StatusColour; icon: IconName; weight?: 'outline' | 'dark' }

/** Word, icon and colour of each stage (domain, section 5). */
const looks: Record<Stage, StatusLook> = {
  received: { colour: 'grey', icon: 'hourglass' },
  on_hold: { colour: 'orange', icon: 'question' },
  forwarded: { colour: 'red', icon: 'arrow' },
  in_progress: { colour: 'yellow', icon: 'gear' },
  answered: { colour: 'green', icon: 'check' },
  closed: { colour: 'blue', icon: 'double_check' },
  archived: { colour: 'grey', icon: 'archive', weight: 'dark' },
  merged: { colour: 'grey', icon: 'link' },
  withdrawn: { colour: 'grey', icon: 'withdrawn' },
}

export function statusLook(stage: Stage, manner?: Manner | null): StatusLook {
  if (stage === 'closed' && manner === 'silent') return { colour: 'blue', icon: 'closed_outline', weight: 'outline' }
  return looks[stage]
}

/** The public label of a stage: 'Sedang diproses'; a closed report says in which manner. */
export function statusWord(locale: Locale, stage: Stage, manner?: Manner | null): string {
  const t = wordsIn(locale)
  if (stage === 'closed' && manner) return t[`report_manner_${manner}`]
  return t[`report_stage_${stage}`]
}
