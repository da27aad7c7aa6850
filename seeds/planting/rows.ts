import { type Directory, officeOf } from '../../src/agencies/directory.ts'
import { newId } from '../../src/platform/uuid.ts'
import { audienceOf } from '../../src/report/audience.ts'
import { advance } from '../../src/report/clocks/advance.ts'
import { type Clock, nationalDesk } from '../../src/report/clocks/clocks.ts'
import { deadlines } from '../../src/report/deadlines.ts'
import { publicPoint } from '../../src/report/point.ts'
import type { Rules } from '../../src/report/rules.ts'
import type { Believable } from '../believable.ts'
import { eventHash } from './event-hash.ts'

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
      text,
      data: dataOf(move, agency, report),
    }
    const hash = eventHash(event, before)
    const linked = { ...event, prev_hash: hex(before), hash: hex(hash) }
    before = hash
    return linked
  })
  const content = { report_id: id, original_text: report.text, title: report.title, text: report.text }
  return {
    report: { ...reportRow(report, id, agency, untaken()), ...standing(report, clocks, rules, now) },
    content,
    events,
  }
}

function reportRow(report: Believable, id: string, agency: string | null, trackingId: string) {
  const seen = report.anonymous || report.confidential ? publicPoint(report) : report
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
    place: report.place,
    lat: report.lat,
    lon: report.lon,
    public_lat: seen.lat,
    public_lon: seen.lon,
    filed_at: report.filedAt,
  }
}

/** Where the report stands by its events. */
function standing({ stage, events, ...report }: Believable, clocks: Clock[], rules: Rules, now: Date) {
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
    ...deadlines(clocks, stage, rules, { at: now }),
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
