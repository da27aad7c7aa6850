import { sql } from 'kysely'
import type { Tx } from '../report/as.ts'
import { dayOf, startOfDay, type Zone } from '../report/clocks/day.ts'
import { nationalDesk } from '../report/clocks/clocks.ts'
import type { ClaimedSms } from './claim-sms.ts'
import { nextMorning, quietUntil } from './quiet-hours.ts'
import { acknowledgements, saidAtOnce } from './table.ts'
import { isAwake, lastWrote } from './wrote-just-now.ts'
import type { Withheld } from './withheld.ts'

/**
 * SMS to one number in one civil day of its zone. `news`: of all that it heard; beyond it only what it asks for. `acknowledgement`: receipts
 * wait for the next morning then, and nobody needs the others. `answer`: all that it asks for, were it to ask all day.
 */
const perDay = { news: 20, acknowledgement: 20, answer: 100 } as const
type Kind = keyof typeof perDay

/** Who waits for another is called when that one goes; should nobody call, it asks by itself after so long. */
const askAgainMs = 60_000

/** A civil day is not longer. */
const longestDayMs = 24 * 3_600_000

/** Why an SMS waits: it is night, its day is spent, or another to the same number goes first. */
export type Held = 'quiet' | 'budget' | 'order'

/** Whether an SMS may leave now: `go`; why never; else why not yet, and when it is asked about again. */
export type Turn = 'go' | { withheld: Extract<Withheld, 'stopped' | 'enough'> } | { held: Held; until: Date }

type Facts = {
  id: string
  template: string
  kind: Kind
  before: string | null
  before_held: Held | null
  before_until: Date | null
  last_wrote: Date
  stopped: boolean
  zone: Zone | null
  sent: Date[]
}

/** Of each of these, by its id. One query, however many they are. */
export async function turnsOf(tx: Tx, messages: readonly ClaimedSms[], at: Date): Promise<Map<string, Turn>> {
  const facts = await factsOf(tx, messages, at)
  return new Map(
    messages.map(({ id }) => {
      const known = facts.get(id)
      return [id, known ? turnOf(known, at) : 'go']
    }),
  )
}

function turnOf(facts: Facts, at: Date): Turn {
  const { template, kind, before, before_held, before_until, stopped, zone, sent } = facts
  if (stopped) return { withheld: 'stopped' }
  const there = zone ?? nationalDesk.zone
  const waitsForMorning = kind === 'news' || (template !== 'receipt' && !isAwake(facts.last_wrote, at))
  const quiet = waitsForMorning ? quietUntil(at, there) : undefined
  if (before && (kind === 'news' || !quiet)) {
    const waits = before_held === 'budget' || (before_held === 'quiet' && kind === 'news')
    if (waits) return { held: before_held, until: before_until ?? at }
    return { held: 'order', until: new Date(at.getTime() + askAgainMs) }
  }
  if (quiet) return { held: 'quiet', until: quiet }
  const today = startOfDay(dayOf(at, there), there)
  if (sent.filter((one) => one >= today).length < perDay[kind]) return 'go'
  const isKept = kind === 'news' || template === 'receipt'
  return isKept ? { held: 'budget', until: nextMorning(at, there) } : { withheld: 'enough' }
}

/**
 * `before`: the first to the same number that has not gone; news that wait for the morning keep news waiting, and no answer; an answer
 * another answer; a receipt another receipt, and whatever waits no receipt. `zone`: where the reporter most likely is: that of the place it is about, else of the office that has the report. Of
 * messages to a number alone.
 */
async function factsOf(tx: Tx, messages: readonly ClaimedSms[], at: Date): Promise<Map<string, Facts>> {
  const since = new Date(at.getTime() - longestDayMs)
  const { rows } = await sql<Facts>`
    select m.id, m.template, n.kind, b.id as before, b.held as before_held, b.not_before as before_until,
      n.kind = 'news' and exists (select from identity.sms_stop s where s.phone_index = m.to_index) as stopped,
      case when n.kind <> 'news' and m.template <> 'receipt' then ${lastWrote(sql`m`)} else m.created_at end as last_wrote,
      (select coalesce(
          (select a.zone from publication.agency a where r.area_code = a.area_code or r.area_code like a.area_code || '.%'
            order by length(a.area_code) desc limit 1),
          (select a.zone from publication.agency a where a.id = coalesce(r.agency_id, r.own_door_id)))
        from casework.report r where r.id = m.report_id) as zone,
      array(
        select t.sent_at from identity.message t
        where t.to_index = m.to_index and t.state = 'sent' and t.sent_at >= ${since}
          and (n.kind <> 'acknowledgement' or t.template = any (${sql.val(acknowledgements)}::text[]))
        order by t.sent_at desc limit ${perDay.answer}) as sent
    from identity.message m
    cross join lateral (select case when m.template <> all (${sql.val(saidAtOnce)}::text[]) then 'news'
      when m.template = any (${sql.val(acknowledgements)}::text[]) then 'acknowledgement' else 'answer' end as kind) n
    left join lateral (
      select before.id, before.held, before.not_before from identity.message before
      where before.to_index = m.to_index and before.turn < m.turn and before.state in ('queued', 'failed')
        and (n.kind = 'news' or coalesce(before.held, 'order') = 'order'
          or (m.template <> 'receipt' and before.held = 'quiet' and before.template = any (${sql.val(saidAtOnce)}::text[]))
          or (m.template = 'receipt' and before.template = 'receipt' and before.held = 'budget'))
      order by before.turn limit 1) b on true
    where m.id = any (${sql.val(messages.map(({ id }) => id))}::uuid[]) and m.to_index is not null and m.turn is not null`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
