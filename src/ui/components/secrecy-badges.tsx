import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'
import { Badge } from './status-badge.tsx'

/** The switches a reporter has set. Shown to the reporter and the handling chain; never decides anything itself. */
export function SecrecyBadges(props: {
  locale: Locale
  anonymous?: boolean
  confidential?: boolean
  withoutIdentity?: boolean
}) {
  const t = wordsIn(props.locale)
  return (
    <span class="badges">
      {props.confidential ? (
        <Badge colour="grey" icon="lock" weight="dark">
          {t.report_confidential}
        </Badge>
      ) : null}
      {props.withoutIdentity ? (
        <Badge colour="grey" icon="mask">
          {t.report_without_identity}
        </Badge>
      ) : props.anonymous ? (
        <Badge colour="grey" icon="mask">
          {t.report_anonymous}
        </Badge>
      ) : null}
    </span>
  )
}
