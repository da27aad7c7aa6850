import { randomBytes } from 'node:crypto'
import { hashOpaque, makeOpaque } from '../accounts/opaque.ts'
import { seal } from '../platform/seal.ts'
import { newId } from '../platform/uuid.ts'
import type { Site } from './site.ts'

/** Somebody who works at the busiest desk, signed in: what a browser of theirs sends, and what they read there. */
export type Desk = { headers: Record<string, string>; queue: string[]; reports: string[] }

const sessionHours = 12
const mostReports = 2_000

/**
 * Makes the account of a coordinator without an address, to whom nobody writes while reports are filed, and opens its session
 * by hand: the door of a bench is not the one that is measured.
 */
export async function openDesk({ owner, keys }: Site, now: Date): Promise<Desk> {
  const agency = await busiestAgency(owner)
  const [accountId, secret] = [newId(now), makeOpaque()]
  await owner.query(
    `insert into identity.account (id, role, agency_id, email_index, sealed, display_name, password_hash, created_at)
      values ($1, 'coordinator', $2, $3, $4, 'Bangku ukur', 'none', $5)`,
    [accountId, agency, randomBytes(32), seal(Buffer.from(keys.sealTo, 'hex'), '{}'), now],
  )
  await owner.query(
    `insert into identity.session (token_hash, account_id, created_at, expires_at)
      values ($1, $2, $3::timestamptz, $3::timestamptz + make_interval(hours => $4))`,
    [hashOpaque('session', secret), accountId, now, sessionHours],
  )
  const { rows } = await owner.query<{ tracking_id: string }>(
    'select tracking_id from casework.report where agency_id = $1 limit $2',
    [agency, mostReports],
  )
  return {
    headers: { cookie: `lapor_sesi=${secret}` },
    queue: ['/kelola/antrian'],
    reports: rows.map((report) => `/kelola/laporan/${report.tracking_id}`),
  }
}

async function busiestAgency(owner: Site['owner']): Promise<string> {
  const { rows } = await owner.query<{ agency_id: string }>(
    `select agency_id from casework.report where stage in ('forwarded', 'in_progress')
      group by agency_id order by count(*) desc limit 1`,
  )
  const [busiest] = rows
  if (!busiest) throw new Error('no office has a report')
  return busiest.agency_id
}
