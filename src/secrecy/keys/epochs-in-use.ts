import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { inPages } from '../../platform/in-pages.ts'
import { type KeyPair, open } from '../../platform/seal.ts'
import { lowestId } from '../../platform/uuid.ts'
import { isJpeg, readAsKept } from '../../report/kept-pictures.ts'
import { asBytes, isSealed, type Keeper } from '../../report/keeper.ts'
import { epochOf } from './make-keeper.ts'
import { keptBesideReports } from './seal-beside-reports.ts'
import { epochsBesideWorker } from './seal-for-worker.ts'
import { keepsAddressee, wordsErased } from './seal-anew.ts'

const batchSize = 500

/**
 * How much is sealed under each epoch: words, identities and pictures, one by one; 0 stands for what should be sealed and is not.
 * Reads all of it: a command's work, not a page's.
 */
export async function epochsInUse(
  owner: Db,
  pair: KeyPair & { keeper: Keeper },
  uploadsDir: string,
): Promise<Map<number, number>> {
  const used = new Map<number, number>()
  const count = (epoch: number, times = 1) => used.set(epoch, (used.get(epoch) ?? 0) + times)
  const { rows } = await sql<{ start: string | null; n: number }>`
    select case when casework.is_sealed(words) then substr(words, 2, 4) end as start, count(*)::int as n
    from (
      select said.words from casework.content c join casework.report r on r.id = c.report_id
        cross join lateral (values (c.text), (c.original_text), (c.title), (c.shown_place), (r.place)) said (words)
        where r.confidential and r.erased_at is null and said.words is not null
      union all select e.text from casework.event e join casework.report r on r.id = e.report_id
        where e.text is not null and r.confidential
      union all select o.reason from casework.opening o join casework.report r on r.id = o.report_id where not ${wordsErased}
      union all select b.statute from casework.embargo b join casework.report r on r.id = b.report_id where not ${wordsErased}
      union all select m.preview ->> 'to' from identity.message m where ${keepsAddressee}
      union all ${keptBesideReports}
      union all select reporter_name from casework.content where reporter_name is not null
      union all select point from casework.report where point is not null
    ) kept group by 1`.execute(owner)
  for (const { start, n } of rows) count(start ? epochOf(Buffer.from(start, 'base64')) : 0, n)
  for await (const { id, sealed } of pages(owner, identities)) {
    const inner = sealed && open(pair, sealed)
    if (id && inner) count(isSealed(inner) ? epochOf(asBytes(inner)) : 0)
  }
  for await (const { id } of pages(owner, pictures)) {
    const kept = await readAsKept({ uploadsDir }, id, 'full')
    if (kept) count(isJpeg(kept) ? 0 : epochOf(kept))
  }
  for await (const epoch of epochsBesideWorker(owner, pair)) count(epoch)
  return used
}

type Row = { id: string; sealed: Buffer | null }

const identities = (after: string) => sql<Row>`
  select report_id as id, sealed from identity.filing where report_id > ${after} and sealed is not null
  order by 1 limit ${batchSize}`
const pictures = (after: string) => sql<Row>`
  select id, null::bytea as sealed from casework.attachment where id > ${after} order by id limit ${batchSize}`

function pages(owner: Db, page: (after: string) => ReturnType<typeof identities>) {
  return inPages<Row>(batchSize, async (last) => (await page(last?.id ?? lowestId).execute(owner)).rows)
}
