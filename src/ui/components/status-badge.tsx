import type { Stage } from '../../report/lifecycle.ts'
import type { Locale } from '../locale.ts'
import { type Manner, type StatusColour, statusLook, statusWord } from '../status.ts'
import { wordsIn } from '../words/index.ts'
import { Icon, type IconName } from './icon.tsx'

export type StatusBadgeProps = {
  locale: Locale
  stage: Stage
  manner?: Manner | null
  overdue?: boolean
  escalated?: boolean
  /** Reading size on a report's own page. */
  large?: boolean
}

/** Where a report stands: word, icon and colour together, with the overlays beside it. */
export function StatusBadge({ locale, stage, manner, overdue, escalated, large }: StatusBadgeProps) {
  const t = wordsIn(locale)
  const look = statusLook(stage, manner)
  return (
    <span class={large ? 'badges large' : 'badges'}>
      <Badge colour={look.colour} icon={look.icon} weight={look.weight}>
        {statusWord(locale, stage, manner)}
      </Badge>
      {overdue ? (
        <Badge colour="red" icon="clock" weight="outline">
          {t.report_overdue}
        </Badge>
      ) : null}
      {escalated ? (
        <Badge colour="orange" icon="scales" weight="outline">
          {t.report_escalated}
        </Badge>
      ) : null}
    </span>
  )
}

type BadgeProps = { colour: StatusColour; icon: IconName; weight?: 'outline' | 'dark'; children: string }

/** A word with its icon on a tint. For statuses use `StatusBadge`. */
export function Badge({ colour, icon, weight, children }: BadgeProps) {
  return (
    <span class={`badge ${colour}${weight ? ` ${weight}` : ''}`}>
      <Icon name={icon} />
      {children}
    </span>
  )
}
