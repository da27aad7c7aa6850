import { sql } from 'kysely'
import type { Tx } from '../../report/as.ts'
import type { Opener } from '../../secrecy/filer.ts'
import { openUnder } from '../../secrecy/sealed-under.ts'
import type { FromSender } from '../sms/acting.ts'
import { join } from '../sms/parts/join.ts'
import type { Part } from '../sms/parts/part.ts'
import { type Question, questions } from '../sms/understand/understood.ts'
import type { Item } from '../x/post.ts'

/** A message of which we asked what it is; its words lie sealed in its arrivals. */
export type Kept = { id: string; question: Question; about: string | null; askedAt: Date }

/** `unanswered`: nobody said it for a day; `judged`: a report, says the national desk. */
export type Decision = 'report' | 'reply' | 'note' | 'all' | 'unanswered' | 'judged'

/** Whoever wrote answers within a day, or the desk reads it: people look at their telephone once a day, and a report cannot wait longer. */
export const askedForMs = 24 * 3_600_000

/** Of a number that sends and sends the last are enough: each answer brings the next before us. */
const most = 20

/** What this sender has not said yet, what we asked last first. */
export async function keptOf({ tx, door, senderIndex }: Pick<FromSender, 'tx' | 'door' | 'senderIndex'>) {
  const rows = await tx
    .selectFrom('identity.arrival')
    .select(['whole', 'asked', 'asked_at', 'about'])
    .where('outcome', '=', 'asked')
    .where('door', '=', door)
    .where('sender_index', '=', senderIndex)
    .orderBy('asked_at', 'desc')
    .orderBy('arrived_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  const found = new Map<string, Kept>()
  for (const { whole, asked, asked_at: askedAt, about } of rows) {
    const question = questions.find((one) => one === asked)
    if (whole && question && askedAt && !found.has(whole)) found.set(whole, { id: whole, question, about, askedAt })
  }
  return [...found.values()]
}

/** Says once what it is; it then waits to be taken so. @returns whether nobody had said before */
export async function decide(tx: Tx, { id }: Pick<Kept, 'id'>, decision: Decision, about: string | null, now: Date) {
  const { rows } = await sql<{ decided: boolean }>`
    select identity.decide_asked(${id}, ${decision}, ${about}, ${now}) as decided`.execute(tx)
  return rows[0]?.decided ?? false
}

/** It is the question that the next answer belongs to. */
export async function askAgain(tx: Tx, { id }: Pick<Kept, 'id'>, now: Date) {
  await tx
    .updateTable('identity.arrival')
    .set({ asked_at: now })
    .where('whole', '=', id)
    .where('outcome', '=', 'asked')
    .execute()
}

/** Whether it is settled was said; whether these words are another report was not. */
export async function askWhetherNew(tx: Tx, { id }: Pick<Kept, 'id'>, now: Date) {
  const asked: Question = 'new_or_reply'
  await tx
    .updateTable('identity.arrival')
    .set({ asked, reason: asked, asked_at: now })
    .where('whole', '=', id)
    .where('outcome', '=', 'asked')
    .execute()
}

/** The words, parts joined. */
export async function keptText(tx: Tx, pair: Opener, { id }: Pick<Kept, 'id'>): Promise<string> {
  const rows = await tx
    .selectFrom('identity.arrival')
    .select('sealed')
    .where(({ eb, or }) => or([eb('whole', '=', id), eb('id', '=', id)]))
    .where('sealed', 'is not', null)
    .orderBy('arrived_at')
    .orderBy('id')
    .execute()
  const bodies = rows.flatMap(({ sealed }) =>
    sealed ? [JSON.parse(openUnder(pair, sealed)) as { part?: Part; item?: Item; text?: string }] : [],
  )
  const [{ item, text } = {}] = bodies
  // As every door but these two keeps its words.
  if (text !== undefined) return text
  if (item) return 'text' in item ? item.text : ''
  return join(bodies.flatMap(({ part }) => (part ? [part] : []))).text
}
