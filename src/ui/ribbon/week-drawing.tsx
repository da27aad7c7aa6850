import { html } from 'hono/html'
import type { RibbonModel } from '../../report/clocks/ribbon-model.ts'
import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'
import { AxisDrawing } from './axis-drawing.tsx'
import { cellsOf } from './cells.ts'
import type { FlagPlace } from './flag-place.ts'
import type { PlacedWeek } from './layout.ts'
import { lineOf } from './lines.ts'
import { lanes, middleOfCells, wide } from './measures.ts'
import type { Week } from './weeks.ts'

type WeekProps = { locale: Locale; model: RibbonModel; placed: PlacedWeek }

/**
 * One piece of the ribbon: at most Monday to Sunday. Behind: the axis; then lines, cells, dots, flag. Cells and dates are
 * drawn as text (`html` escapes): they are most of the elements of a report's page.
 */
export function WeekDrawing({ locale, model, placed }: WeekProps) {
  const { week, turns, off, flag, width } = placed
  const lowest = Math.max(-1, ...off.map((label) => label.lane))
  const height = lowest < 0 ? lanes.bottom : lanes.offFirst + lowest * lanes.offStep + 7
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <AxisDrawing locale={locale} week={week} end={placed.end} />
      <Clocks model={model} week={week} />
      {turns.map((label) => (
        <text class="turn" x={label.x} y={label.lane === 0 ? lanes.name : lanes.flag}>
          {label.words}{' '}
        </text>
      ))}
      <Dots model={model} week={week} />
      {flag ? <Flag locale={locale} place={flag} late={model.flag?.overdue} /> : null}
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

function Flag({ locale, place, late }: { locale: Locale; place: FlagPlace; late?: boolean }) {
  const { x, west, word } = place
  return (
    <g class={late ? 'flag late' : 'flag'}>
      <path class="pole" d={`M${x} 2V${lanes.axis + 6}`} />
      <path class="cloth" d={west ? `M${x} 2h-15l4 5.5-4 5.5h15z` : `M${x} 2h15l-4 5.5 4 5.5h-15z`} />
      <text class="turn" x={word.x} y={lanes.flag} text-anchor={word.anchor === 'end' ? 'end' : null}>
        {wordsIn(locale).ribbon_flag}{' '}
      </text>
    </g>
  )
}
