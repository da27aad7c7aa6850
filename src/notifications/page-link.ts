import { createHash, createHmac } from 'node:crypto'
import { normaliseEmail } from '../accounts/contact.ts'
import { base32 } from '../platform/base32.ts'
import type { Tx } from '../report/as.ts'
import type { ReportRow } from '../report/move.ts'
import { filerOf, type Opener } from '../secrecy/filer.ts'

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
 * The link by which whoever hears of a report reads it, once and within a day: where it came by SMS from that very number, or by another
 * door from that very account. Undefined for all others.
 */
export async function pageLink(
  tx: Tx,
  { id, to_index }: Told,
  report: ReportRow | undefined,
  lending: Lending,
): Promise<string | undefined> {
  if (!report || !to_index) return undefined
  const filed = await tx
    .selectFrom('identity.filing')
    .select('report_id')
    .where('report_id', '=', report.id)
    .where(report.channel === 'sms' ? 'phone_index' : 'door_index', '=', to_index)
    .executeTakeFirst()
  return filed && lend(tx, id, report.id, lending)
}

/** The same in a letter: where the report came by mail from that very address. */
export async function pageLinkByMail(
  tx: Tx,
  { id, to }: { id: string; to: string },
  report: ReportRow | undefined,
  { pair, ...lending }: Lending & { pair: Opener },
): Promise<string | undefined> {
  if (report?.channel !== 'email') return undefined
  const { given } = await filerOf(tx, pair, report.id)
  return given.email && normaliseEmail(given.email) === to ? lend(tx, id, report.id, lending) : undefined
}

type Lending = { indexSecret: Uint8Array; baseUrl: string; now: Date }

async function lend(tx: Tx, messageId: string, reportId: string, { indexSecret, baseUrl, now }: Lending) {
  const token = tokenOf(indexSecret, messageId)
  const row = { hash: hashOfLink(token) as Buffer, report_id: reportId, ends_at: new Date(now.getTime() + dayMs) }
  await tx
    .insertInto('identity.page_link')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return `${baseUrl}/b/${token}`
}
