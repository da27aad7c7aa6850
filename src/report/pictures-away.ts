import { access } from 'node:fs/promises'
import { placeOf } from '../platform/files.ts'
import type { Db } from '../platform/db.ts'
import { inPages } from '../platform/in-pages.ts'
import { lowestId } from '../platform/uuid.ts'

const batchSize = 500

/**
 * How many pictures the database knows whose file is not in this host's store: where pages run on another host and do not share
 * theirs, or where files were lost. Under which keys those are sealed nobody here can tell. Reads no file.
 * @param owner of the tables
 */
export async function countPicturesAway(owner: Db, uploadsDir: string): Promise<number> {
  let count = 0
  const batches = inPages<{ ids: string[] }>(1, async (last) => {
    const ids = await idsAfter(owner, last?.ids.at(-1) ?? lowestId)
    return ids.length > 0 ? [{ ids }] : []
  })
  for await (const { ids } of batches) {
    const found = await Promise.all(ids.map((id) => isThere(placeOf(uploadsDir, id))))
    const away = ids.filter((_, at) => !found[at])
    if (away.length > 0) count += await countKnown(owner, away)
  }
  return count
}

/** "3 pictures have no file in …", or nothing to say. */
export function saidOfPicturesAway(count: number, uploadsDir: string): string | undefined {
  if (count === 0) return undefined
  return `${count === 1 ? '1 picture has' : `${count} pictures have`} no file in ${uploadsDir}; where pages run on another host, share that folder with it`
}

async function idsAfter(owner: Db, after: string): Promise<string[]> {
  const page = owner.selectFrom('casework.attachment').select('id').where('id', '>', after).orderBy('id')
  return (await page.limit(batchSize).execute()).map(({ id }) => id)
}

/** A picture taken away meanwhile has lost its row before its file. */
async function countKnown(owner: Db, ids: string[]): Promise<number> {
  const known = await owner.selectFrom('casework.attachment').select('id').where('id', 'in', ids).execute()
  return known.length
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
