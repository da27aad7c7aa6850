import { createHash, createHmac, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { hex } from '../platform/hex.ts'
import { newCommitment } from '../report/commit-filed.ts'
import { newId, randomId } from '../platform/uuid.ts'
import type { Agency, Directory } from '../agencies/directory.ts'
import { advance } from '../report/clocks/advance.ts'
import { nationalDesk } from '../report/clocks/clocks.ts'
import { deadlines } from '../report/deadlines.ts'
import { wholeHour } from '../platform/whole-hour.ts'
import { ownLinks } from '../report/own-links.ts'
import type { Rules } from '../report/rules.ts'
import { makeTrackingId } from '../report/tracking-id.ts'
import { deriveReportKey, hashReportKey } from '../secrecy/report-key.ts'
import { type IdentityKeys, type Own, sealContact } from '../secrecy/identity.ts'
import { readAccused } from '../secrecy/named-accused.ts'
import type { Filed, Intake } from './intake.ts'
import { keptPoint } from '../report/kept-point.ts'
import { isInIndonesia, publicPoint } from '../report/point.ts'
import { maxTitleGraphemes, shorten } from './clean-text.ts'
import { titleFrom } from './title.ts'

export type FilingDeps = { db: Db; rules: Rules; directory: Directory; keys: IdentityKeys }

/** Who files when it is not the reporter's own hand: an officer for someone who came by (walk-in). */
export type FiledBy = { role: 'coordinator' | 'officer' | 'system'; accountId?: string; agencyId?: string }

const attempts = 5

/**
 * File a report: one round trip, committed when this returns. Unknown offices and categories never refuse it. Without identity nothing
 * is kept about who, and so nothing about an officer who filed it, or that one did: it may be their own.
 * @param wait whether to wait for the same filing in flight (forms) or to be told of it (`in_flight`, the API)
 */
export async function fileReport(
  deps: FilingDeps,
  intake: Intake,
  now: Date,
  by?: FiledBy,
  wait = true,
): Promise<Filed> {
  for (let attempt = 1; ; attempt++) {
    try {
      const own = intake.accountId ? await nextOwn(deps, intake.accountId, attempt) : undefined
      const filed = intake.withoutIdentity ? byNobody(intake) : intake
      return await tryFiling(deps, filed, own, now, intake.withoutIdentity ? undefined : by, wait)
    } catch (error) {
      if (attempt === attempts || !isTaken(error)) throw error
    }
  }
}

function byNobody(intake: Intake): Intake {
  return intake.channel === 'walk_in' ? { ...intake, channel: 'web' } : intake
}

/** The account's next number; after another filing took it at the same time, any that is free. */
async function nextOwn({ db, keys }: FilingDeps, account: string, attempt: number): Promise<Own> {
  const { free } = await ownLinks(db, keys.keeper, account)
  return { account, n: free[attempt === 1 ? 0 : randomInt(free.length)] as number }
}

async function tryFiling(
  deps: FilingDeps,
  intake: Intake,
  own: Own | undefined,
  now: Date,
  by: FiledBy | undefined,
  wait: boolean,
): Promise<Filed> {
  const filing = filingOf(deps, intake, own, now)
  const payload = {
    ...filing,
    ...(by ? { by: by.role, by_account: by.accountId, by_agency: by.agencyId } : {}),
    topics: ['event'],
    nowait: !wait,
  }
  const { rows } = await sql<{
    answer: Answer
  }>`select ${fileBy(intake)}(${JSON.stringify(payload)}::jsonb) as answer`.execute(deps.db)
  const answer = rows[0]?.answer
  if (!answer) throw new Error('the filing was not answered')
  if (answer.outcome === 'other_body' || answer.outcome === 'in_flight') return { outcome: answer.outcome }
  const key = intake.accountId ? undefined : deriveReportKey(deps.keys.reportSecret, intake.idempotencyKey, answer.id)
  return {
    outcome: answer.outcome,
    id: answer.id,
    trackingId: answer.tracking_id,
    filedAt: new Date(answer.filed_at),
    key,
  }
}

/** Whoever names somebody has more to settle in the same round trip (migration 34). */
function fileBy({ accused }: Intake) {
  return accused?.length ? sql.raw('casework.file_report_about') : sql.raw('casework.file_report')
}

type Answer =
  | { outcome: 'filed' | 'again'; id: string; tracking_id: string; filed_at: string }
  | { outcome: 'other_body' }
  | { outcome: 'in_flight' }

function filingOf({ rules, directory, keys }: FilingDeps, intake: Intake, own: Own | undefined, now: Date) {
  const at = intake.withoutIdentity ? wholeHour(now) : now
  const id = intake.withoutIdentity ? randomId() : newId(now)
  const agency = intake.agency ? directory.find(intake.agency) : undefined
  const category = intake.category ? directory.category(intake.category) : undefined
  const area = intake.areaCode ? directory.area(intake.areaCode) : undefined
  const event = { move: 'submit', from: 'none', to: 'received', at, office: nationalDesk } as const
  const accused = (intake.accused ?? []).map((named) => readAccused(directory, named))
  const clocks = advance([], event, rules.policy, rules.calendar)
  const hidden = intake.anonymous || intake.confidential || intake.withoutIdentity
  const words = <W extends string | undefined>(said: W) =>
    said && intake.confidential ? keys.keeper.sealWords(id, said) : said
  const { filed, filed_salt } = newCommitment(keys.indexSecret, intake)
  const seen = intake.confidential ? undefined : intake.point && (hidden ? publicPoint(intake.point) : intake.point)
  return {
    report: {
      id,
      tracking_id: makeTrackingId(),
      kind: intake.kind ?? 'complaint',
      channel: intake.channel,
      anonymous: intake.anonymous || intake.withoutIdentity,
      confidential: intake.confidential,
      without_identity: intake.withoutIdentity,
      shown_name: intake.showName && !hidden ? intake.contact?.name : undefined,
      // Before anybody else sees it, the database closes this door to an office that may be among the accused (casework.reroute).
      own_door_id: agency?.rootId,
      named_agency: words(namedAgency(intake, agency)),
      category_id: category?.id,
      named_category: words(category ? undefined : intake.category),
      area_code: area?.code,
      place: words(intake.place ?? (area ? undefined : intake.areaCode)),
      ...keptPoint(keys.keeper, id, intake.point, hidden),
      public_lat: seen?.lat,
      public_lon: seen?.lon,
      filed_at: at,
      ...deadlines(clocks, 'received', rules),
      flags: [...(intake.flags ?? []), ...(intake.point && !isInIndonesia(intake.point) ? ['outside_indonesia'] : [])],
      idempotency: hex(idempotencyHash(intake.idempotencyKey)),
      body_hash: hex(bodyHash(intake, keys.indexSecret)),
    },
    content: {
      original_title: words(intake.title),
      original_text: words(intake.text),
      filed_salt,
      title: words(intake.title ? shorten(intake.title, maxTitleGraphemes) : titleFrom(intake.text)),
      text: words(intake.text),
      reporter_name: hidden || !intake.contact?.name ? undefined : keys.keeper.sealIdentity(id, intake.contact.name),
    },
    filing: {
      key_hash: intake.accountId
        ? undefined
        : hex(hashReportKey(deriveReportKey(keys.reportSecret, intake.idempotencyKey, id))),
      ...(intake.withoutIdentity ? {} : sealContact(keys, id, intake.contact, own)),
    },
    accused: accused.map(({ named }) => words(named)),
    data: { filed },
    ...(accused.length > 0
      ? { accused_as: accused.map(({ kind, unitId, words }) => ({ kind, unit_id: unitId, words })) }
      : {}),
  }
}

/** A name beside the door: a unit's, an unknown office's, or that of a hidden report's door, which may close (casework.reroute). */
function namedAgency({ agency: said, accused, confidential }: Intake, known: Agency | undefined): string | undefined {
  if (!known) return said
  const mayClose = confidential && (accused?.length ?? 0) > 0
  return known.id !== known.rootId || mayClose ? known.name : undefined
}

/** What is stored of an idempotency key: 32 bytes. The same for form keys, message ids and API keys. */
export function idempotencyHash(key: string): Buffer {
  return createHash('sha256').update(`lapor filing ${key}`).digest()
}

/**
 * The same words, choices and contact give the same hash; the key and the time do not count. Keyed, so that nobody who finds the
 * database can try what somebody might have written.
 */
function bodyHash({ idempotencyKey: _key, ...body }: Intake, secret: Buffer): Buffer {
  const canonical = JSON.stringify(
    Object.entries(body)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  return createHmac('sha256', secret).update(`lapor filing body ${canonical}`).digest()
}

function isTaken(error: unknown): boolean {
  const { code, constraint = '' } = error as { code?: string; constraint?: string }
  return code === '23505' && ['report_tracking_id_key', 'filing_account_link_key'].includes(constraint)
}
