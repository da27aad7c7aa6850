import type { Locale } from '../locale.ts'
import { DataTable } from '../components/data-table.tsx'
import { Details } from '../components/details.tsx'
import { count, percent } from '../format.ts'
import { wordsIn } from '../words/index.ts'
import { OnlyDrawn } from './only-drawn.tsx'
import { lastDrawn, paceModel } from './pace-model.ts'

const step = 17
const highest = 56
const axis = 78
const width = (lastDrawn + 1) * step

/** Reports by the working day on which a clock ended. `allowance`: the last day in time. */
export type PaceRibbonProps = {
  locale: Locale
  clock: 'verify' | 'answer'
  days: ReadonlyMap<number, number>
  allowance: number
}

/** The ribbon of many reports: working days from left to right, a bar for those done on each, the deadline as a flag. */
export function PaceRibbon({ locale, clock, days, allowance }: PaceRibbonProps) {
  const t = wordsIn(locale)
  const { bars, total, half, inTime } = paceModel(days, allowance)
  if (total === 0) return <p>{t.ribbon_pace_none}</p>
  const flag = (allowance + 1) * step
  const words = t.ribbon_pace_words(
    String(half),
    percent(locale, inTime / total),
    String(allowance),
    count(locale, total),
  )
  return (
    <figure class="ribbon">
      <OnlyDrawn>
        <svg
          class={`clock-${clock} pace`}
          viewBox={`0 0 ${width} 112`}
          width={width}
          height="112"
          role="img"
          aria-label={words}
        >
          <path class="axis" d={`M0 ${axis}H${width}`} />
          {bars.map(({ day, share }) => (
            <rect
              class={`cell ${day > allowance ? 'over' : 'past'}`}
              x={day * step + 2}
              y={axis - Math.max(2, share * highest)}
              width={step - 4}
              height={Math.max(2, share * highest)}
            />
          ))}
          {Array.from({ length: lastDrawn + 1 }, (_, day) => (
            <text class="weekday" x={day * step + step / 2} y={axis + 16}>
              {day === lastDrawn ? `${day}+` : day}{' '}
            </text>
          ))}
          <path class="pole" d={`M${flag} 10V${axis}`} />
          <path class="cloth" d={`M${flag} 10h12l-4 5 4 5h-12z`} />
        </svg>
      </OnlyDrawn>
      <figcaption>{words}</figcaption>
      <Details summary={t.ribbon_pace_table}>
        <DataTable
          caption={`${t.ribbon_pace_table}: ${t[`ribbon_owner_${clock}`]}`}
          columns={[
            { name: t.ribbon_pace_day, number: true },
            { name: t.ribbon_pace_n, number: true },
          ]}
          rows={[...days].map(([day, n]) => [String(day), count(locale, n)])}
        />
      </Details>
    </figure>
  )
}
