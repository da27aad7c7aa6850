import { z } from 'zod'
import type { Tx } from '../report/as.ts'
import type { Floor } from './floor.ts'
import { addLine, readLines } from './journal.ts'

/** `message`: the keyed hash by which a door knows the same message again, hexadecimal. */
const messageLine = z.object({
  message: z.hex(),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  forgotten: z.boolean(),
})

/** What a message that is taken once more after a restore hides at least; `forgotten`: it becomes nothing. */
export type MessageFloor = z.infer<typeof messageLine>

/**
 * Writes down, in a journal of its own, what became of the messages that led to a report, but not to which: after an erasure nothing
 * leads from a message to its report. Whom it accuses stood in no message, so that what accuses, or is kept back, is confidential.
 */
export async function noteMessages(tx: Tx, dataDir: string, floor: Floor): Promise<void> {
  const { id, anonymous, confidential, accused, embargo, withdrawn, erased } = floor
  const rows = await tx
    .selectFrom('identity.arrival')
    .select('message_hash')
    .where((on) => on.or([on('report_id', '=', id), on('about', '=', id)]))
    .execute()
  const then = {
    anonymous,
    confidential: confidential || accused !== undefined || embargo !== undefined,
    forgotten: withdrawn === true || erased !== undefined,
  }
  for (const { message_hash } of rows)
    addLine(dataDir, 'arrivals.jsonl', { message: message_hash.toString('hex'), ...then } satisfies MessageFloor)
}

/** The last line of each message. */
export function readMessages(dataDir: string): MessageFloor[] {
  const lines = readLines(dataDir, 'arrivals.jsonl', messageLine) ?? []
  return [...new Map(lines.map((line) => [line.message, line])).values()]
}
