import { currentClock } from '../report/clocks/advance.ts'
import { explainDeadline } from '../report/clocks/explain.ts'
import { ribbonModel } from '../report/clocks/ribbon-model.ts'
import { Ribbon } from '../ui/components/index.ts'
import type { Duty } from './duty.ts'
import { officeName } from './office-name.ts'
import type { OpenReport } from './open-report.ts'
import { ReportLink } from './report-link.tsx'
import { sentence } from '../ui/sentence.ts'

/** Whose turn it is, since when, until when, and why. */
export function ReportRibbon({ duty, open }: { duty: Duty; open: OpenReport }) {
  const { locale, setting, t } = duty
  const { report, events } = open
  const { calendar } = setting.rules
  const clock = currentClock(report.clocks, report.stage)
  const model = ribbonModel({ clocks: report.clocks, stage: report.stage, events, calendar, now: setting.now, locale })
  const why = clock && explainDeadline(clock, calendar, locale)
  const moved = movedReason(report.due_moved, locale)
  const office = report.unit_id ?? report.agency_id
  const answer = office ? officeName(setting.directory, office) : undefined
  return (
    <>
      <Ribbon locale={locale} model={model} owners={answer ? { answer } : {}} turn={turnWords(duty, open, answer)} />
      {moved ? <p class="hint">{moved}</p> : null}
      {why && /[—;]/.test(why) ? <p class="hint">{sentence(why)}</p> : null}
      {open.mergedInto ? (
        <p class="hint">
          {t.report_merged_with} <ReportLink duty={duty} id={open.mergedInto} />
          {t.report_merged_clock}
        </p>
      ) : null}
      {open.children.length > 0 ? <p class="hint">{t.desk_children(open.children.length)}</p> : null}
    </>
  )
}

function turnWords({ t }: Duty, { report }: OpenReport, office: string | undefined): string {
  switch (report.stage) {
    case 'received':
      return t.report_turn(t.report_role_verifier)
    case 'on_hold':
    case 'answered':
      return t.report_turn(t.desk_the_reporter)
    case 'forwarded':
    case 'in_progress':
      return t.report_turn(office ?? t.report_role_coordinator)
    case 'merged':
      return t.report_turn_merged
    default:
      return t.report_turn_nobody
  }
}

/** Why the calendar moved the deadline last. */
function movedReason(moved: unknown, locale: Duty['locale']): string | undefined {
  const { reason, reasonEn } = (moved ?? {}) as { reason?: string; reasonEn?: string }
  return locale === 'en' ? reasonEn : reason
}
