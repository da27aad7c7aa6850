import { html } from 'hono/html'
import type { RibbonModel } from '../../report/clocks/ribbon-model.ts'
import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'
import { AxisDrawing } from './axis-drawing.tsx'
import { cellsOf } from './cells.ts'
import type { Label } from './labels.ts'
import { lineOf } from './lines.ts'
import { lanes, middleOfCells, wide } from './measures.ts'
import type { Week } from './weeks.ts'

type WeekProps = { locale: Locale; model: RibbonModel; week: Week; turns: readonly Label[]; off: readonly Label[] }

/**
 * One piece of the ribbon: at most Monday to Sunday. Behind: the axis; then lines, cells, dots, flag. Cells and dates are
 * drawn as text (`html` escapes): they are most of the elements of a report's page.
 */
export function WeekDrawing({ locale, model, week, turns, off }: WeekProps) {
  const lowest = Math.max(-1, ...off.map((label) => label.lane))
  const height = lowest < 0 ? lanes.bottom : lanes.offFirst + lowest * lanes.offStep + 7
  return (
    <svg viewBox={`0 0 ${week.width} ${height}`} width={week.width} height={height} aria-hidden="true">
      <AxisDrawing locale={locale} week={week} />
      <Clocks model={model} week={week} />
      {turns.map((label) => (
        <text class="turn" x={label.x} y={lanes.name}>
          {label.words}{' '}
        </text>
      ))}
      <Dots model={model} week={week} />
      <Flag locale={locale} model={model} week={week} />
      {off.map((label) => (
        <text class="off" x={label.x} y={lanes.offFirst + label.lane * lanes.offStep}>
          {label.words}{' '}
        </text>
      ))}
    </svg>
  )
}

function Clocks({ model, week }: { model: RibbonModel; week: Week }) {
  return model.spans.map((span) => {
    const line = lineOf(span, week, model.spans)
    return (
      <g class={`clock-${span.clock}`}>
        {line ? <path class={line.late ? 'over' : 'run'} d={`M${line.from} ${middleOfCells}H${line.to}`} /> : null}
        {cellsOf(span, model.days, week).map(
          ({ column, n, state }) =>
            html`<rect class="cell ${state}" x="${column.x + 2}" y="${lanes.cellTop}" width="${wide - 4}" height="${lanes.cellHeight}" rx="4"></rect><text class="nth ${state}" x="${column.middle}" y="${middleOfCells + 4}">${n} </text>`,
        )}
      </g>
    )
  })
}

/** A move is a dot on its day; several on one day are one larger dot with their number. */
function Dots({ model, week }: { model: RibbonModel; week: Week }) {
  return model.dots.map(({ day, moves }) => {
    const column = week.columns.find((candidate) => candidate.day === day)
    if (!column) return null
    if (moves.length === 1) return <circle class="dot" cx={column.middle} cy={lanes.axis} r="5" />
    return (
      <>
        <circle class="dot" cx={column.middle} cy={lanes.axis} r="7.5" />
        <text class="many" x={column.middle} y={lanes.axis + 3.5}>
          {moves.length}{' '}
        </text>
      </>
    )
  })
}

/** At the right edge of the last day in time, because the clock runs out at its 24:00. */
function Flag({ locale, model, week }: { locale: Locale; model: RibbonModel; week: Week }) {
  const column = model.flag && week.columns.find((candidate) => candidate.day === model.flag?.day)
  if (!column) return null
  const x = column.x + column.width
  const left = x > 64
  return (
    <g class={model.flag?.overdue ? 'flag late' : 'flag'}>
      <path class="pole" d={`M${x} 2V${lanes.axis + 6}`} />
      <path class="cloth" d={`M${x} 2h15l-4 5.5 4 5.5h-15z`} />
      <text class="turn" x={left ? x - 6 : x + 20} y={lanes.flag} text-anchor={left ? 'end' : null}>
        {wordsIn(locale).ribbon_flag}{' '}
      </text>
    </g>
  )
}
