import type { Selectable } from 'kysely'
import type { DB } from '../platform/schema.ts'
import type { CopiedEvent } from '../publication/public-report.ts'
import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import type { Role } from '../report/actor.ts'

type EventRow = Selectable<DB['casework.event']>
type Facts = Pick<CopiedEvent, 'outcome' | 'rating'> & { agency?: string; unit?: string }

/** The events of a report that this transaction's actor may read, oldest first. */
export async function readableThread(tx: Tx, keeper: Keeper, reportId: string): Promise<CopiedEvent[]> {
  const events = await tx
    .selectFrom('casework.event')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('seq')
    .execute()
  return events.map((event) => entryOf(openWords(keeper, reportId, event, ['text'])))
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
