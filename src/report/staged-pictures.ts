import { createHash } from 'node:crypto'
import type { Db } from '../platform/db.ts'
import { type PictureRefusal, type Reencoded, reencodePicture } from '../platform/pictures.ts'
import type { Actor } from './actor.ts'
import { as } from './as.ts'
import { keepPicture, type PictureFiles, readPicture, removePicture } from './kept-pictures.ts'
import { wholeHour } from '../platform/whole-hour.ts'

/** A picture put aside until its report, answer or reply is sent. Sizes in pixels. */
export type StagedPicture = { id: string; width: number; height: number }

export type Staged = { ok: true; picture: StagedPicture } | { ok: false; reason: PictureRefusal | 'too_many' }

export type PictureStore = PictureFiles & { db: Db }

/** With one form or message. */
export const maxPictures = 10

/** Nobody is known while a form is filled in. */
const someone: Actor = { role: 'reporter' }

/**
 * Draw a picture anew and put it aside for what is sent with the same key. The same picture twice is one. Its id and its time tell
 * nothing (no finer than the hour), for it may come with a report without identity.
 * @param stagedFor 32 bytes: the hash of the form's key
 */
export async function stagePicture(
  store: PictureStore,
  stagedFor: Buffer,
  sent: Uint8Array,
  now: Date,
): Promise<Staged> {
  const id = idOf(stagedFor, sent)
  const before = await stagedPictures(store.db, stagedFor)
  const known = before.find((picture) => picture.id === id)
  if (known) return { ok: true, picture: known }
  if (before.length >= maxPictures) return { ok: false, reason: 'too_many' }
  const drawn = await reencodePicture(sent)
  if (!drawn.ok) return drawn
  await keepPicture(store, id, drawn)
  const { width, height } = drawn.picture
  await as(store.db, someone, (tx) =>
    tx
      .insertInto('casework.attachment')
      .values({
        id,
        staged_for: stagedFor,
        position: before.length + 1,
        width,
        height,
        created_at: wholeHour(now),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return { ok: true, picture: { id, width, height } }
}

/** What was put aside under this key, in the order in which it came. */
export async function stagedPictures(db: Db, stagedFor: Buffer): Promise<StagedPicture[]> {
  return as(db, someone, (tx) =>
    tx
      .selectFrom('casework.attachment')
      .select(['id', 'width', 'height'])
      .where('staged_for', '=', stagedFor)
      .orderBy('position')
      .orderBy('id')
      .execute(),
  )
}

/** Take a picture away again; nothing happens when it is not this form's, or already filed. */
export async function unstagePicture(store: PictureStore, stagedFor: Buffer, id: string): Promise<void> {
  const gone = await as(store.db, someone, (tx) =>
    tx
      .deleteFrom('casework.attachment')
      .where('staged_for', '=', stagedFor)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst(),
  )
  if (gone) await removePicture(store, id)
}

/**
 * Put another drawing in the place of a picture that waits: the one before is gone, file and row. Undefined when there is no such
 * picture with this form, or it cannot be drawn.
 */
export async function replacePicture(
  store: PictureStore,
  stagedFor: Buffer,
  id: string,
  draw: (kept: Uint8Array) => Promise<Reencoded>,
): Promise<StagedPicture | undefined> {
  const waits = (await stagedPictures(store.db, stagedFor)).some((picture) => picture.id === id)
  const kept = waits ? await readPicture(store, id, 'full') : null
  const drawn = kept && (await draw(kept))
  if (!drawn?.ok) return undefined
  const next = { id: idOf(stagedFor, drawn.picture.bytes), width: drawn.picture.width, height: drawn.picture.height }
  if (next.id === id) return next
  await keepPicture(store, next.id, drawn)
  const replaced = await as(store.db, someone, async (tx) => {
    const gone = await tx
      .deleteFrom('casework.attachment')
      .where('staged_for', '=', stagedFor)
      .where('id', '=', id)
      .returning(['position', 'created_at'])
      .executeTakeFirst()
    if (gone)
      await tx
        .insertInto('casework.attachment')
        .values({ ...next, ...gone, staged_for: stagedFor })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    return gone !== undefined
  })
  // Sent twice at once: the other one did it, and its files are these.
  if (!replaced) return (await stagedPictures(store.db, stagedFor)).find((picture) => picture.id === next.id)
  await removePicture(store, id)
  return next
}

/** A UUID (version 8) from the form and the picture: sending a form again puts nothing aside twice. */
function idOf(stagedFor: Buffer, sent: Uint8Array): string {
  const hash = createHash('sha256').update('lapor picture 1 ').update(stagedFor).update(sent).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
