import { createHmac } from 'node:crypto'
import type { FromSender } from '../sms/acting.ts'

/** What a sender said in answer to us, for comparing alone: a keyed hash, theirs and of this kind of answer. */
export function hashSaid({ keys, sender }: FromSender, as: 'answered' | 'judged', what: string): Buffer {
  return createHmac('sha256', keys.indexSecret).update(`lapor ${as} ${sender} ${what}`).digest()
}

/** Whether they said so within that time, and we took it for that `reason`. @param withinMs milliseconds */
export async function wasSaid(
  { tx, door, senderIndex, setting }: FromSender,
  reason: 'answered' | 'judging',
  said: Buffer,
  withinMs: number,
): Promise<boolean> {
  const row = await tx
    .selectFrom('identity.arrival')
    .select('id')
    .where('door', '=', door)
    .where('sender_index', '=', senderIndex)
    .where('reason', '=', reason)
    .where('said', '=', said)
    .where('settled_at', '>', new Date(setting.now.getTime() - withinMs))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
