import { sql } from 'kysely'
import type { Directory } from '../agencies/directory.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { writtenId } from '../report/tracking-id.ts'
import { foundNothing } from '../report/found-nothing.ts'
import { looksLikeSomebody, reachesSomebody } from './personal-data/find-personal-data.ts'
import { printsUnder } from './prints-under.ts'
import { holdsStrangeName } from './strange-names.ts'

/**
 * `stopped`: they name somebody, or look as if they did; which of the two is not told. `wait`: this officer was stopped too often
 * about this report, so nothing is looked at until the pause is over.
 */
export type HeldBack = 'stopped' | 'wait'

/** After this many stops of one officer about one report within 24 hours the desk hears of it, and each further try costs a pause. */
const mostStops = 5
export const pauseHours = 1

/** Where words are judged, and what must be known to judge them. */
export type Leaving = { indexSecret: Uint8Array; directory: Directory; now: Date }

/**
 * Words of an office or the desk about the report of this ID, in any writing. `inside`: they stay among offices, where people and numbers
 * must be named; looked at is only what somebody writes who was shown by us who filed, for the offices may not know it.
 */
export type Words = { actor: Actor; about: string; text: string; inside?: boolean }

/**
 * Does `work`, which lets these words leave for the reporter or the public, unless they may not: then nothing is done. The reporter's
 * name, number and address are looked for without being known to this process: keyed hashes of the words are compared in the
 * database, by a function that answers for this one report, and what was merged with it, alone. About a hidden report whatever merely looks like a person is
 * stopped as well, and about every report any number or mailbox of a person. Every stop is counted before it is told. Whoever
 * guesses must really send: words are judged, but only told of when all else allowed the work, so that a guess that is wrong stands
 * in the thread under the officer's name.
 * @param isDone whether the work let the words leave at all; what it threw is thrown on, with no word about the words
 */
export async function letOut<T>(
  tx: Tx,
  at: Leaving,
  { actor, about, text, inside = false }: Words,
  work: () => Promise<T>,
  isDone: (done: T) => boolean = () => true,
): Promise<{ held: HeldBack } | { held: undefined; done: T }> {
  const asked =
    text.trim() && actor.accountId && actor.role !== 'reporter' ? await askedOf(tx, about, inside) : undefined
  if (!asked || (inside && !asked.wasShown)) return { held: undefined, done: await work() }
  await sql`savepoint unsaid`.execute(tx)
  const judged = await tryWords(tx, at, asked, text)
  await sql`rollback to savepoint unsaid`.execute(tx)
  const done = await work()
  if (judged === 'pass' || !isDone(done)) return { held: undefined, done }
  await sql`rollback to savepoint unsaid`.execute(tx)
  const counted = await tryWords(tx, at, asked, text)
  return { held: counted === 'wait' ? 'wait' : 'stopped' }
}

/**
 * What the judge must know of a report that this actor may know of; of another, nothing, and the work says that it is not there. What was
 * merged is asked about as one (migration 120): the words on a parent are read by everybody who reads of its children.
 */
async function askedOf(tx: Tx, about: string, inside: boolean): Promise<Asked | undefined> {
  const id = writtenId(about)
  const { rows } = await sql<Asked>`
    select r.id, identity.somebody_hides(r.id) as hidden, identity.somebody_erased(r.id) as erased, identity.print_salts(r.id) as salts,
      identity.was_shown_who(r.id) as "wasShown"
    from casework.report r where r.tracking_id = ${id}`.execute(tx)
  return rows[0] ? { ...rows[0], inside } : foundNothing(tx, id)
}

async function tryWords(tx: Tx, at: Leaving, asked: Asked, text: string): Promise<HeldBack | 'pass'> {
  const prints = printsUnder(at, asked.salts, text)
  const looks = !asked.inside && looksForbidden(at, asked, text)
  const tried = await sql<{ answer: HeldBack | 'pass' | 'absent' }>`
    select identity.try_words(${asked.id}, ${prints.names}::bigint[], ${prints.contacts}::bigint[], ${prints.pieces}::bigint[],
      ${looks}, ${asked.inside}, ${at.now}, ${mostStops}, make_interval(hours => ${pauseHours})) as answer`.execute(tx)
  const answer = tried.rows[0]?.answer ?? 'absent'
  return answer === 'absent' ? 'pass' : answer
}

/** Of an open report what reaches one person; of a hidden one whoever it may be; where nobody can be compared, any strange name. */
function looksForbidden({ directory }: Leaving, { hidden, erased }: Asked, text: string): boolean {
  if (erased && holdsStrangeName(text, directory)) return true
  return hidden || erased ? looksLikeSomebody(text) : reachesSomebody(text)
}

type Asked = { id: string; hidden: boolean; erased: boolean; salts: Buffer[]; wasShown: boolean; inside: boolean }
