import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Tx } from '../report/as.ts'
import { isSealed, type Keeper, KeyDestroyed } from '../report/keeper.ts'
import { keptUnder, openKeptUnder } from '../secrecy/sealed-under.ts'
import type { Letter } from './letter.ts'
import { whoseMessage } from './queue-messages.ts'

/** A message as it would have reached somebody. `trackingId`: the report that it is about, if one. */
export type Preview = {
  at: Date
  channel: string
  template: string
  trackingId: string | null
  to: string
  subject: string
  text: string
}

type Row = {
  created_at: Date
  channel: string
  template: string
  tracking_id: string | null
  preview: Kept
}

/** As it lies in the database. `report`: under whose key the address is sealed; of a letter to an account or an answer about no report it is said in it; so that a demonstration's tables name nobody either. `hidden`: made for a report that hides something. */
type Kept = { to: string; subject: string; text: string; report?: string; hidden?: true }

/**
 * A letter as it is kept where nothing is really sent. `hidden`: whether its words were made for a report that hides something.
 * @returns undefined for whoever wrote or filed and has had their traces erased; offices, who have their accounts, go on hearing
 */
export function keptPreview(
  keeper: Keeper,
  message: Whose,
  to: string,
  letter: Letter,
  hidden = false,
): string | undefined {
  const address = hiddenTo(keeper, message, to)
  return address && JSON.stringify({ ...letter, ...address, ...(hidden ? { hidden } : {}) } satisfies Kept)
}

type Whose = { report_id: string | null; account_id: string | null; dedupe: string }

/** Keeps it, unless it says more than its report lets be said by now (migration 56). `tx`: the system's. */
export async function keepPreview(tx: Tx, messageId: string, preview: string) {
  await sql`select identity.keep_preview(${messageId}, ${preview}::jsonb)`.execute(tx)
}

/** To whom it would have gone; '' once the report's key was destroyed. */
export function addresseeOf(keeper: Keeper, { to, report }: Pick<Kept, 'to' | 'report'>): string {
  if (!isSealed(to)) return to
  return report ? keeper.open(report, to) : openKeptUnder(keeper, to)
}

/** To an account under that account's key, which no erasure destroys; to whoever wrote or filed under the one that goes with their report. */
function hiddenTo(
  keeper: Keeper,
  { report_id: report, account_id: account, dedupe }: Whose,
  to: string,
): Pick<Kept, 'to' | 'report'> | undefined {
  if (account) return { to: keptUnder(keeper, { account }, to) }
  try {
    if (report) return { to: keeper.sealIdentity(report, to), report }
    const whose = whoseMessage(null, dedupe)
    return { to: whose ? keptUnder(keeper, whose, to) : to }
  } catch (error) {
    if (error instanceof KeyDestroyed) return undefined
    throw error
  }
}

/** The newest messages first; there are none where messages really go out. */
export async function readPreviews(
  db: Db,
  keeper: Keeper,
  trackingId: string | null,
  limit: number,
): Promise<Preview[]> {
  const { rows } = await sql<Row>`
    select created_at, channel, template, tracking_id, preview
    from identity.message_previews(${trackingId}, ${limit})`.execute(db)
  return rows.map(({ created_at, channel, template, tracking_id, preview }) => ({
    at: created_at,
    channel,
    template,
    trackingId: tracking_id,
    to: addresseeOf(keeper, preview),
    subject: preview.subject,
    text: preview.text,
  }))
}
