import { createHash, createHmac } from 'node:crypto'
import { base32 } from '../platform/base32.ts'
import type { Tx } from '../report/as.ts'
import type { ReportRow } from '../report/move.ts'

const dayMs = 24 * 3_600_000
const bytesOfToken = 10
const shape = /^[a-z2-7]{16}$/

/**
 * What stands in the link of one message: 80 bits that nobody guesses, the same whenever that message is tried again.
 * @param secret behind blind indexes, at least 32 bytes, kept outside the database
 */
function tokenOf(secret: Uint8Array, messageId: string): string {
  if (secret.length < 32) throw new Error('The secret behind links must have at least 32 bytes')
  const mac = createHmac('sha256', secret).update('lapor page link 1 ').update(messageId).digest()
  return base32(mac.subarray(0, bytesOfToken))
}

/** By which a link is found; undefined for what can be none of ours. */
export function hashOfLink(written: string): Buffer | undefined {
  const token = written.toLowerCase()
  return shape.test(token) ? createHash('sha256').update(`lapor page link 1 ${token}`).digest() : undefined
}

type Told = { id: string; to_index: Buffer | null }

/**
 * The link by which whoever hears of a report reads it, once and within a day: where it came by SMS from that very number. Undefined for all
 * others.
 */
export async function pageLink(
  tx: Tx,
  { id, to_index }: Told,
  report: ReportRow | undefined,
  { indexSecret, baseUrl, now }: { indexSecret: Uint8Array; baseUrl: string; now: Date },
): Promise<string | undefined> {
  if (!report || !to_index || report.channel !== 'sms') return undefined
  const filed = await tx
    .selectFrom('identity.filing')
    .select('report_id')
    .where('report_id', '=', report.id)
    .where('phone_index', '=', to_index)
    .executeTakeFirst()
  if (!filed) return undefined
  const token = tokenOf(indexSecret, id)
  const row = { hash: hashOfLink(token) as Buffer, report_id: report.id, ends_at: new Date(now.getTime() + dayMs) }
  await tx
    .insertInto('identity.page_link')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return `${baseUrl}/b/${token}`
}
