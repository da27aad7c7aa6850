import type { Tx } from '../report/as.ts'
import { sizeOf } from '../platform/gsm/fit-sms.ts'
import type { Calendar } from '../report/clocks/calendar.ts'
import type { ReportRow } from '../report/move.ts'
import type { ClaimedSms } from './claim-sms.ts'
import { clockFor, type PastEvent } from './clock-for.ts'
import { pageLink } from './page-link.ts'
import { smsStatus } from './sms-status.ts'
import { smsInOne } from './sms-in-one.ts'
import { smsWordingName } from './sms-text.ts'
import { readOnPage, readSmsTemplate } from './table.ts'
import { wordsIn } from '../ui/words/index.ts'
import { wordedByDesk } from './wording/wordings.ts'

const t = wordsIn('id')

type Event = PastEvent & { report_id: string }

/**
 * The words of each of these by its id, made under the secrecy its report has now; none for a kind that is sent no more. Three queries,
 * however many they are; one or two more for each that asks how its report stands.
 */
export async function smsWords(
  tx: Tx,
  messages: readonly ClaimedSms[],
  { calendar, ...deps }: { calendar: Calendar; baseUrl: string; indexSecret: Uint8Array; now: Date },
): Promise<Map<string, string>> {
  const ids = [...new Set(messages.flatMap(({ report_id }) => report_id ?? []))]
  const [reports, events] = ids.length === 0 ? [[], []] : [await reportsOf(tx, ids), await eventsOf(tx, ids)]
  const own = await wordedByDesk(tx)
  const silent = await silentOf(tx, messages)
  const words = new Map<string, string>()
  for (const message of messages) {
    const { id, report_id, template: name, dedupe, about } = message
    const template = readSmsTemplate(name)
    if (!template) continue
    const report = reports.find((one) => one.id === report_id)
    const past = events.filter((event) => event.report_id === report_id)
    const isOnPage = report !== undefined && report.channel !== 'sms'
    const clock = report ? clockFor(report, past, dedupe) : null
    const isStatus = template === 'status' || template === 'status_more'
    const link = readOnPage.includes(template) ? await pageLink(tx, message, report, deps) : undefined
    const said = isStatus ? await smsStatus(tx, message, report, { ...deps, worded: own }) : { template, link }
    const facts = { ...said, clock, calendar, about, baseUrl: deps.baseUrl, isOnPage }
    const wording = own.get(`sms ${smsWordingName(facts)}`)
    const text = smsInOne({ ...facts, wording, report: report ?? null })
    const others = template === 'status' && about ? t.sms_status_others(about) : ''
    const hint = silent.has(id) ? t.receipt_while_silent : others
    words.set(id, sizeOf(text + hint).fits ? text + hint : text)
  }
  return words
}

/** Receipts to a number that said STOP. */
async function silentOf(tx: Tx, messages: readonly ClaimedSms[]): Promise<Set<string>> {
  const receipts = messages.filter(({ template, to_index }) => template === 'receipt' && to_index)
  if (receipts.length === 0) return new Set()
  const stopped = await tx
    .selectFrom('identity.message as m')
    .innerJoin('identity.sms_stop as s', 's.phone_index', 'm.to_index')
    .select('m.id')
    .where(
      'm.id',
      'in',
      receipts.map(({ id }) => id),
    )
    .execute()
  return new Set(stopped.map(({ id }) => id))
}

function reportsOf(tx: Tx, ids: string[]): Promise<ReportRow[]> {
  return tx.selectFrom('casework.report').selectAll().where('id', 'in', ids).execute()
}

async function eventsOf(tx: Tx, ids: string[]): Promise<Event[]> {
  const rows = await tx
    .selectFrom('casework.event')
    .select(['report_id', 'seq', 'move', 'to_stage as to', 'at'])
    .where('report_id', 'in', ids)
    .execute()
  return rows
}
