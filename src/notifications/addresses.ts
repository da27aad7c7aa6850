import { accountAt } from '../accounts/at-door.ts'
import type { Named } from '../accounts/fingerprint.ts'
import { normaliseEmail, normalisePhone } from '../accounts/contact.ts'
import type { Tx } from '../report/as.ts'
import { type News, newsChoices } from './news.ts'
import type { Channel } from './table.ts'
import { addressAt } from './address-at.ts'
import { type KeyPair, open } from '../platform/seal.ts'
import { type Filer, filerOf, type Opener } from '../secrecy/filer.ts'

/** Someone who can be written to. `person` tells recipients of one message apart; it names nobody. */
export type Recipient = {
  person: string
  reportId: string
  /** An officer's; never a reporter's. */
  accountId: string | null
  /** A reporter who filed with an account. */
  toAccount?: boolean
  channel: Channel
  /** An e-mail address, a phone number in international form, where on X (x-address.ts), or the number of an account. */
  address: string
  /** Of a phone number or an account at a door: its blind index, by which messages to one keep their order. */
  toIndex?: Buffer
  /** What a reporter wants to hear; everything when not said. */
  news?: News
  /** An officer who wants one letter a day. */
  digest?: boolean
}

/**
 * The reporter of this report, by the way that they like better, else by the first there is; none when there is none. Who says STOP on
 * the phone that they like better, or ends the news by mail otherwise, wants silence, and not to be told by another way.
 * @param template what is said: the receipt of what they have just filed by this very number or account is no news, and comes after STOP too; of what was
 * filed on a page it does not, for anybody may write a number there
 */
export async function reporterOf(tx: Tx, pair: Opener, reportId: string, template?: string): Promise<Recipient[]> {
  const filer = await filerOf(tx, pair, reportId)
  const ways = await waysOf(tx, reportId, filer, template === 'receipt')
  if (filer.newsBy !== 'sms' && filer.mail.stopped) return []
  const to = filer.newsBy === 'sms' ? ways.find(({ channel }) => channel === 'sms') : ways[0]
  return to ? [{ ...to, news: newsFrom(filer) }] : []
}

/** What the reporter of this report wants to hear, as they chose for it, else for all of theirs. */
export function newsFrom({ news }: Pick<Filer, 'news'>): News {
  return newsChoices.find((choice) => choice === news) ?? 'all'
}

/**
 * Every way to reach the reporter of this report, by the contact given with it, else by the account: an e-mail before a phone, and the
 * door by which it came where there is no phone; none that letters do not reach or that wants no news, and none that said STOP.
 */
export async function waysTo(tx: Tx, pair: Opener, reportId: string): Promise<Recipient[]> {
  return waysOf(tx, reportId, await filerOf(tx, pair, reportId))
}

async function waysOf(
  tx: Tx,
  reportId: string,
  { given, account, mail }: Filer,
  isReceipt = false,
): Promise<Recipient[]> {
  const reporter = { person: 'reporter', reportId, accountId: null, toAccount: account !== undefined }
  const email = usable(given.email) ?? (account?.disabled ? undefined : usable(account?.contact.email))
  // An account has an e-mail, and its reports no index by which a STOP would be found.
  const phone = account ? null : given.phone && normalisePhone(given.phone)
  const at = account ? undefined : accountAt(given)
  return [
    ...(email && !mail.failed && !mail.stopped ? [{ ...reporter, channel: 'email' as const, address: email }] : []),
    ...(phone ? await unlessStopped(tx, { ...reporter, channel: 'sms', address: phone }, isReceipt) : []),
    ...(at && !phone
      ? await unlessStopped(tx, { ...reporter, channel: at.door, address: addressAt(at.door, at.id) }, isReceipt)
      : []),
  ]
}

/** None for a number or account that said STOP, unless it is the receipt of what came through it. */
async function unlessStopped(tx: Tx, recipient: Recipient, isReceipt: boolean): Promise<Recipient[]> {
  const filing = await tx
    .selectFrom('identity.filing as f')
    .leftJoin('identity.sms_stop as s', (join) =>
      join.on((on) => on('s.phone_index', '=', on.fn.coalesce('f.phone_index', 'f.door_index'))),
    )
    .innerJoin('casework.report as r', 'r.id', 'f.report_id')
    .select(['f.phone_index', 'f.door_index', 's.since as silent_since', 'r.channel'])
    .where('f.report_id', '=', recipient.reportId)
    .executeTakeFirst()
  const answers = isReceipt && filing?.channel === recipient.channel
  return filing?.silent_since && !answers
    ? []
    : [{ ...recipient, toIndex: filing?.phone_index ?? filing?.door_index ?? undefined }]
}

/** Who filed a report, as far as they said: what came with it, else what their account knows. Empty when there is nothing. */
export async function contactOf(tx: Tx, pair: Opener, reportId: string): Promise<Named> {
  const { given, account } = await filerOf(tx, pair, reportId)
  return { ...account?.contact, ...given }
}

/** The e-mail of a sealed account; undefined where there is none that letters can reach. */
export function emailIn(pair: KeyPair, sealed: Buffer | null | undefined): string | undefined {
  if (!sealed) return undefined
  return usable((JSON.parse(open(pair, sealed)) as { email?: unknown }).email)
}

function usable(email: unknown): string | undefined {
  return (typeof email === 'string' && normaliseEmail(email)) || undefined
}
