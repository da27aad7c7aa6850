import { normaliseEmail } from '../accounts/contact.ts'
import type { Tx } from '../report/as.ts'
import { type KeyPair, open } from '../platform/seal.ts'
import { filerOf, type Opener } from '../secrecy/filer.ts'

export type { Opener }

/** Someone who can be written to. `person` tells recipients of one message apart; it names nobody. */
export type Recipient = {
  person: string
  reportId: string
  /** An officer's; never a reporter's. */
  accountId: string | null
  /** A reporter who filed with an account. */
  toAccount?: boolean
  address: string
}

export type Contact = { name?: string; phone?: string; email?: string }

/** The reporter of this report, by the contact given with it, else by the account; none when there is neither. */
export async function reporterOf(tx: Tx, pair: Opener, reportId: string): Promise<Recipient[]> {
  const { given, account } = await filerOf(tx, pair, reportId)
  const address = usable(given.email) ?? (account?.disabled ? undefined : usable(account?.contact.email))
  return address ? [{ person: 'reporter', reportId, accountId: null, toAccount: account !== undefined, address }] : []
}

/** Who filed a report, as far as they said: what came with it, else what their account knows. Empty when there is nothing. */
export async function contactOf(tx: Tx, pair: Opener, reportId: string): Promise<Contact> {
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
