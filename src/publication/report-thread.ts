import type { ThreadEntry } from '../ui/components/thread.tsx'
import { moveLine } from '../ui/move-line.ts'
import { wordsIn } from '../ui/words/index.ts'
import { type CopiedEvent, pictureUrl, type PublicRow, type Reading } from './public-report.ts'

/** The conversation as the public reads it: the report's own words first, offices named, moves as quiet lines between. */
export function reportThread(row: PublicRow, reading: Reading): ThreadEntry[] {
  return row.thread.flatMap((event) => entriesOf(event, row, reading))
}

/** Moves whose words speak for themselves, so that no line announces them. */
const spoken = new Set(['answer', 'report_progress', 'note'])

function entriesOf(event: CopiedEvent, row: PublicRow, reading: Reading): ThreadEntry[] {
  const { locale, directory } = reading
  const t = wordsIn(locale)
  const at = new Date(event.at)
  const name = nameOf(event, row, reading)
  const pictures = picturesOf(row, event.seq)
  if (event.move === 'submit') {
    return row.text === null ? [] : [{ kind: 'message', by: 'reporter', name, at, text: row.text, pictures }]
  }
  const target = event.to ? directory.agency(event.to)?.name : undefined
  const line: ThreadEntry = { kind: 'move', at, words: moveLine(locale, event.move, target ?? name) }
  if (!event.text) return [line]
  const outcome = event.outcome && t[`report_outcome_${event.outcome}`]
  const message: ThreadEntry = { kind: 'message', by: event.actor, name, at, text: event.text, outcome, pictures }
  return spoken.has(event.move) ? [message] : [line, message]
}

function picturesOf(row: PublicRow, seq: number) {
  return row.pictures
    .filter((picture) => picture.seq === seq)
    .map(({ id, width, height }) => ({
      href: pictureUrl(row.tracking_id, id),
      thumbnail: `${pictureUrl(row.tracking_id, id)}/kecil`,
      width,
      height,
    }))
}

/** Who speaks: the office by its name; a reporter by theirs only where they asked for it. */
function nameOf(event: CopiedEvent, row: PublicRow, { locale, directory }: Reading): string {
  const t = wordsIn(locale)
  if (event.actor === 'reporter') return row.shown_name ?? t.public_nobody_named
  if (event.actor === 'system') return t.report_role_system
  if (event.actor === 'desk') return t.public_national_desk
  return (event.agency && directory.agency(event.agency)?.name) || t.public_agency
}
