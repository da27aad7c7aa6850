import { type Selectable, sql } from 'kysely'
import type { IdentityMessage } from '../platform/schema.ts'
import { addJobs } from '../platform/queue.ts'
import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import { dayOf, startOfDay, type Zone } from '../report/clocks/day.ts'
import { nationalDesk } from '../report/clocks/clocks.ts'
import { leaseMs } from './lease.ts'
import { nextMorning, quietUntil } from './quiet-hours.ts'
import { sendJob } from './send-job.ts'
import { smsAnswers } from './table.ts'
import type { TellDeps } from './tell-deps.ts'

/** SMS to one number in one civil day of its zone; beyond it only what that number asks for. */
const perDay = 20

/** Said to whoever has just written, awake and waiting: at night as well, and before news that wait for the morning. */
const atOnce: readonly string[] = ['receipt', ...smsAnswers]

type Waiting = Pick<Selectable<IdentityMessage>, 'id' | 'template' | 'report_id' | 'held'> & {
  to_index: Buffer
  turn: number
}
/** Why an SMS waits: it is night, its day is spent, or another to the same number goes first. */
export type Held = 'quiet' | 'budget' | 'order'

/**
 * Whether this message may leave now, a letter always, an SMS in its turn; then it is claimed for whoever asked. Otherwise it is written down why not, and it is asked about
 * again when that ends: at 07:00, or when the one before it has gone.
 */
export async function takeTurn({ db, now }: TellDeps, messageId: string): Promise<boolean> {
  const at = now()
  return as(db, system, async (tx) => {
    const message = await tx
      .selectFrom('identity.message')
      .select(['id', 'to_index', 'turn', 'template', 'report_id', 'held', 'claimed_until'])
      .where('id', '=', messageId)
      .where('state', 'in', ['queued', 'failed'])
      .forUpdate()
      .executeTakeFirst()
    if (!message) return false
    if (message.claimed_until && message.claimed_until > at) {
      await addJobs(tx, [sendJob(messageId, message.claimed_until.getTime() - at.getTime())])
      return false
    }
    const { to_index, turn } = message
    if (to_index && turn !== null && !(await hasTurn(tx, { ...message, to_index, turn }, at))) return false
    const columns = { held: null, claimed_until: new Date(at.getTime() + leaseMs) }
    await tx.updateTable('identity.message').set(columns).where('id', '=', messageId).execute()
    return true
  })
}

async function hasTurn(tx: Tx, message: Waiting, at: Date): Promise<boolean> {
  const isNews = !atOnce.includes(message.template)
  if (isNews && (await saidStop(tx, message))) {
    await tx
      .updateTable('identity.message')
      .set({ state: 'dead', last_error: 'stopped', held: null })
      .where('id', '=', message.id)
      .execute()
    await callNext(tx, message.id)
    return false
  }
  const before = await oneBefore(tx, message, isNews)
  if (before) {
    await hold(tx, message, before.held === 'quiet' || before.held === 'budget' ? before.held : 'order')
    return false
  }
  if (!isNews) return true
  const zone = await zoneOf(tx, message.report_id)
  const quiet = quietUntil(at, zone)
  const isSpent = !quiet && (await sentToday(tx, message, startOfDay(dayOf(at, zone), zone))) >= perDay
  const until = quiet ?? (isSpent ? nextMorning(at, zone) : undefined)
  if (!until) return true
  await hold(tx, message, quiet ? 'quiet' : 'budget')
  await addJobs(tx, [sendJob(message.id, until.getTime() - at.getTime())])
  return false
}

/** It does not leave now: whoever waited for it to go or to wait is asked about. */
async function hold(tx: Tx, { id, held: before }: Waiting, held: Held) {
  await tx.updateTable('identity.message').set({ state: 'queued', held }).where('id', '=', id).execute()
  if (held !== before) await callFirst(tx, id, [null, 'order'])
}

/**
 * Whoever waited for this one is asked about: what waited for the morning with it, and the first that waits for its turn alone.
 * Call it in the transaction in which it has gone, or is given up.
 */
export async function callNext(tx: Tx, messageId: string) {
  await callFirst(tx, messageId, [null, 'order', 'quiet', 'budget'])
  await callFirst(tx, messageId, [null, 'order'])
}

async function callFirst(tx: Tx, behind: string, held: (Held | null)[]) {
  const next = await tx
    .selectFrom('identity.message as m')
    .innerJoin('identity.message as before', 'before.to_index', 'm.to_index')
    .select('m.id')
    .where('before.id', '=', behind)
    .whereRef('m.turn', '>', 'before.turn')
    .where('m.state', 'in', ['queued', 'failed'])
    .where(
      sql<string>`coalesce(m.held, '')`,
      'in',
      held.map((reason) => reason ?? ''),
    )
    .orderBy('m.turn')
    .limit(1)
    .executeTakeFirst()
  if (next) await addJobs(tx, [sendJob(next.id)])
}

/** The first to the same number that has not gone. What waits for the morning keeps news waiting, and no answer. */
function oneBefore(tx: Tx, { to_index, turn }: Waiting, isNews: boolean) {
  return tx
    .selectFrom('identity.message')
    .select('held')
    .where('to_index', '=', to_index)
    .where('turn', '<', turn)
    .where('state', 'in', ['queued', 'failed'])
    .$if(!isNews, (query) => query.where(sql<boolean>`coalesce(held, 'order') = 'order'`))
    .orderBy('turn')
    .limit(1)
    .executeTakeFirst()
}

async function saidStop(tx: Tx, { to_index }: Waiting): Promise<boolean> {
  const stop = await tx
    .selectFrom('identity.sms_stop')
    .select('since')
    .where('phone_index', '=', to_index)
    .executeTakeFirst()
  return stop !== undefined
}

async function sentToday(tx: Tx, { to_index }: Waiting, since: Date): Promise<number> {
  const { sent } = await tx
    .selectFrom('identity.message')
    .select(({ fn }) => fn.countAll<number>().as('sent'))
    .where('to_index', '=', to_index)
    .where('state', '=', 'sent')
    .where('sent_at', '>=', since)
    .executeTakeFirstOrThrow()
  return sent
}

/** Where the reporter most likely is: the zone of the office that has the report, else of the place it is about, else the capital's. */
async function zoneOf(tx: Tx, reportId: string | null): Promise<Zone> {
  const { rows } = await sql<{ zone: Zone }>`
    select a.zone from casework.report r join publication.agency a
      on a.id = coalesce(r.agency_id, r.own_door_id) or r.area_code = a.area_code or r.area_code like a.area_code || '.%'
    where r.id = ${reportId}
    order by a.id is distinct from coalesce(r.agency_id, r.own_door_id), length(a.area_code) desc limit 1`.execute(tx)
  return rows[0]?.zone ?? nationalDesk.zone
}
