import { stat } from 'node:fs/promises'
import type { Db } from '../platform/db.ts'
import { placeOf, sweepOrphans } from '../platform/files.ts'
import { inPages } from '../platform/in-pages.ts'
import { lowestId } from '../platform/uuid.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { removePicture } from '../report/kept-pictures.ts'
import type { SweepDeps } from './sweep-deps.ts'

const dayMs = 24 * 3_600_000
const batchSize = 500
const mailDays = 90

/** Sessions that have run out. */
export async function endSessions({ db, now }: Pick<SweepDeps, 'db' | 'now'>): Promise<number> {
  const gone = await as(db, system, (tx) =>
    tx.deleteFrom('identity.session').where('expires_at', '<=', now()).executeTakeFirst(),
  )
  return Number(gone.numDeletedRows)
}

/** Links that opened a page once, or never, and the keys that they lent. */
export async function endPageLinks({ db, now }: Pick<SweepDeps, 'db' | 'now'>): Promise<number> {
  const gone = await as(db, system, (tx) =>
    tx.deleteFrom('identity.page_link').where('ends_at', '<=', now()).executeTakeFirst(),
  )
  return Number(gone.numDeletedRows)
}

/**
 * Pictures of forms that were never sent: after a day by the machine's clock, as files have it, row and files go. A
 * picture that is being filed at this moment stays.
 * @param today the machine's time
 */
export async function dropStagedPictures(
  { db, uploadsDir }: Pick<SweepDeps, 'db' | 'uploadsDir'>,
  today = new Date(),
): Promise<number> {
  let dropped = 0
  for await (const id of inPages<string>(batchSize, (last = lowestId) => stagedAfter(db, last))) {
    const made = await stat(placeOf(uploadsDir, id)).catch(() => undefined)
    if (made && today.getTime() - made.mtimeMs < dayMs) continue
    if (!(await dropStaged(db, id))) continue
    await removePicture({ uploadsDir }, id)
    dropped += 1
  }
  return dropped
}

/** Files that no row knows: of filings that never committed. Reads the whole store: once a day is enough. */
export async function dropOrphanedFiles({ db, uploadsDir }: Pick<SweepDeps, 'db' | 'uploadsDir'>): Promise<number> {
  return sweepOrphans(uploadsDir, (ids) => knownAmong(db, ids), new Date(Date.now() - dayMs))
}

/**
 * Mails that a human has to look at are kept as they came for ninety days beside the report that they became: long enough to ask for
 * them again, or to mend what could not read them. What became nothing yet stays.
 */
export async function forgetOldMails({ db, now }: Pick<SweepDeps, 'db' | 'now'>): Promise<number> {
  const gone = await as(db, system, (tx) =>
    tx
      .updateTable('identity.arrival')
      .set({ sealed: null })
      .where('door', '=', 'email')
      .where('outcome', '=', 'quarantined')
      .where('report_id', 'is not', null)
      // Of a flood the words are in no report.
      .where('said', 'is', null)
      .where('sealed', 'is not', null)
      .where('settled_at', '<', new Date(now().getTime() - mailDays * dayMs))
      .executeTakeFirst(),
  )
  return Number(gone.numUpdatedRows)
}

async function stagedAfter(db: Db, after: string): Promise<string[]> {
  const rows = await as(db, system, (tx) =>
    tx
      .selectFrom('casework.attachment')
      .select('id')
      .where('staged_for', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batchSize)
      .execute(),
  )
  return rows.map(({ id }) => id)
}

async function dropStaged(db: Db, id: string): Promise<boolean> {
  const gone = await as(db, system, (tx) =>
    tx.deleteFrom('casework.attachment').where('id', '=', id).where('staged_for', 'is not', null).executeTakeFirst(),
  )
  return gone.numDeletedRows > 0n
}

async function knownAmong(db: Db, ids: string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await as(db, system, (tx) =>
    tx.selectFrom('casework.attachment').select('id').where('id', 'in', ids).execute(),
  )
  return new Set(rows.map(({ id }) => id))
}
