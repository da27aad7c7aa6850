import { currentClock } from '../report/clocks/advance.ts'
import { dueOf } from '../report/clocks/due.ts'
import { formatDue } from '../report/clocks/explain.ts'
import { ribbonModel } from '../report/clocks/ribbon-model.ts'
import { checkerOf } from '../intake/checker.ts'
import type { ReportRow } from '../report/move.ts'
import { Ribbon } from '../ui/components/index.ts'
import type { Duty } from './duty.ts'

/** Who has it first and by when, with the ribbon. */
export function ReceiptDeadline({ duty, report }: { duty: Duty; report: ReportRow }) {
  const { t, locale, setting } = duty
  const { calendar } = setting.rules
  const checker = checkerOf(locale, setting.directory, report)
  const clock = currentClock(report.clocks, report.stage)
  const events = [{ move: 'submit' as const, at: report.filed_at }]
  const model = ribbonModel({ clocks: report.clocks, stage: report.stage, events, calendar, now: setting.now, locale })
  return (
    <>
      {clock ? <p>{t.desk_walk_in_due(checker, formatDue(dueOf(clock, calendar), locale))}</p> : null}
      <Ribbon locale={locale} model={model} owners={{ verify: checker }} />
    </>
  )
}
