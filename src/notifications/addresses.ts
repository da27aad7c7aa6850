import { normaliseEmail } from '../accounts/contact.ts'
import type { Tx } from '../report/as.ts'
import { type KeyPair, open } from '../platform/seal.ts'

/** Someone who can be written to. `person` tells recipients of one message apart; it names nobody. */
export type Recipient = { person: string; reportId: string; accountId: string | null; address: string }

export type Contact = { name?: string; phone?: string; email?: string }

/** The reporter of this report, by the contact given with it, else by the account; none when there is neither. */
export async function reporterOf(tx: Tx, pair: KeyPair, reportId: string): Promise<Recipient[]> {
  const filing = await tx
    .selectFrom('identity.filing as f')
    .leftJoin('identity.account as a', (join) =>
      join.onRef('a.id', '=', 'f.account_id').on('a.disabled_at', 'is', null),
    )
    .select(['f.sealed', 'f.account_id', 'a.sealed as account_sealed'])
    .where('f.report_id', '=', reportId)
    .executeTakeFirst()
  const address = emailIn(pair, filing?.sealed) ?? emailIn(pair, filing?.account_sealed)
  return address ? [{ person: 'reporter', reportId, accountId: filing?.account_id ?? null, address }] : []
}

/** Who filed a report, as far as they said: what came with it, else what their account knows. Empty when there is nothing. */
export async function contactOf(tx: Tx, pair: KeyPair, reportId: string): Promise<Contact> {
  const filing = await tx
    .selectFrom('identity.filing as f')
    .leftJoin('identity.account as a', 'a.id', 'f.account_id')
    .select(['f.sealed', 'a.sealed as account_sealed'])
    .where('f.report_id', '=', reportId)
    .executeTakeFirst()
  return { ...contactIn(pair, filing?.account_sealed), ...contactIn(pair, filing?.sealed) }
}

function contactIn(pair: KeyPair, sealed: Buffer | null | undefined): Contact {
  return sealed ? (JSON.parse(open(pair, sealed)) as Contact) : {}
}

/** The e-mail in a sealed contact; undefined where there is none that letters can reach. */
export function emailIn(pair: KeyPair, sealed: Buffer | null | undefined): string | undefined {
  if (!sealed) return undefined
  const { email } = JSON.parse(open(pair, sealed)) as { email?: unknown }
  return (typeof email === 'string' && normaliseEmail(email)) || undefined
}
