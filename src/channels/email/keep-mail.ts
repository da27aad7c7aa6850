import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { sql } from 'kysely'
import PostalMime from 'postal-mime'
import type { Db } from '../../platform/db.ts'
import { hex } from '../../platform/hex.ts'
import { newId } from '../../platform/uuid.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import { sealUnder } from '../../secrecy/sealed-under.ts'
import { messageHash } from '../arrivals/keep-arrival.ts'

/** The longest mail that we take, in octets as it comes over the wire: ten photos as phones send them. */
export const maxMailBytes = 32 * 1024 * 1024

const headBytes = 512 * 1024
const squeeze = promisify(gzip)
const unsqueeze = promisify(gunzip)

/** `cut`: there was more than we take. */
export type RawMail = { raw: Uint8Array; box: string; sentAt?: Date; cut?: boolean }

/** As it lies sealed. */
type Kept = { box: string; gz: string; cut?: boolean }

/**
 * Keeps a mail, sealed under a key of its own and for the worker; committed when this returns. No index of the sender is kept beside it: it would tell which reports
 * came from one mailbox.
 * @returns `again` when it is there already, by whichever way it came before
 */
export async function keepMail(
  { db, keys }: { db: Db; keys: Pick<IdentityKeys, 'indexSecret' | 'sealTo' | 'keeper'> },
  { raw, box, sentAt, cut }: RawMail,
  now: Date,
): Promise<'new' | 'again'> {
  const gz = (await squeeze(raw, { level: 1 })).toString('base64')
  const id = newId(now)
  const kept = JSON.stringify({ box, gz, ...(cut ? { cut } : {}) } satisfies Kept)
  const sealed = sealUnder(keys, { arrival: id }, kept)
  const way = { door: 'email', gateway: 'mail' } as const
  const row = {
    id,
    ...way,
    message_hash: hex(messageHash(keys, { ...way, messageId: await sameness(raw) })),
    sent_at: sentAt,
    arrived_at: now,
  }
  const { rows } = await sql<{ fresh: boolean }>`
    select identity.keep_sealed_arrival(${JSON.stringify(row)}::jsonb, ${sealed}) as fresh`.execute(db)
  return rows[0]?.fresh ? 'new' : 'again'
}

/** What was kept, opened. */
export async function openKept(opened: string): Promise<RawMail> {
  const { box, gz, cut } = JSON.parse(opened) as Kept
  return { box, raw: await unsqueeze(Buffer.from(gz, 'base64')), ...(cut ? { cut } : {}) }
}

/**
 * What tells one mail from every other, whichever way it came: its Message-ID with sender, date and subject, for some programs give all
 * their mails one Message-ID; without one, what it says.
 */
async function sameness(raw: Uint8Array): Promise<string> {
  const all = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const end = /\r?\n\r?\n/.exec(all.subarray(0, headBytes).toString('latin1'))
  const head = all.subarray(0, end ? end.index + end[0].length : headBytes)
  const { messageId, from, to, date, subject } = await PostalMime.parse(head).catch(() => ({}) as Partial<Head>)
  const known = [from?.address ?? '', date ?? '', subject ?? '']
  if (messageId) return JSON.stringify([messageId, ...known])
  const body = all
    .subarray(end?.index ?? 0)
    .toString('latin1')
    .replace(/\s+/g, ' ')
    .trim()
  const whom = (to ?? []).map(({ address }) => address)
  return JSON.stringify(['', ...known, ...whom, createHash('sha256').update(body, 'latin1').digest('hex')])
}

type Head = Awaited<ReturnType<typeof PostalMime.parse>>
