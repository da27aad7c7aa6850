import type { Progress } from '../../report/clocks/due.ts'
import type { Locale } from '../locale.ts'
import { progressText } from './progress-text.ts'

const cell = 9
const most = 12

/**
 * A small ribbon for desks and lists: a cell for each working day of the clock, filled as they pass, red beyond.
 * The words say the same. Draw it for clocks in working days.
 */
export function Gauge({ locale, progress }: { locale: Locale; progress: Progress }) {
  const { workingDay, total, overdueWorkingDays, overdue, paused } = progress
  const late = overdue ? Math.max(1, overdueWorkingDays) : 0
  const cells = Math.min(total + late, most)
  const lateFrom = Math.max(cells - late, 1)
  return (
    <span class={`gauge${overdue ? ' late' : ''}${paused ? ' paused' : ''}`}>
      <svg viewBox={`0 0 ${cells * cell} 14`} width={cells * cell} height="14" aria-hidden="true">
        {Array.from({ length: cells }, (_, index) => {
          const state = late > 0 && index >= lateFrom ? 'over' : index < workingDay ? 'past' : 'ahead'
          return <rect class={`cell ${state}`} x={index * cell + 1} y="1" width={cell - 2} height="12" rx="1.5" />
        })}
      </svg>
      <span>{progressText(locale, progress)}</span>
    </span>
  )
}
