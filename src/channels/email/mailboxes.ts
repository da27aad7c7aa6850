import { readMailToken } from '../../notifications/mail-token.ts'
import type { Tx } from '../../report/as.ts'

/** A mailbox of ours, as far as it tells what a mail in it means. */
export type OwnMailbox = { name: string; address: string; trusts: string | null }

export function mailboxes(tx: Tx): Promise<OwnMailbox[]> {
  return tx.selectFrom('identity.mailbox').select(['name', 'address', 'trusts']).orderBy('name').execute()
}

/** Whether an address is one of ours, or a Message-ID one that we gave. */
export function ourAddresses(boxes: readonly OwnMailbox[], secret: Uint8Array): (written: string) => boolean {
  const own = new Set(boxes.map(({ address }) => address.toLowerCase()))
  return (written) =>
    own.has(written.toLowerCase().replace(/\+[^@]*@/, '@')) ||
    readMailToken(secret, written.replace(/@.*$/, '')) !== undefined
}

/** What stands behind the plus in an address of ours. */
export function tagOf(boxes: readonly OwnMailbox[], to: readonly string[]): string | undefined {
  for (const { address } of boxes) {
    const [local, domain] = address.toLowerCase().split('@')
    for (const one of to)
      if (one.startsWith(`${local}+`) && one.endsWith(`@${domain}`))
        return one.slice(`${local}+`.length, one.indexOf('@'))
  }
  return undefined
}
