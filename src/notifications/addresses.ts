import { normaliseEmail, normalisePhone } from '../accounts/contact.ts'
import type { Tx } from '../report/as.ts'
import { isSealed, type Keeper } from '../report/keeper.ts'
import type { Channel } from './table.ts'
import { type KeyPair, open } from '../platform/seal.ts'

/** What only the worker has: the half of the pair that opens, and with it each report's own key. */
export type Opener = KeyPair & { keeper: Keeper }

/** Someone who can be written to. `person` tells recipients of one message apart; it names nobody. */
export type Recipient = {
  person: string
  reportId: string
  accountId: string | null
  channel: Channel
  /** An e-mail address, or a phone number in international form. */
  address: string
  /** Of a phone number: its blind index, by which SMS to one number keep their order. */
  phoneIndex?: Buffer
}

export type Contact = { name?: string; phone?: string; email?: string }

/**
 * The reporter of this report, by the contact given with it, else by the account; none when there is neither. By SMS where there
 * is no e-mail, unless that number said STOP.
 */
export async function reporterOf(tx: Tx, pair: Opener, reportId: string): Promise<Recipient[]> {
  const filing = await tx
    .selectFrom('identity.filing as f')
    .leftJoin('identity.account as a', (join) =>
      join.onRef('a.id', '=', 'f.account_id').on('a.disabled_at', 'is', null),
    )
    .leftJoin('identity.sms_stop as s', 's.phone_index', 'f.phone_index')
    .select(['f.sealed', 'f.account_id', 'f.phone_index', 'a.sealed as account_sealed', 's.since as silent_since'])
    .where('f.report_id', '=', reportId)
    .executeTakeFirst()
  const given = filing?.sealed ? filedContact(pair, reportId, filing.sealed) : {}
  const reporter = { person: 'reporter', reportId, accountId: filing?.account_id ?? null }
  const email = usable(given.email) ?? emailIn(pair, filing?.account_sealed)
  if (email) return [{ ...reporter, channel: 'email', address: email }]
  const phone = given.phone && !filing?.silent_since ? normalisePhone(given.phone) : null
  return phone ? [{ ...reporter, channel: 'sms', address: phone, phoneIndex: filing?.phone_index ?? undefined }] : []
}

/** Who filed a report, as far as they said: what came with it, else what their account knows. Empty when there is nothing. */
export async function contactOf(tx: Tx, pair: Opener, reportId: string): Promise<Contact> {
  const filing = await tx
    .selectFrom('identity.filing as f')
    .leftJoin('identity.account as a', 'a.id', 'f.account_id')
    .select(['f.sealed', 'a.sealed as account_sealed'])
    .where('f.report_id', '=', reportId)
    .executeTakeFirst()
  return {
    ...(filing?.account_sealed ? (JSON.parse(open(pair, filing.account_sealed)) as Contact) : {}),
    ...(filing?.sealed ? filedContact(pair, reportId, filing.sealed) : {}),
  }
}

/** What came with a report, through both seals; empty once its key was destroyed. */
function filedContact(pair: Opener, reportId: string, sealed: Buffer): Contact {
  const inner = open(pair, sealed)
  const contact = isSealed(inner) ? pair.keeper.open(reportId, inner) : inner
  return contact ? (JSON.parse(contact) as Contact) : {}
}

/** The e-mail of a sealed account; undefined where there is none that letters can reach. */
export function emailIn(pair: KeyPair, sealed: Buffer | null | undefined): string | undefined {
  if (!sealed) return undefined
  return usable((JSON.parse(open(pair, sealed)) as { email?: unknown }).email)
}

function usable(email: unknown): string | undefined {
  return (typeof email === 'string' && normaliseEmail(email)) || undefined
}
