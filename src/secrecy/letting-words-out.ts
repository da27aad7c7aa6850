import { sql } from 'kysely'
import { printsOfText, type TextPrints } from '../accounts/fingerprint.ts'
import { skeleton, wordsIn } from '../accounts/skeleton.ts'
import type { Directory } from '../agencies/directory.ts'
import type { Db } from '../platform/db.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { plainSymbols } from '../report/tracking-id.ts'
import { foundNothing } from '../report/found-nothing.ts'
import { catalogue } from '../ui/words/index.ts'
import { isGivenName } from './personal-data/given-names.ts'
import { findNiks } from './personal-data/numbers.ts'
import { looksLikeSomebody } from './personal-data/find-personal-data.ts'
import { isOrdinaryWord } from './personal-data/ordinary-words.ts'

/**
 * `stopped`: they name somebody, or look as if they did; which of the two is not told. `wait`: this officer was stopped too often
 * about this report, so nothing is looked at until the pause is over.
 */
export type LettingOut = 'pass' | 'stopped' | 'wait'

/** After this many stops of one officer about one report within 24 hours the desk hears of it, and each further try costs a pause. */
export const mostStops = 5
export const pauseHours = 1

/** Who says what about which report, and what must be known to judge it. */
export type Leaving = { db: Db; indexSecret: Uint8Array; directory: Directory; now: Date }

/**
 * May these words of an office or the desk leave for the reporter or the public? The reporter's name, number and address are
 * looked for without being known to this process: keyed hashes of the words are compared in the database, by a function that answers
 * for this one report alone. About a hidden report whatever merely looks like a person is stopped as well, so that a stop
 * confirms no guess. Every stop is counted before it is told.
 * @param written the report's ID in any writing; words about a report that the actor may not know of pass, and the move says 404
 */
export async function mayLeave(at: Leaving, actor: Actor, written: string, text: string): Promise<LettingOut> {
  if (!text.trim() || !actor.accountId || actor.role === 'reporter') return 'pass'
  return as(at.db, actor, async (tx) => {
    const id = plainSymbols(written).replace(/[^0-9A-Z]/g, '')
    const { rows } = await sql<Asked>`
      select r.id, r.anonymous or r.confidential or r.without_identity as hidden, r.shown_name is not null as "showsName",
        identity.print_salts(r.id) as salts
      from casework.report r where r.tracking_id = ${id}`.execute(tx)
    const [asked] = rows
    if (!asked) return (await foundNothing(tx, id)) ?? 'pass'
    const prints = printsUnder(at, asked.salts, text)
    const names = asked.showsName && !asked.hidden ? { names: [], pieces: [] } : prints
    const looks = asked.hidden ? looksLikeSomebody(text) : findNiks(text).length > 0
    const tried = await sql<{ answer: LettingOut | 'absent' }>`
      select identity.try_words(${asked.id}, ${names.names}::bigint[], ${prints.contacts}::bigint[], ${names.pieces}::bigint[],
        ${looks}, ${at.now}, ${mostStops}, make_interval(hours => ${pauseHours})) as answer`.execute(tx)
    const answer = tried.rows[0]?.answer ?? 'absent'
    return answer === 'absent' ? 'pass' : answer
  })
}

type Asked = { id: string; hidden: boolean; showsName: boolean; salts: Buffer[] }

function printsUnder({ indexSecret, directory }: Leaving, salts: readonly Buffer[], text: string): TextPrints {
  const ours = wordsOf(directory)
  const isOrdinary = (bare: string) => isOrdinaryWord(bare) || (ours.has(bare) && !isGivenName(bare))
  const all = salts.map((salt) => printsOfText(indexSecret, salt, text, isOrdinary))
  return {
    names: all.flatMap(({ names }) => names),
    contacts: all.flatMap(({ contacts }) => contacts),
    pieces: all.flatMap(({ pieces }) => pieces),
  }
}

const known = new WeakMap<Directory, ReadonlySet<string>>()

/** The words of our own screens, and of the names of offices and areas: an answer cannot do without them. */
function wordsOf(directory: Directory): ReadonlySet<string> {
  const before = known.get(directory)
  if (before) return before
  const screens = Object.values(catalogue).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
  const places = [...directory.agencies, ...directory.areas].map(({ name }) => name)
  const words = new Set([...screens, ...places].flatMap(wordsIn).map(skeleton))
  known.set(directory, words)
  return words
}
