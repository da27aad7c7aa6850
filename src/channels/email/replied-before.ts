import { createHmac } from 'node:crypto'
import { movedSince, sameReplyMs } from '../arrivals/moved-since.ts'
import { wishesIn } from '../arrivals/raised-by.ts'
import type { Own } from '../sms/own-reports.ts'
import type { Understood } from '../sms/understand/understood.ts'
import type { Acted, FromAddress } from './acting.ts'

/** `done`, known again by its words where they joined a report or wait for their sender. By report and words, never by address. */
export function rememberReply(from: FromAddress, own: Own, text: string, understood: Understood, done: Acted): Acted {
  const isReply = done.outcome === 'reply' && ['reply', 'not_done'].includes(understood.kind)
  const wishes = wishesIn(`${from.heard ?? ''}\n${text}`)
  // Whoever asks to be hidden is hidden each time.
  if (done.words || wishes.anonymous || wishes.confidential || !(isReply || done.outcome === 'asked')) return done
  const said = hashOf(from, own, text)
  return { ...done, words: { said, said_nearly: said } }
}

/**
 * The very words of a reply once more in answer to a letter of the same report, while nothing has happened to it: kept in the ledger as that
 * reply, told to nobody and answered no more, so that a program that answers every letter stops.
 */
export async function repliedBefore(from: FromAddress, own: Own, text: string): Promise<Acted | undefined> {
  const { tx, setting } = from
  const before = await tx
    .selectFrom('identity.arrival')
    .select('settled_at')
    .where('said_nearly', '=', hashOf(from, own, text))
    .where('outcome', 'in', ['reply', 'asked'])
    .where('settled_at', '>', new Date(setting.now.getTime() - sameReplyMs))
    .orderBy('settled_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!before?.settled_at || (await movedSince(tx, [own.id], before.settled_at))) return undefined
  return { outcome: 'reply', reason: 'again', reportId: own.id }
}

function hashOf({ keys }: FromAddress, { id }: Own, text: string): Buffer {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return createHmac('sha256', keys.indexSecret).update(`lapor mail replied ${id}   ${words}`).digest()
}
