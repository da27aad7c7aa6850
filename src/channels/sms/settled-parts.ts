import { createHmac } from 'node:crypto'
import type { Tx } from '../../report/as.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import { askedForMs } from '../asked/kept.ts'
import { halvesOf, madeWhole } from './parts/halves.ts'
import type { Part } from './parts/part.ts'

/**
 * A part that comes later than this after the report's own is of another message: phones give a reference again. What hides something
 * is waited for longer, for alone its late part would hide nothing. Not so of a name, which many may share: all that comes from one is hidden.
 */
const lateMs = 3_600_000
const lateHiddenMs = 24 * lateMs

type SettledPart = Awaited<ReturnType<typeof settledParts>>[number]
type Late = { part_of: Buffer | null; part_at: number | null; arrived_at: Date; sender?: string }

/** What became within a day of parts under the same reference, the last ones first. */
export async function settledParts(tx: Tx, { part_of, arrived_at }: Late, now: Date) {
  return tx
    .selectFrom('identity.arrival as a')
    .leftJoin('casework.report as r', 'r.id', 'a.report_id')
    .select([
      'a.part_at',
      'a.arrived_at',
      'a.outcome',
      'a.report_id',
      'a.part_said',
      'a.halves',
      'a.whole',
      'a.asked',
      'a.about',
    ])
    .select(({ eb }) => eb.or([eb('r.confidential', '=', true), eb('r.anonymous', '=', true)]).as('hides'))
    .where('a.part_of', '=', part_of)
    .where('a.outcome', 'is not', null)
    .where('a.arrived_at', '>', new Date(Math.min(now.getTime(), arrived_at.getTime()) - lateHiddenMs))
    .orderBy('a.arrived_at', 'desc')
    .execute()
}

/**
 * The report that this is a late part of.
 * @param waiting what else has come under the same reference: where the place of one is taken, they begin another message
 */
export function earlierReport(
  settled: readonly SettledPart[],
  waiting: readonly Late[],
  { arrived_at, sender }: Late,
): string | undefined {
  const taken = new Set(settled.flatMap(({ report_id, part_at }) => (report_id ? [part_at] : [])))
  if (waiting.some(({ part_at }) => taken.has(part_at))) return undefined
  const inTime = settled.find(
    // What came late itself makes nobody wait longer.
    (part) =>
      part.report_id &&
      part.outcome !== 'part' &&
      arrived_at.getTime() - part.arrived_at.getTime() <= (part.hides && sender ? lateHiddenMs : lateMs),
  )
  return inTime?.report_id ?? undefined
}

/** What we asked back about, and this is a late part of: the question is still open, and the place of nothing that waits is taken. */
export function askedEarlier(
  settled: readonly SettledPart[],
  waiting: readonly Late[],
  { arrived_at }: Late,
): { whole: string; question: string; about: string | undefined } | undefined {
  const open = settled.filter(({ outcome }) => outcome === 'asked')
  if (waiting.some(({ part_at }) => open.some((part) => part.part_at === part_at))) return undefined
  const found = open.find((part) => arrived_at.getTime() - part.arrived_at.getTime() <= askedForMs)
  return found?.whole && found.asked
    ? { whole: found.whole, question: found.asked, about: found.about ?? undefined }
    : undefined
}

/** By what a part is known when its words are gone: as secret as its sender. */
export function partSaid(
  { indexSecret }: Pick<IdentityKeys, 'indexSecret'>,
  { sender, part }: { sender: string; part: Part },
): Buffer {
  return createHmac('sha256', indexSecret).update(`lapor part said ${sender} ${part.hex}`).digest()
}

/** The same part, at the same place, of a message that was taken; one that was refused may be sent again. */
export function takenBefore(
  settled: readonly SettledPart[],
  { part_at }: Pick<Late, 'part_at'>,
  said: Buffer,
): SettledPart | undefined {
  return settled.find((part) => part.outcome !== 'refused' && part.part_at === part_at && part.part_said?.equals(said))
}

/** What a late part of this report says, with the half of an emoji that the parts beside it had left over. */
export function lateText(
  settled: readonly SettledPart[],
  reportId: string,
  { part, part_at }: Late & { part: Part },
): string {
  const halvesAt = (at: number) =>
    settled.find((one) => one.report_id === reportId && one.part_at === at && one.halves)?.halves
  return madeWhole(part, { before: halvesAt((part_at ?? 1) - 1), after: halvesAt((part_at ?? 1) + 1) }).text
}

/** Writes down by what these parts will be known, and which half of an emoji stands at their ends. */
export async function rememberParts(
  tx: Tx,
  keys: Pick<IdentityKeys, 'indexSecret'>,
  parts: readonly { id: string; part_of: Buffer | null; sender: string; part: Part }[],
) {
  for (const one of parts) {
    if (!one.part_of) continue
    await tx
      .updateTable('identity.arrival')
      .set({ part_said: partSaid(keys, one), halves: halvesOf(one.part) })
      .where('id', '=', one.id)
      .execute()
  }
}
