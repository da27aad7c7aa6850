import { createHmac } from 'node:crypto'
import type { Tx } from '../report/as.ts'
import { mailToken } from './mail-token.ts'

/** How one letter finds its way back: to which report its answer belongs, whose letter came back, how news end. */
export type MailWay = {
  token: string
  /** Of the letters about one report: mail programs show them together. */
  thread?: string
  /** Where answers go; none where nobody reads. */
  replyTo?: string
  /** Where a letter comes back to, when it cannot be delivered. */
  envelopeFrom?: string
  /** The page that ends the news of this report. */
  unsubscribe?: string
}

/** `own`: an address that people write to; `plus`: whether name+anything reaches it. */
type OwnAddress = { address: string; plus: boolean }

/** The mailbox by which answers reach us: the first by its name; undefined when the operator has set none (`lapor mailbox`). */
async function ownAddress(tx: Tx): Promise<OwnAddress | undefined> {
  return tx.selectFrom('identity.mailbox').select(['address', 'plus']).orderBy('name').limit(1).executeTakeFirst()
}

/**
 * The way of a letter. By mail is answered what came by mail: an address that somebody typed on the web may be anybody's, and opens
 * nothing. Officers answer at their desk, and their letters do not end by a link.
 */
export async function mailWay(
  tx: Tx,
  { indexSecret, baseUrl }: { indexSecret: Uint8Array; baseUrl: string },
  message: { id: string; report_id: string | null; account_id: string | null },
  report: { channel: string } | undefined,
): Promise<MailWay> {
  const token = mailToken(indexSecret, message.id)
  const own = await ownAddress(tx)
  const tagged = own && (own.plus ? own.address.replace('@', `+${token}@`) : own.address)
  const envelopeFrom = tagged && own?.plus ? { envelopeFrom: tagged } : {}
  if (message.account_id) return { token, ...envelopeFrom }
  return {
    token,
    ...envelopeFrom,
    ...(tagged && (!report || report.channel === 'email') ? { replyTo: tagged } : {}),
    ...(message.report_id
      ? { thread: threadOf(indexSecret, message.report_id), unsubscribe: `${baseUrl}/berhenti/${token}` }
      : {}),
  }
}

function threadOf(secret: Uint8Array, reportId: string): string {
  return createHmac('sha256', secret).update(`lapor mail thread ${reportId}`).digest('hex').slice(0, 32)
}
