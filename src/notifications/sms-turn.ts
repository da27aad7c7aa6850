import { sql } from 'kysely'
import type { Tx } from '../report/as.ts'
import { dayOf, startOfDay, type Zone } from '../report/clocks/day.ts'
import { nationalDesk } from '../report/clocks/clocks.ts'
import type { ClaimedSms } from './claim-sms.ts'
import { nextMorning, quietUntil } from './quiet-hours.ts'
import { saidAtOnce } from './table.ts'

/** SMS to one number in one civil day of its zone; beyond it only what that number asks for. */
const perDay = 20

/** Who waits for another is called when that one goes; should nobody call, it asks by itself after so long. */
const askAgainMs = 60_000

/** Why an SMS waits: it is night, its day is spent, or another to the same number goes first. */
export type Held = 'quiet' | 'budget' | 'order'

/** Whether an SMS may leave now: `go`; `stop` when its number said STOP; else why not, and when it is asked about again. */
export type Turn = 'go' | 'stop' | { held: Held; until: Date }

type Facts = {
  id: string
  is_news: boolean
  before: string | null
  before_held: Held | null
  before_until: Date | null
  stopped: boolean
  zone: Zone | null
  sent: Date[] | null
}

/** Of each of these, by its id. One query, however many they are. */
export async function turnsOf(tx: Tx, messages: readonly ClaimedSms[], at: Date): Promise<Map<string, Turn>> {
  const facts = await factsOf(tx, messages)
  return new Map(
    messages.map(({ id }) => {
      const known = facts.get(id)
      return [id, known ? turnOf(known, at) : 'go']
    }),
  )
}

function turnOf({ is_news, before, before_held, before_until, stopped, zone, sent }: Facts, at: Date): Turn {
  if (is_news && stopped) return 'stop'
  if (before) {
    const waits = before_held === 'quiet' || before_held === 'budget'
    if (waits) return { held: before_held, until: before_until ?? at }
    return { held: 'order', until: new Date(at.getTime() + askAgainMs) }
  }
  if (!is_news) return 'go'
  const there = zone ?? nationalDesk.zone
  const quiet = quietUntil(at, there)
  if (quiet) return { held: 'quiet', until: quiet }
  const today = startOfDay(dayOf(at, there), there)
  const isSpent = (sent ?? []).filter((one) => one >= today).length >= perDay
  return isSpent ? { held: 'budget', until: nextMorning(at, there) } : 'go'
}

/**
 * `before`: the first to the same number that has not gone; what waits for the morning keeps news waiting, and no answer. `zone`: where the
 * reporter most likely is: that of the office that has the report, else of the place it is about. Of messages to a number alone.
 */
async function factsOf(tx: Tx, messages: readonly ClaimedSms[]): Promise<Map<string, Facts>> {
  const { rows } = await sql<Facts>`
    select m.id, n.is_news, b.id as before, b.held as before_held, b.not_before as before_until,
      n.is_news and exists (select from identity.sms_stop s where s.phone_index = m.to_index) as stopped,
      case when n.is_news then (
        select a.zone from casework.report r join publication.agency a
          on a.id = coalesce(r.agency_id, r.own_door_id) or r.area_code = a.area_code or r.area_code like a.area_code || '.%'
        where r.id = m.report_id
        order by a.id is distinct from coalesce(r.agency_id, r.own_door_id), length(a.area_code) desc limit 1) end as zone,
      case when n.is_news then array(
        select t.sent_at from identity.message t
        where t.to_index = m.to_index and t.state = 'sent' and t.sent_at is not null
        order by t.sent_at desc limit ${perDay}) end as sent
    from identity.message m
    cross join lateral (select m.template <> all (${sql.val(saidAtOnce)}::text[]) as is_news) n
    left join lateral (
      select before.id, before.held, before.not_before from identity.message before
      where before.to_index = m.to_index and before.turn < m.turn and before.state in ('queued', 'failed')
        and (n.is_news or coalesce(before.held, 'order') = 'order')
      order by before.turn limit 1) b on true
    where m.id = any (${sql.val(messages.map(({ id }) => id))}::uuid[]) and m.to_index is not null and m.turn is not null`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
