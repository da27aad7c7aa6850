import type { Progress } from '../../report/clocks/due.ts'
import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'

/** '2 hari kerja lagi', 'tenggatnya hari ini', 'lewat 3 hari kerja', 'dijeda, tersisa 2 hari kerja'. */
export function progressText(locale: Locale, progress: Progress): string {
  const t = wordsIn(locale)
  if (progress.overdue)
    return progress.overdueWorkingDays > 0 ? t.time_over(progress.overdueWorkingDays) : t.time_over_just
  if (progress.ranOut) return t.time_ran_out
  if (progress.paused) return t.time_paused(progress.remaining)
  return progress.remaining > 0 ? t.time_left(progress.remaining) : t.time_last_day
}
