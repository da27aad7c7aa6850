import { html } from 'hono/html'
import { yearOf } from '../../report/clocks/day.ts'
import { formatShortDay, weekdayName } from '../../report/clocks/day-words.ts'
import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'
import { hatch } from './hatch.ts'
import { foldWidth, lanes } from './measures.ts'
import type { Column, Week } from './weeks.ts'

/** The days themselves: a tick for each working day, hatching for each day off, dates below, the needle of today. */
export function AxisDrawing({ locale, week, end }: { locale: Locale; week: Week; end: number }) {
  const off = week.columns.filter((column) => column.kind !== 'working')
  const working = week.columns.filter((column) => column.kind === 'working')
  return (
    <>
      {week.fold > 0 ? <Fold locale={locale} days={week.fold} /> : null}
      <path class="hatch" d={off.map((column) => hatch(column.x, lanes.axis - 9, column.width, 18)).join('')} />
      <path class="axis" d={`M${week.fold > 0 ? foldWidth : 0} ${lanes.axis}H${end}`} />
      <path class="tick" d={working.map((column) => `M${column.middle} ${lanes.axis - 5}v10`).join('')} />
      {week.columns.map((column) =>
        column.today ? (
          <Today locale={locale} column={column} week={week} />
        ) : column.kind === 'working' ? (
          html`<text class="date" x="${column.middle}" y="${lanes.date}">${
            column === working[0] ? formatShortDay(column.day, locale, yearOf(column.day)) : Number(column.day.slice(8))
          } </text><text class="weekday" x="${column.middle}" y="${lanes.weekday}">${weekdayName(column.day, locale).slice(0, 3)} </text>`
        ) : null,
      )}
    </>
  )
}

/** The date beside the needle; on a narrow day off it is kept off the next week's first date, and has no room for words. */
function Today({ locale, column, week }: { locale: Locale; column: Column; week: Week }) {
  const x = column.kind === 'working' ? column.middle : Math.max(14, Math.min(column.middle, week.width - 20))
  return (
    <g class="today">
      <path class="needle" d={`M${column.middle} ${lanes.cellTop - 5}V${lanes.date - 14}`} />
      <rect x={x - 14} y={lanes.date - 15} width="28" height="20" rx="4" />
      <text class="date" x={x} y={lanes.date}>
        {Number(column.day.slice(8))}{' '}
      </text>
      {column.kind === 'working' ? (
        <text class="weekday" x={x} y={lanes.weekday + 2}>
          {wordsIn(locale).time_today}{' '}
        </text>
      ) : null}
    </g>
  )
}

function Fold({ locale, days }: { locale: Locale; days: number }) {
  return (
    <>
      <path class="axis fold" d={`M4 ${lanes.axis}H${foldWidth - 4}`} />
      <text class="weekday" x={foldWidth / 2} y={lanes.date}>
        {wordsIn(locale).ribbon_fold(days)}{' '}
      </text>
    </>
  )
}
