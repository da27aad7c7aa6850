import { titleFrom } from '../intake/title.ts'
import type { Tx } from '../report/as.ts'
import { lookFor } from '../secrecy/before-publishing.ts'
import { redact } from '../secrecy/personal-data/redact.ts'
import { takenOut } from '../secrecy/personal-data/taken-out.ts'
import { printOf } from '../secrecy/print-of.ts'
import { readsOriginal } from '../secrecy/reads-original.ts'
import { carryingPieces, redactionsIn } from '../secrecy/redactions.ts'
import { shownInPublic } from '../secrecy/become-public.ts'
import { type KnownNumbers, knownNumbers } from '../secrecy/strange-numbers.ts'
import { outWith, piecesOutOf, type WordsOut } from '../secrecy/words-out.ts'
import type { Values } from './action.ts'
import type { Duty } from './duty.ts'
import { type OpenEvent, type OpenReport, openReport } from './open-report.ts'
import { PublicView } from './public-view.tsx'

/** Title, text and place of a report. */
export type PublicWords = Record<'title' | 'text' | 'place', string>

/** As the public reads them now. */
export function standingWords({ report, words }: OpenReport): PublicWords {
  return shownInPublic(report, {
    title: words?.title ?? '',
    text: words?.text ?? '',
    shown_place: words?.shownPlace ?? null,
  })
}

/**
 * The words from which pieces are taken: as they were first written, where all that was taken out of them can be told and put back,
 * else as they stand. What its reporter hides, or took out when lowering secrecy, is not the desk's to put back.
 */
export function wholeWords(duty: Duty, open: OpenReport): PublicWords {
  const standing = standingWords(open)
  const { report, words, events } = open
  if (!words || !isReadWhole(duty, open) || events.some(({ move }) => move === 'lower_secrecy')) return standing
  const written = {
    title: words.originalTitle ?? titleFrom(words.originalText),
    text: words.originalText,
    place: report.anonymous ? '' : (report.place ?? ''),
  }
  const whole = (name: keyof PublicWords) => (takenOut(written[name], standing[name]) ? written[name] : standing[name])
  return { title: whole('title'), text: whole('text'), place: whole('place') }
}

/** The form before anything is pressed: with all that is out already, so that each piece can be put back. */
export function piecesOut(duty: Duty, open: OpenReport): Values {
  const [whole, standing] = [wholeWords(duty, open), standingWords(open)]
  const names = ['title', 'text', 'place'] as const
  const look = lookFor(open.report)
  const said = isReadWhole(duty, open) ? saidToAll(open) : []
  const pieces = [
    ...names.flatMap((name) => takenOut(whole[name], standing[name], look(whole[name])) ?? []),
    ...said.flatMap(({ text, seq }) => piecesOutOf(text, seq, open.out)),
  ]
  return carryingPieces({}, [...new Set(pieces)])
}

/** What was said to everybody, replies and answers, as this person reads it. */
export function saidToAll({ events }: OpenReport) {
  return events.flatMap(({ audience, move, seq, role, text }) =>
    audience === 'public' && move !== 'submit' && text ? [{ seq, role, text }] : [],
  )
}

/** What the public would not read of it. Whoever reads it whole can put all back; for others more goes, and nothing comes back. */
export function outThen(duty: Duty, open: OpenReport, values: Values): WordsOut {
  const how = { standing: open.out, isWhole: isReadWhole(duty, open) }
  return outWith(saidToAll(open), redactionsIn(values), how)
}

function isReadWhole({ actor, setting }: Duty, { report, openings }: OpenReport): boolean {
  return readsOriginal(actor, report, openings, setting.now)
}

/** Title, text and place as they would stand. */
export function withPieces(duty: Duty, open: OpenReport, values: Values): PublicWords {
  const pieces = redactionsIn(values)
  const { title, text, place } = wholeWords(duty, open)
  return { title: redact(title, pieces), text: redact(text, pieces), place: redact(place, pieces) }
}

/** All from which pieces are taken. */
export function wholeTexts(duty: Duty, open: OpenReport): string[] {
  return [...Object.values(wholeWords(duty, open)), ...saidToAll(open).map(({ text }) => text)]
}

type Read = { open: OpenReport; known: KnownNumbers }

/** What the page shows, as it stands now; undefined as openReport is. */
export async function readToRedact(tx: Tx, duty: Duty, id: string): Promise<Read | undefined> {
  const open = await openReport(tx, duty, id)
  if (!open) return undefined
  const texts = [...wholeTexts(duty, open), ...Object.values(standingWords(open))]
  const known = await knownNumbers(tx, open.report.id, [...texts, ...open.events.map(({ text }) => text ?? '')])
  return { open, known }
}

/** What the public will read then. */
export function RedactedShown({ duty, read: { open, known }, values }: { duty: Duty; read: Read; values: Values }) {
  const shown = { ...withPieces(duty, open, values), agencyId: open.report.agency_id }
  const events = open.events.map(
    (event): OpenEvent => ({ ...event, shown: event.text && redact(event.text, redactionsIn(values)) }),
  )
  return <PublicView {...{ duty, known, shown }} open={{ ...open, events }} stage={open.report.stage} />
}

/** Stands for exactly what is shown before it is published so: another word or event in between, and it is another. */
export async function redactedApproval(duty: Duty, read: Read, values: Values): Promise<string> {
  const drawn: { toString(): string | Promise<string> } = <RedactedShown {...{ duty, read, values }} />
  return printOf({ seq: read.open.report.last_seq, shown: await drawn.toString() })
}
