import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { placeOf } from '../platform/files.ts'
import type { Db } from '../platform/db.ts'
import { lowestId } from '../platform/uuid.ts'

const batchSize = 500

/** How many there are, and the sentence that says so; nothing to say of none. */
export type PicturesAway = { count: number; said: string | undefined }

/**
 * The pictures the database knows whose file is not in this host's store: where pages run on another host and do not share
 * theirs, or where files were lost. Under which keys those are sealed nobody here can tell. Reads no file.
 * @param owner of the tables
 */
export async function picturesAway(owner: Db, dataDir: string): Promise<PicturesAway> {
  const uploads = join(dataDir, 'uploads')
  let count = 0
  for (let ids = await idsAfter(owner, lowestId); ids.length > 0; ids = await idsAfter(owner, ids.at(-1) ?? '')) {
    const found = await Promise.all(ids.map((id) => isThere(placeOf(uploads, id))))
    const away = ids.filter((_, at) => !found[at])
    if (away.length > 0) count += await countKnown(owner, away)
  }
  return { count, said: count === 0 ? undefined : sayAway(count, uploads) }
}

function sayAway(count: number, uploads: string): string {
  const pictures = count === 1 ? '1 picture has' : `${count} pictures have`
  return `${pictures} no file in ${uploads}; where pages run on another host, share that folder with it`
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
