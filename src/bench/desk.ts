import { Kysely, PostgresDialect } from 'kysely'
import { createAccount, findAccountId } from '../accounts/create-account.ts'
import { hashOpaque, makeOpaque } from '../accounts/opaque.ts'
import type { Db } from '../platform/db.ts'
import type { DB } from '../platform/schema.ts'
import { readKeys } from '../secrecy/installation-keys.ts'
import type { Site } from './site.ts'

/** Somebody who works at the busiest desk, signed in: what a browser of theirs sends, and what they read there. */
export type Desk = { headers: Record<string, string>; queue: string[]; reports: string[] }

const hourMs = 3_600_000
const mostReports = 2_000

/**
 * Makes the account, an officer's, to whom nobody writes while reports are filed, and opens its session by hand: the door of
 * a bench is not the one that is measured.
 */
export async function openDesk(site: Site, now: Date): Promise<Desk> {
  const owner = new Kysely<DB>({ dialect: new PostgresDialect({ pool: site.owner }) })
  const keys = readKeys(site.keys, { dataDir: site.dataDir })
  const agencyId = await busiestUnit(owner)
  const email = 'bangku-ukur@lapor.invalid'
  const account = { email, name: 'Bangku Ukur', password: makeOpaque(), role: 'officer', agencyId } as const
  await createAccount(owner, keys, { ...account, displayName: 'Bangku Ukur' }, now)
  const accountId = await findAccountId(owner, keys, email)
  if (!accountId) throw new Error('the account of the bench was not made')
  const secret = makeOpaque()
  await owner
    .insertInto('identity.session')
    .values({
      token_hash: hashOpaque('session', secret),
      account_id: accountId,
      created_at: now,
      expires_at: new Date(now.getTime() + 12 * hourMs),
    })
    .execute()
  const reports = await owner
    .selectFrom('casework.report')
    .select('tracking_id')
    .where('unit_id', '=', agencyId)
    .limit(mostReports)
    .execute()
  return {
    headers: { cookie: `lapor_sesi=${secret}` },
    queue: ['/kelola/antrian'],
    reports: reports.map((report) => `/kelola/laporan/${report.tracking_id}`),
  }
}

async function busiestUnit(owner: Db): Promise<string> {
  const busiest = await owner
    .selectFrom('casework.report')
    .select('unit_id')
    .where('unit_id', 'is not', null)
    .where('stage', '=', 'in_progress')
    .groupBy('unit_id')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return busiest.unit_id as string
}
