import type { RibbonSpan } from '../../report/clocks/ribbon-model.ts'
import { lineOf } from './lines.ts'
import { fullWeek } from './measures.ts'
import type { Column, Week } from './weeks.ts'

/** Words that begin at `x`, in the n-th line of their kind. */
export type Label = { words: string; x: number; lane: number }

/** About how wide `words` are at 12 px. */
export function widthOf(words: string): number {
  return words.length * 6.6
}

/**
 * The name of whose turn it is, once for each stretch: in the first week where there is room for it
 * before the next stretch begins.
 */
export function turnLabels(
  weeks: readonly Week[],
  spans: readonly RibbonSpan[],
  nameOf: (span: RibbonSpan) => string,
): Map<Week, Label[]> {
  const placed = new Map<Week, Label[]>(weeks.map((week) => [week, []]))
  for (const span of spans) {
    for (const week of weeks) {
      const line = lineOf(span, week, spans)
      if (!line) continue
      const next = spans.flatMap((other) => (other === span ? [] : (lineOf(other, week, spans)?.from ?? [])))
      const room = Math.min(...next.filter((x) => x > line.from), week.width + 22) - line.from
      if (widthOf(nameOf(span)) + 6 > room) continue
      placed.get(week)?.push({ words: nameOf(span), x: line.from, lane: 0 })
      break
    }
  }
  return placed
}

/**
 * Names of days off under their days, neighbours of one name together, stacked where they would touch.
 * A name may reach into the next week, so weeks are placed in order.
 */
export function offLabels(weeks: readonly Week[]): Map<Week, Label[]> {
  const placed = new Map<Week, Label[]>()
  let reaching: { lane: number; right: number }[] = []
  for (const week of weeks) {
    const labels: Label[] = []
    for (const { first, last, name } of offGroups(week)) {
      const words = shorten(`${dates(first, last)} ${name}`)
      const x = Math.max(0, Math.min(first.x, fullWeek - widthOf(words)))
      const lane = [0, 1, 2, 3].find((n) => !reaching.some((other) => other.lane === n && x < other.right + 8)) ?? 4
      reaching.push({ lane, right: x + widthOf(words) })
      labels.push({ words, x, lane })
    }
    placed.set(week, labels)
    reaching = reaching.map(({ lane, right }) => ({ lane, right: right - week.width }))
  }
  return placed
}

function dates(first: Column, last: Column): string {
  const [from, to] = [Number(first.day.slice(8)), Number(last.day.slice(8))]
  return from === to ? `${from}` : `${from}–${to}`
}

function offGroups(week: Week): { first: Column; last: Column; name: string }[] {
  const groups: { first: Column; last: Column; name: string }[] = []
  for (const column of week.columns) {
    if (!column.name) continue
    const last = groups.at(-1)
    const follows = last && week.columns[week.columns.indexOf(last.last) + 1] === column
    if (last && follows && last.name === column.name) last.last = column
    else groups.push({ first: column, last: column, name: column.name })
  }
  return groups
}

function shorten(words: string): string {
  return words.length <= 36 ? words : `${words.slice(0, 35).trimEnd()}…`
}
