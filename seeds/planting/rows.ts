import { type Directory, officeOf } from '../../src/agencies/directory.ts'
import { newId } from '../../src/platform/uuid.ts'
import { audienceOf } from '../../src/report/audience.ts'
import { advance, currentClock } from '../../src/report/clocks/advance.ts'
import { type Clock, nationalDesk, type Office } from '../../src/report/clocks/clocks.ts'
import { escalationsOf, escalationsReached, ombudsmanOfferAt } from '../../src/report/clocks/escalation.ts'
import { answerClocks, deadlines } from '../../src/report/deadlines.ts'
import { allowedMoves } from '../../src/report/lifecycle.ts'
import { publicPoint } from '../../src/report/point.ts'
import type { Rules } from '../../src/report/rules.ts'
import type { Believable } from '../believable.ts'
import { eventHash } from './event-hash.ts'
import { keptEvent, keptWords } from './kept-words.ts'

export type Planting = { rules: Rules; directory: Directory; now: Date; untaken(): string }

/** What a report is in the tables: its row, its words and its events, their clocks advanced as every move advances them. */
export function rowsOf(report: Believable, { rules, directory, now, untaken }: Planting) {
  const id = newId(report.filedAt)
  const agency = directory.agency(report.agencyId)?.rootId ?? null
  const office = agency ? officeOf(directory, agency) : nationalDesk
  let clocks: Clock[] = []
  let before: Buffer = Buffer.alloc(0)
  const events = report.events.map(({ move, from, to, at, by, text = null }, index) => {
    const owing = move === 'submit' ? nationalDesk : office
    clocks = advance(clocks, { move, from, to, at, office: owing }, rules.policy, rules.calendar)
    const said = keptEvent(rules.keeper, id, text, report.confidential)
    const event = {
      report_id: id,
      seq: index + 1,
      at,
      zone: owing.zone,
      move,
      from_stage: from,
      to_stage: to,
      actor_role: by,
      agency_id: by === 'coordinator' || by === 'officer' ? agency : null,
      audience: audienceOf(move),
      data: dataOf(move, agency, report),
      words_hash: said.words_hash,
    }
    const hash = eventHash(event, before)
    const words = { ...said, words_hash: said.words_hash && `\\x${said.words_hash}` }
    const linked = { ...event, ...words, prev_hash: hex(before), hash: hex(hash) }
    before = hash
    return linked
  })
  const kept = keptWords(rules.keeper, id, report)
  const heard = escalationRows(report, id, clocks, office, { rules, now })
  const ombudsman = heard.find(({ level }) => level === ombudsmanLevel)
  const row = {
    ...reportRow(report, id, agency, untaken()),
    place: kept.place,
    ...kept.point,
    ...standing(report),
    ...deadlines(clocks, report.stage, rules, { escalation: heard.length - (ombudsman ? 1 : 0), at: now }),
    escalation: heard.length - (ombudsman ? 1 : 0),
    ombudsman_offered_at: ombudsman?.at,
  }
  return { report: row, content: kept.content, events, heard }
}

const ombudsmanLevel = 5

/** Who has heard by now that the report waits too long, as the sweep would have recorded it at the time. */
function escalationRows(
  { stage, filedAt }: Believable,
  id: string,
  clocks: Clock[],
  office: Office,
  { rules, now }: Pick<Planting, 'rules' | 'now'>,
) {
  const clock = currentClock(clocks, stage)
  const reached = clock ? escalationsReached(clock, rules.calendar, rules.policy, now).length : 0
  const levels = clock && reached > 0 ? escalationsOf(clock, rules.calendar, rules.policy).slice(0, reached) : []
  const rows = levels.map(({ at }, index) => ({
    report_id: id,
    clock_seq: answerClocks(clocks),
    level: index + 1,
    at,
  }))
  const offeredAt = ombudsmanOfferAt(filedAt, stage === 'received' ? nationalDesk.zone : office.zone, rules.policy)
  const isOffered = now >= offeredAt && allowedMoves(stage, 'reporter').includes('escalate')
  return isOffered ? [...rows, { report_id: id, clock_seq: 0, level: ombudsmanLevel, at: offeredAt }] : rows
}

function reportRow(report: Believable, id: string, agency: string | null, trackingId: string) {
  const seen = report.confidential ? undefined : report.anonymous ? publicPoint(report) : report
  const forwarded = report.events.some(({ move }) => move === 'forward')
  return {
    id,
    tracking_id: trackingId,
    kind: report.kind,
    channel: report.channel,
    anonymous: report.anonymous,
    confidential: report.confidential,
    without_identity: false,
    agency_id: forwarded ? agency : null,
    category_id: report.categoryId,
    area_code: report.areaCode,
    public_lat: seen?.lat,
    public_lon: seen?.lon,
    filed_at: report.filedAt,
  }
}

/** Where the report stands by its events. */
function standing({ stage, events, ...report }: Believable) {
  const last = events.at(-1)
  const lastAt = last?.at ?? report.filedAt
  return {
    stage,
    manner: report.manner,
    resume_stage: stage === 'on_hold' ? last?.from : null,
    published_at: report.confidential ? null : events.find(({ move }) => move === 'forward')?.at,
    answered_at: events.findLast(({ move }) => move === 'answer')?.at,
    closed_at: stage === 'closed' ? lastAt : null,
    outcome: report.outcome,
    rating: report.rating,
    archive_reason: stage === 'archived' ? 'unclear' : null,
    last_seq: events.length,
    last_at: lastAt,
  }
}

function dataOf(move: string, agency: string | null, { outcome }: Believable): Record<string, string | null> {
  return move === 'forward' ? { agency } : move === 'answer' ? { outcome } : {}
}

function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}
