import type { Tx } from '../../report/as.ts'
import type { Opener } from '../../secrecy/filer.ts'
import { openUnder } from '../../secrecy/sealed-under.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import { askedEarlier, earlierReport, lateText, partSaid, settledParts, takenBefore } from './settled-parts.ts'
import { messagesAmong } from './parts/join.ts'
import type { Part } from './parts/part.ts'

/** A long message waits so long for its missing parts; then it is taken as it is, the gap marked. */
const patienceMs = 10 * 60_000

const columns = [
  'id',
  'gateway',
  'sealed',
  'arrived_at',
  'sent_at',
  'part_of',
  'part_at',
  'parts',
  'whole',
  'asked',
  'about',
  'decision',
] as const

type Row = {
  id: string
  gateway: string
  sealed: Buffer
  arrived_at: Date
  sent_at: Date | null
  part_of: Buffer | null
  parts: number | null
  part_at: number | null
  whole: string | null
  asked: string | null
  about: string | null
  decision: string | null
}
type Body = { sender: string; part: Part }
export type Waiting = Row & Body

/** A gateway brought something that could not be read as a message: it has no words. */
export function isUnread(waiting: Waiting): boolean {
  return (waiting as Partial<Body>).part === undefined
}

/** Locked, so that two workers never take one message twice. */
export async function readWaiting(tx: Tx, pair: Opener, id: string): Promise<Waiting | undefined> {
  const row = await tx
    .selectFrom('identity.arrival')
    .select(columns)
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && opened(pair, row)
}

function opened(pair: Opener, row: Omit<Row, 'sealed'> & { sealed: Buffer | null }): Waiting {
  if (!row.sealed) throw new Error('an arrival without words')
  return { ...row, sealed: row.sealed, ...(JSON.parse(openUnder(pair, row.sealed)) as Body) }
}

/**
 * What is to be taken now. `earlier`: the report that it is a late part of, and what it says; `again`: the parts were taken before, and became that report,
 * if any; `joins`: it is a late part of what we asked back about.
 */
type ToTake = {
  parts: Waiting[]
  earlier?: { reportId: string; text: string }
  again?: { reportId: string | undefined }
  joins?: { whole: string; question: string; about: string | undefined }
}

/**
 * All that has come of this message; `wait` while some is missing and may still come. What an operator repeats of a message that was
 * taken waits too, for it may be the same beginning of a new one: it fills a gap when patience ends, or was that part again.
 */
export async function partsOf(
  tx: Tx,
  { pair, keys }: { pair: Opener; keys: Pick<IdentityKeys, 'indexSecret'> },
  first: Waiting,
  now: Date,
): Promise<ToTake | 'wait'> {
  if (first.decision) return { parts: await decidedWith(tx, pair, first) }
  if (!first.part_of) return { parts: [first] }
  const rows = await tx
    .selectFrom('identity.arrival')
    .select(columns)
    .where('part_of', '=', first.part_of)
    .where('outcome', 'is', null)
    .where('decision', 'is', null)
    .orderBy('arrived_at')
    .orderBy('id')
    .forUpdate()
    .execute()
  const waiting = rows.map((row) => opened(pair, row))
  const settled = await settledParts(tx, first, now)
  const known = new Map(waiting.map((one) => [one.id, takenBefore(settled, one, partSaid(keys, one))]))
  const again = waiting.filter(({ id }) => known.get(id))
  const fresh = waiting.filter(({ id }) => !known.get(id))
  // A phone that begins its references anew may give one to two messages.
  const among = (rows: readonly Waiting[]) =>
    messagesAmong(rows).find((message) => message.some(({ id }) => id === first.id)) ?? [first]
  const before = known.get(first.id)
  if (before) {
    const parts = among(again)
    const isOver = isWhole(parts) || isOutOfPatience(parts, now)
    return isOver && fresh.length === 0 ? { parts, again: { reportId: before.report_id ?? undefined } } : 'wait'
  }
  const earlier = earlierReport(settled, fresh, first)
  if (earlier) return { parts: [first], earlier: { reportId: earlier, text: lateText(settled, earlier, first) } }
  const joins = askedEarlier(settled, fresh, first)
  if (joins) return { parts: [first], joins }
  const parts = among(fresh)
  if (isWhole(parts)) return { parts }
  return isOutOfPatience(parts, now) ? { parts: among([...parts, ...again]) } : 'wait'
}

/** What we asked back about, and its late part: not asked about any more, but taken as one. */
export async function withKept(tx: Tx, pair: Opener, whole: string, late: readonly Waiting[]): Promise<Waiting[]> {
  const kept = await tx
    .updateTable('identity.arrival')
    .set({ outcome: null, reason: null, settled_at: null })
    .where('whole', '=', whole)
    .where('outcome', '=', 'asked')
    .returning(columns)
    .execute()
  const waiting = kept.map((row) => opened(pair, row))
  return [...waiting.sort((one, other) => one.arrived_at.getTime() - other.arrived_at.getTime()), ...late]
}

/** All parts of a message that was decided. While it was still being tried they had no whole: then what waits under its reference. */
async function decidedWith(tx: Tx, pair: Opener, { id, whole, part_of }: Waiting): Promise<Waiting[]> {
  const rows = await tx
    .selectFrom('identity.arrival')
    .select(columns)
    .where(({ eb, or, and }) =>
      or([
        eb('whole', '=', whole ?? id),
        eb('id', '=', id),
        ...(part_of && !whole ? [and([eb('part_of', '=', part_of), eb('whole', 'is', null)])] : []),
      ]),
    )
    .where('outcome', 'is', null)
    .orderBy('arrived_at')
    .orderBy('id')
    .forUpdate()
    .execute()
  const waiting = rows.map((row) => opened(pair, row))
  if (whole || !part_of) return waiting
  return messagesAmong(waiting).find((message) => message.some((one) => one.id === id)) ?? waiting
}

function isWhole(parts: readonly Waiting[]): boolean {
  return new Set(parts.map(({ part_at }) => part_at)).size >= (parts[0]?.parts ?? 1)
}

function isOutOfPatience(parts: readonly Waiting[], now: Date): boolean {
  const oldest = Math.min(...parts.map(({ arrived_at }) => arrived_at.getTime()))
  return now.getTime() - oldest >= patienceMs
}
