import { sql } from 'kysely'
import type { Setting } from '../agencies/setting.ts'
import { lapseAsSeen } from '../closing/lapse-if-silent.ts'
import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import { addDays, dayOf, endOfDay } from '../report/clocks/day.ts'
import type { ReportRow } from '../report/move.ts'
import { type DueKey, eachDue } from './each-due.ts'
import { endHoldIfSilent } from './end-hold.ts'
import { emptyBoxes, endEmbargoes } from './end-secrecy.ts'
import { escalateOverdue } from './escalate-overdue.ts'
import { foldTally } from './fold-tally.ts'
import { offerOmbudsman } from './offer-ombudsman.ts'
import { reckonAgain } from './reckon-again.ts'
import { reckonPace } from './reckon-pace.ts'
import type { SweepDeps } from './sweep-deps.ts'
import { dropStagedPictures, endPageLinks, endSessions } from './tidy.ts'
import { tryAgain } from './try-again.ts'

/** What one sweep did, by kind. */
export const sweepKinds = [
  'retried',
  'reckoned',
  'lapsed',
  'archived',
  'resumed',
  'escalated',
  'offered',
  'embargoes',
  'openings',
  'folded',
  'paced',
  'pictures',
  'sessions',
] as const
export type Swept = Record<(typeof sweepKinds)[number], number>

/**
 * Do what is due now: what was promised and given up, deadlines of an edited calendar, answers and holds that met silence, answers that are overdue,
 * offers of the Ombudsman, embargoes and openings that are over, and tidying. Each report moves in a transaction of its own that locks it and asks again
 * whether it is due, so two sweeps at once, or one twice, do each thing once.
 */
export async function sweep(deps: SweepDeps, signal?: AbortSignal): Promise<Swept> {
  const retried = await tryAgain(deps, deps.now())
  const [rules, directory] = await Promise.all([deps.rules(), deps.directory()])
  const setting: Setting = { rules, directory, now: deps.now() }
  const reckoned = await reckonAgain(deps, rules, setting.now, signal)
  const holds = { archived: 0, resumed: 0 }
  const each = (kind: Kind, work: (tx: Tx, id: string) => Promise<boolean>) =>
    eachDue({
      page: (after, limit) => duePage(deps, kind, setting, after, limit),
      work: ({ id }) => as(deps.db, system, (tx) => work(tx, id)),
      log: deps.log,
      signal,
    })
  const lapsed = await eachDue<Silent>({
    page: (after, limit) => silentPage(deps, setting.now, after, limit),
    work: (report) => lapseAsSeen(deps.db, report, setting),
    log: deps.log,
    signal,
  })
  await each('on_hold', async (tx, id) => {
    const done = await endHoldIfSilent(tx, system, id, setting)
    if (done) holds[done] += 1
    return done !== undefined
  })
  const escalated = await each('overdue', (tx, id) => escalateOverdue(tx, id, setting))
  const offered = await each('unresolved', (tx, id) => offerOmbudsman(tx, id, setting))
  const embargoes = await endEmbargoes(deps, setting.now, signal)
  const openings = await emptyBoxes(deps, setting.now)
  const folded = await foldTally(deps.db, signal)
  const paced = await reckonPace(deps, rules, setting.now)
  const [pictures, sessions] = [await dropStagedPictures(deps), await endSessions(deps)]
  await endPageLinks(deps)
  return {
    retried,
    reckoned,
    lapsed,
    ...holds,
    escalated,
    offered,
    embargoes,
    openings,
    folded,
    paced,
    pictures,
    sessions,
  }
}

type Silent = ReportRow & DueKey

/** Answered reports whose time to judge is over by the stored index, whole: there may be a hundred thousand. */
async function silentPage({ db }: SweepDeps, now: Date, after: Silent | undefined, limit: number) {
  return as(db, system, async (tx) => {
    const { rows } = await sql<Silent>`
      select *, due_at as at from casework.report
      where stage = 'answered' and due_at <= ${now} ${after ? sql`and (due_at, id) > (${after.at}, ${after.id})` : sql``}
      order by due_at, id limit ${limit}`.execute(tx)
    return rows
  })
}

type Kind = 'on_hold' | 'overdue' | 'unresolved'

/** Candidates by the stored index of the deadlines, whose conditions are those of the partial indexes. */
async function duePage(deps: SweepDeps, kind: Kind, { rules, now }: Setting, after: DueKey | undefined, limit: number) {
  const [column, where, until] = {
    on_hold: [sql`due_at`, sql`stage = 'on_hold'`, now],
    overdue: [sql`escalate_at`, sql`escalate_at is not null`, now],
    unresolved: [sql`filed_at`, unresolved, earliestOffered(now, rules.policy.ombudsman)],
  }[kind] as [typeof unresolved, typeof unresolved, Date]
  return as(deps.db, system, async (tx) => {
    const { rows } = await sql<DueKey>`
      select id, ${column} as at from casework.report
      where ${where} and ${column} <= ${until}
        ${after ? sql`and (${column}, id) > (${after.at}, ${after.id})` : sql``}
      order by ${column}, id limit ${limit}`.execute(tx)
    return rows
  })
}

/** As in the index report_unresolved (migrations/0014-without-request.sql). */
const unresolved = sql`ombudsman_offered_at is null and ombudsman_at is null and import_layout is null
  and stage in ('received', 'on_hold', 'forwarded', 'in_progress', 'answered')`

/** Reports filed before this may have stayed unresolved for `days` somewhere in the country; each is asked again. */
function earliestOffered(now: Date, days: number): Date {
  return endOfDay(addDays(dayOf(now, 'Asia/Jayapura'), -days - 1), 'Asia/Jakarta')
}
