import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Keeper } from './keeper.ts'

/** `links`: of the reports that an account filed. `free`: numbers for its next, lowest first; at least one. */
export type OwnLinks = { links: Buffer[]; free: number[] }

const batchSize = 64

/**
 * The links of this account's reports that are there: asked for in batches, as long as the later half of one holds any. A number whose
 * report was erased counts as held and is never given again.
 * @param db role lapor_web, or the owner
 */
export async function ownLinks(db: Db, keeper: Keeper, accountId: string): Promise<OwnLinks> {
  const links: Buffer[] = []
  const free: number[] = []
  for (let first = 0; ; first += batchSize) {
    const batch = Array.from({ length: batchSize }, (_, at) => ({
      n: first + at,
      ...keeper.links(accountId, first + at),
    }))
    const asked = batch.flatMap(({ all }) => all)
    const { rows } = await sql<{ link: Buffer }>`
      select link from identity.links_there(${asked}::bytea[]) link`.execute(db)
    links.push(...rows.map(({ link }) => link))
    const there = new Set(rows.map(({ link }) => link.toString('hex')))
    const open = batch.filter(({ newest, all }) => newest && !all.some((link) => there.has(link.toString('hex'))))
    free.push(...open.map(({ n }) => n))
    if (open.filter(({ n }) => n >= first + batchSize / 2).length === batchSize / 2) return { links, free }
  }
}
