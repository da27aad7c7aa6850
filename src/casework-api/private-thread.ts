import type { Selectable } from 'kysely'
import type { DB } from '../platform/schema.ts'
import type { CopiedEvent } from '../publication/public-report.ts'
import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import type { Actor, Role } from '../report/actor.ts'
import type { Switched } from '../report/hides.ts'
import type { Opening } from '../secrecy/opening.ts'
import { readsOriginal } from '../secrecy/reads-original.ts'
import { takenIn, withoutWho } from '../secrecy/words-about-who.ts'
import { inOrder } from '../secrecy/taking-back.ts'
import { shownWords, wordsOut } from '../secrecy/words-out.ts'

type EventRow = Selectable<DB['casework.event']>
type Report = Switched & { id: string; agency_id: string | null }
type At = { keeper: Keeper; now: Date }
type Facts = Pick<CopiedEvent, 'outcome' | 'rating'> & { agency?: string; unit?: string }

/** The events of a report that this transaction's actor may read, oldest first; of a hidden one without what was taken out of their words. */
export async function readableThread(
  tx: Tx,
  actor: Actor,
  report: Report,
  openings: readonly Opening[],
  { keeper, now }: At,
): Promise<CopiedEvent[]> {
  const events = await tx
    .selectFrom('casework.event')
    .selectAll()
    .where('report_id', '=', report.id)
    .orderBy('seq')
    .execute()
  const out = readsOriginal(actor, report, openings, now) ? [] : wordsOut(events)
  return withoutWho(actor, report, openings, events, now)
    .map((event) => openWords(keeper, report.id, event, ['text']))
    .map((event) => entryOf({ ...event, text: shownWords(event.text, event.seq, out) }))
}

/** Numbers of the events that went back to the parties as the reporter came to hide who they are. */
export async function takenBack(tx: Tx, reportId: string): Promise<number[]> {
  const raisings = await tx
    .selectFrom('casework.event')
    .select('data')
    .where('report_id', '=', reportId)
    .where('move', '=', 'raise_secrecy')
    .execute()
  return inOrder(raisings.flatMap(({ data }) => takenIn(data)))
}

function entryOf(event: EventRow): CopiedEvent {
  const data = event.data as Facts
  return {
    seq: event.seq,
    at: event.at.toISOString(),
    actor: actorWord(event.actor_role),
    agency: event.agency_id ?? undefined,
    to: data.agency ?? data.unit,
    move: event.move,
    text: event.text || undefined,
    outcome: data.outcome,
    rating: data.rating,
  }
}

function actorWord(role: Role): CopiedEvent['actor'] {
  if (role === 'reporter' || role === 'system') return role
  return role === 'verifier' ? 'desk' : 'agency'
}
