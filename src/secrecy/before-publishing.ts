import type { Actor } from '../report/actor.ts'
import type { Audience } from '../report/audience.ts'
import type { Switched } from '../report/hides.ts'
import type { ReportRow } from '../report/move.ts'
import type { Find } from './personal-data/find.ts'
import { findPersonalData, findSomebody } from './personal-data/find-personal-data.ts'

/** A find and the field that it stands in. */
export type Found = Find & { path: string }

/** Words that would be published point at somebody. Nothing was done: told with each piece, until they are meant so. */
export class PointsAtSomebody extends Error {
  override name = 'PointsAtSomebody'
  readonly finds: readonly Found[]

  constructor(finds: readonly Found[]) {
    super('Words about to be published point at somebody')
    this.finds = finds
  }
}

/**
 * How the words of a reporter are looked at before the public reads them. `ask`: whatever is found is asked about · `ask_numbers`:
 * a name alone stops nothing, for a program cannot tell an official from a neighbour · `sure`: they were shown, and are meant so ·
 * `parties`: the reporter keeps them from the public · `unasked`: their door cannot ask, so words that point at somebody, and pictures,
 * which nobody looked at, are for the parties alone.
 */
export type Care = 'ask' | 'ask_numbers' | 'sure' | 'parties' | 'unasked'

/** Whoever hides is recognised by less: there any given name counts. */
export function lookFor(report: Switched): (text: string) => Find[] {
  return isAnonymous(report) ? findSomebody : findPersonalData
}

/** What a reporter says. `attachments`: under what its pictures were put aside. `care` left out: nobody was asked. */
export type Said = { text: string; attachments?: string; care?: Care }

/**
 * Who reads what a reporter says where the public would read it; undefined: everybody. What offices and the desk say is looked at as
 * it leaves (letting-words-out.ts), and words about a confidential report are for its parties anyway. A picture that comes along may show
 * from whose window it was taken: it is published only where its reporter was asked about it.
 * @throws PointsAtSomebody
 */
export function audienceOfSaid(
  report: ReportRow,
  actor: Actor,
  { text, attachments, care = 'unasked' }: Said,
): Audience | undefined {
  if (actor.role !== 'reporter' || report.confidential || care === 'sure') return undefined
  if (care === 'parties' || attachments) return 'line'
  const look = lookFor(report)
  if (care === 'unasked') return look(text).some(stops(isAnonymous(report))) ? 'line' : undefined
  stopIfFound({ text }, care, [], look)
  return undefined
}

function isAnonymous({ anonymous, without_identity }: Switched): boolean {
  return anonymous || without_identity
}

/** Whether such words would be stopped, where nobody is there to be asked. */
export function pointsAtSomebody(
  words: Readonly<Record<string, string>>,
  care: 'ask' | 'ask_numbers',
  look: (text: string) => Find[] = findPersonalData,
): boolean {
  return Object.values(words).some((text) => look(text).some(stops(care === 'ask')))
}

/** @param found already, in what comes along with these words @throws PointsAtSomebody */
export function stopIfFound(
  words: Readonly<Record<string, string>>,
  care: 'ask' | 'ask_numbers',
  found: readonly Found[] = [],
  look: (text: string) => Find[] = findPersonalData,
): void {
  const finds = Object.entries(words).flatMap(([path, text]) =>
    (care === 'ask' ? look : findPersonalData)(text).map((find) => ({ path, ...find })),
  )
  const all = [...finds, ...found]
  if (all.some(stops(care === 'ask'))) throw new PointsAtSomebody(all)
}

/** Officials may be named, and whose a name is nobody but a person knows: alone it stops only where somebody looks, or hides. */
function stops(evenName: boolean): (find: Find) => boolean {
  return ({ kind }) => evenName || kind !== 'name'
}
