import { parseTrackingId } from '../../report/tracking-id.ts'
import type { Tx } from '../../report/as.ts'
import { filerOf, type Opener } from '../../secrecy/filer.ts'
import { normaliseEmail } from '../../accounts/contact.ts'
import { asOwn, type Own } from '../sms/own-reports.ts'

const most = 3
const looksLikeId = /\b[0-9A-Za-z]{3}[- ]?[0-9A-Za-z]{3}[- ]?[0-9A-Za-z]{3}\b/g

/** To whom a letter of ours went: about which report, to an officer or not. */
export type Letter = { reportId: string | null; accountId: string | null; sealedTo: Buffer }

export async function letterSent(tx: Tx, messageId: string): Promise<Letter | undefined> {
  const row = await tx
    .selectFrom('identity.message')
    .select(['report_id', 'account_id', 'sealed_to'])
    .where('id', '=', messageId)
    .where('channel', '=', 'email')
    .executeTakeFirst()
  return row && { reportId: row.report_id, accountId: row.account_id, sealedTo: row.sealed_to }
}

/** The report, where it came by mail from this very address; undefined for any other. A report that was taken back is nobody's any more. */
export async function ownReport(tx: Tx, opener: Opener, reportId: string, sender: string): Promise<Own | undefined> {
  const row = await tx
    .selectFrom('casework.report')
    .select(['id', 'tracking_id', 'stage', 'manner', 'closed_at'])
    .where('id', '=', reportId)
    .where('channel', '=', 'email')
    .where('stage', '<>', 'withdrawn')
    .executeTakeFirst()
  if (!row) return undefined
  const { given } = await filerOf(tx, opener, reportId)
  if (!given.email || normaliseEmail(given.email) !== sender) return undefined
  return asOwn(row)
}

/** A report whose number a mail names, where it came by mail from this address. */
export async function namedReport(tx: Tx, opener: Opener, text: string, sender: string): Promise<Own | undefined> {
  const ids = [...text.slice(0, 1_000).matchAll(looksLikeId)].flatMap(([written]) => parseTrackingId(written) ?? [])
  for (const trackingId of ids.slice(0, most)) {
    const row = await tx
      .selectFrom('casework.report')
      .select('id')
      .where('tracking_id', '=', trackingId)
      .executeTakeFirst()
    const own = row && (await ownReport(tx, opener, row.id, sender))
    if (own) return own
  }
  return undefined
}
