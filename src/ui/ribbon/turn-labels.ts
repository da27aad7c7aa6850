import type { RibbonSpan } from '../../report/clocks/ribbon-model.ts'
import type { FlagPlace } from './flag-place.ts'
import { type Label, rightOf, shorten, widthOf } from './labels.ts'
import { lineOf } from './lines.ts'
import { fullWeek } from './measures.ts'
import type { Week } from './weeks.ts'

/** Between the words of one row. */
const gap = 6
/** Fewer letters than this name nobody. */
const fewest = 12

/**
 * The name of whose turn it is, once for each stretch, where its line enters a week: above its cells (row 0) as far as the
 * next stretch leaves room, else a row higher, beside the flag. Whose turn it is now is placed first. What fits nowhere is
 * shortened or left out: the sentence beside the drawing says it. A stretch that ended on its first day has no cell to name.
 */
export function turnLabels(
  weeks: readonly Week[],
  spans: readonly RibbonSpan[],
  nameOf: (span: RibbonSpan) => string,
  flag: FlagPlace | null,
): Map<Week, Label[]> {
  const placed = new Map<Week, Label[]>(weeks.map((week) => [week, []]))
  const named = spans.filter((span) => span.open || span.from < span.to)
  for (const span of [...named].sort((a, b) => Number(b.open) - Number(a.open))) {
    const rooms = weeks.flatMap((week) => roomsIn(week, span))
    const name = nameOf(span)
    const room =
      rooms.find((each) => widthOf(name) <= each.width) ??
      rooms.find((each) => widthOf(name.slice(0, fewest)) <= each.width)
    if (room) placed.get(room.week)?.push({ words: shorten(name, room.width), x: room.x, lane: room.lane })
  }
  return placed

  /** How wide words may be that begin with the line of `span`, in each row. The last week may grow to a full one. */
  function roomsIn(week: Week, span: RibbonSpan) {
    const line = lineOf(span, week, spans)
    if (!line) return []
    const edge = week === weeks.at(-1) ? Math.max(fullWeek, week.width) : week.width - gap
    const next = named.flatMap((other) => (other === span ? [] : (lineOf(other, week, spans)?.from ?? [])))
    return [0, 1].flatMap((lane) => {
      const taken = (placed.get(week) ?? []).filter((label) => label.lane === lane)
      const boxes = taken.map((label) => ({ left: label.x, right: rightOf(label) }))
      if (lane === 1 && flag?.week === week) boxes.push(flag)
      if (boxes.some((box) => box.left <= line.from && box.right + gap > line.from)) return []
      const ends = [...boxes.map((box) => box.left), ...(lane === 0 ? next : [])].filter((x) => x > line.from)
      return [{ week, lane, x: line.from, width: Math.min(edge, ...ends.map((x) => x - gap)) - line.from }]
    })
  }
}
