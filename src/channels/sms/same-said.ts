import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { smsAlone } from '../../notifications/table.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import type { Tx } from '../../report/as.ts'
import { withoutUrging } from '../arrivals/without-urging.ts'
import { withoutWishes } from '../arrivals/without-wishes.ts'
import type { Understood } from './understand/understood.ts'

const hourMs = 3_600_000

/** So many that are almost the same within an hour are a flood: the next ones are no reports of their own. */
const flood = 3

/** `door`: the office to which it was written; `last`: when it was said last. */
export type SameReport = {
  id: string
  stage: string
  door: string | null
  isSame: boolean
  times: number
  last: Date
}

export type Said = { said: Buffer; said_nearly: Buffer }

/**
 * What tells whether a number has said this before, without saying what: keyed hashes of its words. To whom, how politely, how urgently and how
 * secretly they were said is no part of it: said again with a wish for secrecy, wherever in them, they are the same report, which is hidden then, and never
 * a second one beside an open first.
 * @returns as they are kept, and as they were until urging and wishes were left out: messages of the last days are kept so
 */
export function saidBy(
  { indexSecret }: Pick<IdentityKeys, 'indexSecret'>,
  sender: string,
  { text }: Pick<Extract<Understood, { kind: 'file' }>, 'text'>,
): [Said, ...Said[]] {
  const hash = (words: string) => createHmac('sha256', indexSecret).update(`lapor said ${sender}   ${words}`).digest()
  const hashes = (words: string) => {
    const plain = words.normalize('NFKC').toLowerCase()
    return {
      said: hash(plain.replace(/[^\p{L}\p{N}]/gu, '')),
      said_nearly: hash(`nearly ${plain.replace(/[^\p{L}]/gu, '').replace(/(.)\1+/gu, '$1')}`),
    }
  }
  const told = withoutWishes(text)
  return [hashes(withoutUrging(told)), hashes(told), hashes(text)]
}

/**
 * The open report of this number that holds these very words; or, of a flood, almost these: numbers and signs aside. One that was written to another
 * office is another.
 * @param agencyId the office that these words name, if any
 * @returns how often these words came within the hour before `at`, the report's own message included
 */
export async function sameReport(
  tx: Tx,
  words: readonly Said[],
  at: Date,
  agencyId: string | undefined,
): Promise<SameReport | undefined> {
  const [said, nearly] = [words.map((one) => one.said), words.map((one) => one.said_nearly)]
  const { rows } = await sql<{
    report_id: string
    stage: string
    door: string | null
    same: boolean
    recent: number
    last: Date
  }>`
    select a.report_id, r.stage, r.own_door_id as door, bool_or(a.said = any(${said}::bytea[])) as same,
      max(a.arrived_at) as last, count(*) filter (where a.arrived_at > ${new Date(at.getTime() - hourMs)}) as recent
    from identity.arrival a join casework.report r on r.id = a.report_id
    where a.said_nearly = any(${nearly}::bytea[]) and r.stage not in ('closed', 'archived', 'withdrawn')
      and coalesce(r.own_door_id = ${agencyId ?? null}, true)
    group by a.report_id, r.stage, r.own_door_id, r.filed_at order by same desc, r.filed_at`.execute(tx)
  const times = rows.reduce((sum, { recent }) => sum + recent, 0)
  const found = rows[0]
  if (!found || (!found.same && times < flood)) return undefined
  return { id: found.report_id, stage: found.stage, door: found.door, isSame: found.same, times, last: found.last }
}

/** One number at a time: what it says twice at once is understood one after the other. Ends with the transaction. */
export async function oneNumberAtATime(tx: Tx, arrivalId: string) {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(encode(sender_index, 'hex'), 0))
    from identity.arrival where id = ${arrivalId} and sender_index is not null`.execute(tx)
}

/** The same answer about the same report, or the same part of one, is not said more often to one number within an hour: nobody makes us ring a telephone. */
const sayings = 5

export async function isSaidEnough(
  tx: Tx,
  {
    senderIndex,
    template,
    reportId,
    about,
  }: { senderIndex: Buffer; template: string; reportId?: string; about?: string },
  at: Date,
): Promise<boolean> {
  const { times } = await tx
    .selectFrom('identity.message')
    .select(({ fn }) => fn.countAll<number>().as('times'))
    .where('to_index', '=', senderIndex)
    .where('template', '=', template)
    .where('report_id', 'is not distinct from', reportId ?? null)
    .$if(
      smsAlone.some((one) => one === template),
      (some) => some.where('about', 'is not distinct from', about ?? null),
    )
    .where('created_at', '>', new Date(at.getTime() - hourMs))
    .executeTakeFirstOrThrow()
  return times >= sayings
}
