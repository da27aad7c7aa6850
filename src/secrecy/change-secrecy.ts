import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { exactPoint } from '../report/kept-point.ts'
import type { Keeper } from '../report/keeper.ts'
import { hides } from '../report/hides.ts'
import { type Changes, lockReport, moveReport, type ReportRow } from '../report/move.ts'
import { timeKept } from '../report/time-kept.ts'
import { publicPoint } from '../report/point.ts'
import { afterLowering, edits, readBecomingPublic, type Switches, unreadSoFar, withoutPieces } from './become-public.ts'
import { stopIfFound } from './before-publishing.ts'
import { strangeIn } from './strange-numbers.ts'
import { takeBack, type Wish } from './taking-back.ts'
import { separate } from './separate.ts'

/**
 * Raise secrecy, at once: reporter and every handler may. The public copy goes and the words are sealed in the same transaction; whoever
 * hides who they are takes back what was said before and tells it (taking-back.ts), and their reporter may take back more at any time.
 * @throws ReportNotFound · MoveRefused
 */
export async function raiseSecrecy(
  tx: Tx,
  actor: Actor,
  reportId: string,
  { redact, without, pictures, ...switches }: Switches & Wish,
  setting: Setting,
  seenSeq?: number,
) {
  const before = await lockReport(tx, reportId)
  const takesMore =
    actor.role === 'reporter' &&
    (before.anonymous || before.without_identity) &&
    Boolean(redact?.length || without?.length)
  const hidesWho = switches.anonymous === true && !before.anonymous
  const wish = { redact, without, pictures: takesMore ? ('stay' as const) : pictures }
  const taken = hidesWho || takesMore ? await takeBack(tx, actor, before, wish, setting) : undefined
  const changesMore = takesMore && Boolean(without?.length || Object.keys(taken?.edits ?? {}).length)
  const raised = {
    ...(switches.anonymous ? { anonymous: true } : {}),
    ...(switches.confidential ? { confidential: true } : {}),
  }
  const added = switches.confidential ? await separate(tx, actor, reportId, setting) : 0
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'raise_secrecy',
      seenSeq: seenSeq === undefined ? undefined : seenSeq + added,
      data: { ...raised, ...taken?.facts },
      changes: (report) => ({
        ...raised,
        ...taken?.edits,
        shown_name: null,
        ...shownPoint({ ...report, ...raised }, setting.rules.keeper),
      }),
      office: (report) => owingOffice(setting.directory, report),
      check: (report, refuse) => {
        const raises = (raised.anonymous && !report.anonymous) || (raised.confidential && !report.confidential)
        if (!raises && !changesMore) refuse('nothing_to_change')
      },
    },
    setting.rules,
    setting.now,
  )
}

/**
 * `confirmed`: the reporter was asked a second time. `redact`: pieces that the public shall not read. `without`: numbers of events whose
 * words and pictures stay with the parties, of those that nobody outside could read so far.
 */
export type Lowering = Switches & {
  confirmed?: boolean
  care?: 'ask_numbers' | 'sure'
  redact?: readonly string[]
  without?: readonly number[]
}

/**
 * Lower secrecy: only the reporter, who has confirmed it again. A report that an office already has becomes public, and its words
 * are looked at before, for nobody forwarded them as something that the public reads.
 * Namelessness (without identity) cannot be lowered: there is nothing to show.
 * @throws ReportNotFound · PointsAtSomebody · MoveRefused `confirm_needed`, `nothing_to_change`
 */
export async function lowerSecrecy(
  tx: Tx,
  actor: Actor,
  reportId: string,
  { confirmed, care = 'ask_numbers', redact = [], without = [], ...switches }: Lowering,
  setting: Setting,
  seenSeq?: number,
) {
  const { keeper } = setting.rules
  const before = await lockReport(tx, reportId)
  const becoming = await readBecomingPublic(tx, keeper, before, switches)
  const shown = withoutPieces(becoming, redact)
  const numbers = await strangeIn(tx, reportId, shown)
  const unread = without.length > 0 ? await readUnread(tx, before) : []
  const added = switches.confidential === false ? await separate(tx, actor, reportId, setting) : 0
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'lower_secrecy',
      seenSeq: seenSeq === undefined ? undefined : seenSeq + added,
      data: {
        anonymous: switches.anonymous,
        confidential: switches.confidential,
        confirmed,
        ...(without.length > 0 ? { without } : {}),
      },
      changes: (report) => ({ ...lowered(report, switches, setting.now, keeper), ...edits(becoming, redact) }),
      office: (report) => owingOffice(setting.directory, report),
      check: (report, refuse) => {
        if (!confirmed) refuse('confirm_needed')
        const namesItself = switches.anonymous === false && report.anonymous && !report.without_identity
        if (!namesItself && !(switches.confidential === false && report.confidential)) refuse('nothing_to_change')
        if (!without.every((seq) => unread.includes(seq))) refuse('nothing_to_change')
        if (care !== 'sure') stopIfFound(shown, care, numbers)
      },
    },
    setting.rules,
    setting.now,
  )
}

async function readUnread(tx: Tx, report: ReportRow): Promise<number[]> {
  const events = await tx
    .selectFrom('casework.event')
    .select(['seq', 'audience'])
    .where('report_id', '=', report.id)
    .orderBy('seq')
    .execute()
  return unreadSoFar(report, events).map(({ seq }) => seq)
}

function lowered(report: ReportRow, switches: Switches, now: Date, keeper: Keeper): Changes {
  const { anonymous, confidential, isForwarded } = afterLowering(report, switches)
  return {
    anonymous,
    confidential,
    ...shownPoint({ ...report, anonymous, confidential }, keeper),
    published_at: report.published_at ?? (!confidential && isForwarded ? timeKept(report, now) : null),
  }
}

/**
 * The exact point, or a cell of 500 m and more for reports that hide who filed; none while nobody outside may know that they exist. Made
 * from the sealed point: when that is gone with who filed it, there is none any more.
 */
function shownPoint(report: ReportRow, keeper: Keeper): Changes {
  if (report.confidential) return { public_lat: null, public_lon: null }
  const exact = exactPoint(keeper, report)
  if (!exact) return {}
  const shown = hides(report) ? publicPoint(exact) : exact
  return { public_lat: shown.lat, public_lon: shown.lon }
}
