import { yearOf } from '../../report/clocks/day.ts'
import { formatShortDay, weekdayName } from '../../report/clocks/day-words.ts'
import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'
import { hatch } from './hatch.ts'
import { foldWidth, lanes } from './measures.ts'
import type { Column, Week } from './weeks.ts'

/** The days themselves: a tick for each working day, hatching for each day off, dates below, the needle of today. */
export function AxisDrawing({ locale, week }: { locale: Locale; week: Week }) {
  const off = week.columns.filter((column) => column.kind !== 'working')
  const working = week.columns.filter((column) => column.kind === 'working')
  return (
    <>
      {week.fold > 0 ? <Fold locale={locale} days={week.fold} /> : null}
      <path class="hatch" d={off.map((column) => hatch(column.x, lanes.axis - 9, column.width, 18)).join('')} />
      <path class="axis" d={`M${week.fold > 0 ? foldWidth : 0} ${lanes.axis}H${week.width}`} />
      <path class="tick" d={working.map((column) => `M${column.middle} ${lanes.axis - 5}v10`).join('')} />
      {week.columns.map((column) =>
        column.today ? (
          <Today locale={locale} column={column} week={week} />
        ) : column.kind === 'working' ? (
          <>
            <text class="date" x={column.middle} y={lanes.date}>
              {column === working[0]
                ? formatShortDay(column.day, locale, yearOf(column.day))
                : Number(column.day.slice(8))}
            </text>
            {isBesideNarrowToday(week, column) ? null : (
              <text class="weekday" x={column.middle} y={lanes.weekday}>
                {weekdayName(column.day, locale).slice(0, 3)}
              </text>
            )}
          </>
        ) : null,
      )}
    </>
  )
}

/** The words of a narrow day off that is today need their neighbour's room. */
function isBesideNarrowToday(week: Week, column: Column): boolean {
  const at = week.columns.indexOf(column)
  return [week.columns[at - 1], week.columns[at + 1]].some((beside) => beside?.today && beside.kind !== 'working')
}

const todayWordsWidth = 32

/** Words beside the needle, kept off the first date of the week that follows on the same line. */
function Today({ locale, column, week }: { locale: Locale; column: Column; week: Week }) {
  const x = column.kind === 'working' ? column.middle : Math.min(column.middle, week.width - todayWordsWidth / 2 - 8)
  return (
    <g class="today">
      <path class="needle" d={`M${column.middle} ${lanes.cellTop - 5}V${lanes.date - 14}`} />
      <rect x={x - 14} y={lanes.date - 15} width="28" height="20" rx="4" />
      <text class="date" x={x} y={lanes.date}>
        {Number(column.day.slice(8))}
      </text>
      <text class="weekday" x={x} y={lanes.weekday + 2}>
        {wordsIn(locale).time_today}
      </text>
    </g>
  )
}

function Fold({ locale, days }: { locale: Locale; days: number }) {
  return (
    <>
      <path class="axis fold" d={`M4 ${lanes.axis}H${foldWidth - 4}`} />
      <text class="weekday" x={foldWidth / 2} y={lanes.date}>
        {wordsIn(locale).ribbon_fold(days)}
      </text>
    </>
  )
}
