import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { inPages } from '../../platform/in-pages.ts'
import { type KeyPair, open, seal } from '../../platform/seal.ts'
import { lowestId } from '../../platform/uuid.ts'
import { system } from '../../report/actor.ts'
import { as, type Tx } from '../../report/as.ts'
import { keepWords } from '../../report/keep-words.ts'
import { asBytes, isSealed, type Keeper } from '../../report/keeper.ts'
import { isJpeg, keepSealed, readAsKept, readPicture } from '../../report/kept-pictures.ts'
import { lockReport } from '../../report/move.ts'
import { readEmbargoes } from '../embargo.ts'
import { type IdentityKeys, openFiled } from '../identity.ts'
import { printOlder } from '../print-older.ts'
import { keptAnew } from '../sealed-under.ts'
import { epochOf, startOfSealed } from './make-keeper.ts'
import { sealForWorker } from './seal-for-worker.ts'
import { sealBesideReports } from './seal-beside-reports.ts'

/** `owner`: of the tables. `pair`: opens what was sealed for the worker. */
export type SealingDeps = { owner: Db; uploadsDir: string; keys: IdentityKeys; pair: KeyPair; newest: number }

/** `previews`: of letters, in a demonstration. `boxes`: of what is sealed for the worker. */
export type Sealed = { reports: number; identities: number; pictures: number; previews: number; boxes: number }

const batchSize = 200

/**
 * Seals under the newest keys whatever is under older ones, or readable although it should not be: beside a running server, report
 * by report. Cut short, the next run goes on with what is left.
 */
export async function sealAnew(deps: SealingDeps, onProgress: (sealed: Sealed) => void): Promise<Sealed> {
  const sealed: Sealed = { reports: 0, identities: 0, pictures: 0, previews: 0, boxes: 0 }
  const told = (kind: keyof Sealed) => {
    sealed[kind]++
    if (sealed[kind] % batchSize === 0) onProgress({ ...sealed })
  }
  for await (const { id } of rowsOf(deps.owner, oldWords(deps.newest))) if (await sealWords(deps, id)) told('reports')
  for await (const { id } of rowsOf(deps.owner, identities)) if (await sealIdentity(deps, id)) told('identities')
  for await (const { id } of rowsOf(deps.owner, pictures)) if (await sealPicture(deps, id)) told('pictures')
  for await (const { id } of rowsOf(deps.owner, previews(deps.newest)))
    if (await sealPreview(deps, id)) told('previews')
  await sealBesideReports(deps)
  const pair = { ...deps.pair, keeper: deps.keys.keeper }
  await sealForWorker({ ...deps, pair }, () => told('boxes'))
  await printOlder(deps)
  return sealed
}

/** Of report `r`: the key of its words is destroyed, or about to be, also for why it was opened. What was public keeps them. */
export const wordsErased = sql`(r.erased_at is not null and casework.erases_words('all', r))`

/** Message `m` is kept as a preview, its address under a key that no reporter has had destroyed. */
export const keepsAddressee = sql`(casework.is_sealed(m.preview ->> 'to')
  and not (m.preview ? 'report' and exists (select from identity.erasure x where x.report_id = m.report_id)))`

/** Reports with a word, a name or a point that is not under the newest keys. Those erased have at most reasons of openings. */
const oldWords = (newest: number) => (after: string) => {
  const [words, identity, event] = (['words', 'identity', 'event'] as const).map((kind) => startOfSealed(kind, newest))
  return sql<{ id: string }>`
    select r.id from casework.report r join casework.content c on c.report_id = r.id
    where r.id > ${after} and (
      (not ${wordsErased} and exists (
        select from casework.opening o where o.report_id = r.id and left(o.reason, 5) not in (${words}, ${event})
        union all select from casework.embargo b where b.report_id = r.id and left(b.statute, 5) <> ${words}))
      or (r.erased_at is null and (
        (r.confidential and (left(c.text, 5) <> ${words} or left(c.original_text, 5) <> ${words} or left(c.title, 5) <> ${words}
          or left(c.shown_place, 5) <> ${words} or left(r.place, 5) <> ${words} or exists (
          select from casework.event e where e.report_id = r.id and left(e.text, 5) <> ${event})))
        or left(c.reporter_name, 5) <> ${identity} or left(r.point, 5) <> ${identity}
        or (r.lat is not null and (r.anonymous or r.confidential)))))
    order by r.id limit ${batchSize}`
}
const identities = (after: string) => sql<{ id: string }>`
  select report_id as id from identity.filing where report_id > ${after} and sealed is not null order by 1 limit ${batchSize}`
const pictures = (after: string) => sql<{ id: string }>`
  select id from casework.attachment where id > ${after} order by id limit ${batchSize}`
const previews = (newest: number) => (after: string) =>
  sql<{ id: string }>`
  select m.id from identity.message m
  where m.id > ${after} and ${keepsAddressee} and left(m.preview ->> 'to', 5) not in (${startOfSealed('identity', newest)}, ${startOfSealed('words', newest)})
  order by 1 limit ${batchSize}`

function rowsOf(owner: Db, page: (after: string) => ReturnType<typeof identities>) {
  return inPages<{ id: string }>(batchSize, async (last) => (await page(last?.id ?? lowestId).execute(owner)).rows)
}

async function sealWords({ owner, keys }: SealingDeps, id: string): Promise<boolean> {
  await as(owner, system, async (tx) => {
    const report = await lockReport(tx, id)
    if (!report.erased_at) await keepWords(tx, keys.keeper, id, report)
    await sealReasons(tx, keys.keeper, id)
    await sealStatutes(tx, keys.keeper, id)
  })
  return true
}

/** Why openings of this report were asked for: with the same salt, where the ledger's chain holds a commitment. */
async function sealReasons(tx: Tx, keeper: Keeper, id: string) {
  const openings = await tx
    .selectFrom('casework.opening')
    .select(['n', 'reason', 'reason_hash'])
    .where('report_id', '=', id)
    .execute()
  for (const { n, reason, reason_hash } of openings) {
    const opened = reason_hash && keeper.openEvent(id, reason)
    await tx
      .updateTable('casework.opening')
      .set({
        reason: opened
          ? keeper.sealEvent(id, opened.words, opened.salt).text
          : keeper.sealWords(id, keeper.open(id, reason)),
      })
      .where('report_id', '=', id)
      .where('n', '=', n)
      .execute()
  }
}

/** On which law embargoes of this report stand. */
async function sealStatutes(tx: Tx, keeper: Keeper, id: string) {
  for (const { n, statute } of await readEmbargoes(tx, keeper, id))
    await tx
      .updateTable('casework.embargo')
      .set({ statute: keeper.sealWords(id, statute ?? '') })
      .where('report_id', '=', id)
      .where('n', '=', n)
      .execute()
}

async function sealIdentity({ owner, keys, pair, newest }: SealingDeps, id: string): Promise<boolean> {
  const row = await owner
    .selectFrom('identity.filing')
    .select(['sealed', 'account_link'])
    .where('report_id', '=', id)
    .executeTakeFirst()
  if (!row?.sealed) return false
  const inner = open(pair, row.sealed)
  const isNew = isSealed(inner) && epochOf(asBytes(inner)) === newest
  if (isNew && !row.account_link) return false
  const filed = openFiled(pair, keys.keeper, id, row.sealed)
  const { account, n } = filed
  const link = account !== undefined && n !== undefined ? keys.keeper.links(account, n).newest : undefined
  if (isNew && (!link || row.account_link?.equals(link))) return false
  if (Object.keys(filed).length === 0) return false
  await owner
    .updateTable('identity.filing')
    .set({ sealed: seal(pair.publicKey, keys.keeper.sealIdentity(id, JSON.stringify(filed))) })
    // Where its reporter has asked meanwhile that no account leads to it, none does.
    .$if(link !== undefined, (update) =>
      update.set('account_link', sql`case when account_link is not null then ${link}::bytea end`),
    )
    .where('report_id', '=', id)
    .where('sealed', '=', row.sealed)
    .execute()
  return true
}

async function sealPicture(files: SealingDeps, id: string): Promise<boolean> {
  const [kept, small] = [await readAsKept(files, id, 'full'), await readAsKept(files, id, 'small')]
  const isNew = (bytes: Buffer | null) => bytes === null || (!isJpeg(bytes) && epochOf(bytes) === files.newest)
  if (isNew(kept) && isNew(small)) return false
  for (const size of ['full', 'small'] as const) {
    const bytes = await readPicture(files, id, size)
    if (bytes) await keepSealed(files, id, size, bytes)
  }
  return true
}

/** To whom a letter of a demonstration would have gone. */
async function sealPreview({ owner, keys }: SealingDeps, id: string): Promise<boolean> {
  const { rows } = await sql<{ report: string | null; to: string }>`
    select preview ->> 'report' as report, preview ->> 'to' as to from identity.message where id = ${id}`.execute(owner)
  const [kept] = rows
  const anew = kept && addresseeAnew(keys.keeper, kept)
  if (!anew) return false
  const to = JSON.stringify(anew)
  await sql`update identity.message set preview = jsonb_set(preview, '{to}', ${to}::jsonb)
    where id = ${id} and preview ->> 'to' = ${kept.to}`.execute(owner)
  return true
}

function addresseeAnew(keeper: Keeper, { report, to }: { report: string | null; to: string }): string {
  if (!report) return keptAnew(keeper, to)
  const address = keeper.open(report, to)
  return address && keeper.sealIdentity(report, address)
}
