import { fullWeek } from './measures.ts'
import type { Column, Week } from './weeks.ts'

/** Words that begin at `x`, in the n-th row of their kind. */
export type Label = { words: string; x: number; lane: number }

/** About how wide `words` are at 12 px. */
export function widthOf(words: string): number {
  return words.length * 7
}

export function rightOf(label: Label): number {
  return label.x + widthOf(label.words)
}

/** `words` as they are, or as much of them as is at most `width` wide. */
export function shorten(words: string, width: number): string {
  if (widthOf(words) <= width) return words
  let kept = words
  while (kept && widthOf(`${kept}…`) > width) kept = kept.slice(0, -1).trimEnd()
  return `${kept.toWellFormed()}…`
}

/**
 * Names of days off under their days, neighbours of one name together, stacked where they would touch.
 * A name of the first week may reach into the next one.
 */
export function offLabels(weeks: readonly Week[]): Map<Week, Label[]> {
  const placed = new Map<Week, Label[]>()
  let reaching: { lane: number; right: number }[] = []
  for (const week of weeks) {
    const labels: Label[] = []
    for (const { first, last, name } of offGroups(week)) {
      const words = shorten(`${dates(first, last)} ${name}`, fullWeek)
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
