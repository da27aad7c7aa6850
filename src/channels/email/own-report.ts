import type { Tx } from '../../report/as.ts'
import { filerOf, type Opener } from '../../secrecy/filer.ts'
import { normaliseEmail } from '../../accounts/contact.ts'
import { anyOf, idsIn } from '../../report/ids-in.ts'
import { type Hides, hiddenByAny } from '../arrivals/plain-intake.ts'
import { asOwn, type At, type Own, ownColumns } from '../sms/own-reports.ts'
import type { Mail } from './read/mail.ts'

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
export async function ownReport(
  tx: Tx,
  opener: Opener,
  reportId: string,
  sender: string,
  at: At,
): Promise<Own | undefined> {
  const row = await tx
    .selectFrom('casework.report as r')
    .select(ownColumns)
    .where('r.id', '=', reportId)
    .where('r.channel', '=', 'email')
    .where('r.stage', '<>', 'withdrawn')
    .executeTakeFirst()
  if (!row) return undefined
  const { given } = await filerOf(tx, opener, reportId)
  if (!given.email || normaliseEmail(given.email) !== sender) return undefined
  return asOwn(row, at)
}

/** A report whose number a mail names near its beginning, where it came by mail from this address. */
export async function namedReport(
  tx: Tx,
  opener: Opener,
  mail: Mail,
  sender: string,
  at: At,
): Promise<Own | undefined> {
  return (await ownAmong(tx, opener, idsIn(wordsOf(mail).slice(0, 1_000)), sender, at))[0]
}

/** The reports that a mail names anywhere, where they came by mail from this address. */
export async function ownNamed(tx: Tx, { pair }: { pair: Opener }, mail: Mail, at: At): Promise<Own[]> {
  return mail.from ? ownAmong(tx, pair, idsIn(wordsOf(mail)), mail.from, at) : []
}

/**
 * What a new report of this mail's words hides at least: as much as those that it names or answers, even where it may not act on them. A
 * letter of ours of which nothing is left was about a report that its reporter had forget them: nobody knows any more what that one hid,
 * so all of it.
 * @param own what it names; `letterId`: of the letter that it answers; `letter`: what is left of it
 */
export async function hiddenAlready(
  tx: Tx,
  own: readonly Own[],
  letterId: string | undefined,
  letter: Letter | undefined,
): Promise<Hides> {
  if (letterId && !letter) return { anonymous: true, confidential: true }
  const answered = await tx
    .selectFrom('casework.report')
    .select(['anonymous', 'confidential'])
    .where('id', '=', letter?.reportId ?? null)
    .executeTakeFirst()
  return hiddenByAny([answered, ...own.map(({ hides }) => hides)])
}

async function ownAmong(
  tx: Tx,
  opener: Opener,
  trackingIds: readonly string[],
  sender: string,
  at: At,
): Promise<Own[]> {
  if (trackingIds.length === 0) return []
  const rows = await tx
    .selectFrom('casework.report')
    .select(['id', 'tracking_id'])
    .where('tracking_id', '=', anyOf(trackingIds))
    .execute()
  const ids = new Map(rows.map((row) => [row.tracking_id, row.id]))
  const found: Own[] = []
  for (const trackingId of trackingIds) {
    const id = ids.get(trackingId)
    const own = id && (await ownReport(tx, opener, id, sender, at))
    if (own) found.push(own)
  }
  return found
}

function wordsOf({ subject, text }: Mail): string {
  return `${subject}\n${text}`
}
