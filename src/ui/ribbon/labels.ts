import type { RibbonSpan } from '../../report/clocks/ribbon-model.ts'
import { lineOf } from './lines.ts'
import type { Column, Week } from './weeks.ts'

/** A word at a place; `end`: it ends there instead of beginning. */
export type Label = { words: string; x: number; end: boolean; lane: number }

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
      const room = Math.min(...next.filter((x) => x > line.from), week.width + 16) - line.from
      if (widthOf(nameOf(span)) > room) continue
      placed.get(week)?.push({ words: nameOf(span), x: line.from, end: false, lane: 0 })
      break
    }
  }
  return placed
}

/** Names of days off under their days, neighbours of one name together, stacked where they would touch. */
export function offLabels(week: Week): Label[] {
  const labels: (Label & { left: number; right: number })[] = []
  for (const { first, last, name } of offGroups(week)) {
    const from = Number(first.day.slice(8))
    const to = Number(last.day.slice(8))
    const words = shorten(`${from === to ? from : `${from}–${to}`} ${name}`)
    const end = first.x + widthOf(words) > Math.max(week.width, 232) + 24
    const left = end ? last.x + last.width - widthOf(words) : first.x
    const right = left + widthOf(words)
    const touching = labels.filter((other) => left < other.right + 8 && right > other.left - 8)
    const lane = [0, 1, 2, 3].find((n) => !touching.some((other) => other.lane === n)) ?? 4
    labels.push({ words, x: end ? last.x + last.width : first.x, end, lane, left, right })
  }
  return labels.map(({ words, x, end, lane }) => ({ words, x, end, lane }))
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
