import type { Directory } from '../agencies/directory.ts'
import { accusedCan } from '../intake/who-sees-words.ts'
import { isPublicNow } from '../secrecy/become-public.ts'
import { switchesOf } from '../secrecy/facts.ts'
import { isSettledBesides } from '../secrecy/understood.ts'
import type { ThreadEntry } from '../ui/components/thread.tsx'
import type { Locale } from '../ui/locale.ts'
import { moveLine } from '../ui/move-line.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { EventRow, MyReport } from './read-my-report.ts'

/** The conversation as its reporter reads it: every word of the offices, and their own. */
export function myThread(mine: MyReport, directory: Directory, locale: Locale): ThreadEntry[] {
  return mine.events.flatMap((event) => entriesOf(event, mine, directory, locale))
}

function entriesOf(event: EventRow, mine: MyReport, directory: Directory, locale: Locale): ThreadEntry[] {
  const t = wordsIn(locale)
  const name = nameOf(event, directory, locale)
  if (event.move === 'settle_accused') return [settledLine(event, mine, directory, locale)]
  if (event.move === 'submit') return [{ kind: 'move', at: event.at, words: t.move_submit }]
  const data = event.data as { agency?: string; outcome?: 'solved' | 'explained' | 'cannot' }
  const target = data.agency ? directory.agency(data.agency)?.name : undefined
  const line: ThreadEntry = { kind: 'move', at: event.at, words: moveLine(locale, event.move, target ?? name) }
  if (!event.text) return [line]
  const by = event.actor_role === 'reporter' ? 'reporter' : event.actor_role === 'verifier' ? 'desk' : 'agency'
  return [
    ...(event.move === 'answer' || event.move === 'note' || event.move === 'report_progress' ? [] : [line]),
    {
      kind: 'message',
      by,
      name,
      at: event.at,
      text: event.text,
      asPublic: asPublic(event, mine),
      outcome: data.outcome ? t[`report_outcome_${data.outcome}`] : undefined,
      pictures: picturesOf(mine, event.seq),
    },
  ]
}

/** What the public reads of its words, where some were taken out. */
function asPublic({ audience, text, shown }: EventRow, { report }: MyReport): string | undefined {
  return audience === 'public' && isPublicNow(report) && shown !== text ? (shown ?? undefined) : undefined
}

/** Who is meant by one of the names in it, as was settled; never which person, for their office may not be the reporter's to know. */
function settledLine(event: EventRow, mine: MyReport, directory: Directory, locale: Locale): ThreadEntry {
  const t = wordsIn(locale)
  const { position, kind, unit = '' } = event.data as SettledFacts
  const one = mine.accused[position - 1]
  const named = one?.named ?? '–'
  const can = accusedCan(locale, switchesOf(mine.report))
  const isBeside = kind === 'outside' && one && isSettledBesides(mine.accused, one)
  const words = t[`mine_settled_${isBeside ? 'beside' : kind}`](named, directory.agency(unit)?.name ?? '–', can)
  return { kind: 'move', at: event.at, words: `${nameOf(event, directory, locale)}: ${words}` }
}

type SettledFacts = { position: number; kind: 'unit' | 'head' | 'person' | 'outside'; unit?: string }

/** The pictures that came with an event; 1 is the filing itself. */
export function picturesOf(mine: MyReport, seq: number) {
  return mine.pictures.filter((picture) => picture.seq === seq)
}

function nameOf(event: EventRow, directory: Directory, locale: Locale): string {
  const t = wordsIn(locale)
  if (event.actor_role === 'reporter') return t.report_you
  if (event.actor_role === 'system') return t.report_role_system
  if (event.actor_role === 'verifier') return t.report_role_verifier
  return (event.agency_id && directory.agency(event.agency_id)?.name) || t.report_role_coordinator
}
