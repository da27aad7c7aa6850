import { keepFile, readKept, removeKept } from '../platform/files.ts'
import type { Picture } from '../platform/pictures.ts'
import type { Keeper } from './keeper.ts'

/** Where pictures lie, and who seals them: every file in the store is ciphertext. */
export type PictureFiles = { uploadsDir: string; keys: { keeper: Keeper } }

/** Ending of the small picture's file beside the large one's, which has none. */
export const thumbnailEnding = '.thumb'

/** Seals a picture and its thumbnail and keeps both; on the disk when this returns. */
export async function keepPicture(
  files: PictureFiles,
  id: string,
  drawn: { picture: Picture; thumbnail: Picture },
): Promise<void> {
  await keepSealed(files, id, 'full', drawn.picture.bytes)
  await keepSealed(files, id, 'small', drawn.thumbnail.bytes)
}

/** One of the two; it replaces what was kept before. */
export async function keepSealed({ uploadsDir, keys }: PictureFiles, id: string, size: Size, bytes: Uint8Array) {
  await keepFile(uploadsDir, nameOf(id, size), keys.keeper.sealPicture(id, bytes))
}

type Size = 'full' | 'small'

function nameOf(id: string, size: Size): string {
  return size === 'small' ? `${id}${thumbnailEnding}` : id
}

/** A kept picture as JPEG, or null when there is none or its key was destroyed. The caller has asked who may see it. */
export async function readPicture(
  { uploadsDir, keys }: PictureFiles,
  id: string,
  size: Size,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const kept = await readAsKept({ uploadsDir }, id, size)
  if (!kept) return null
  const bytes = isJpeg(kept) ? kept : keys.keeper.openPicture(id, kept)
  return bytes && new Uint8Array(bytes)
}

/** Kept before pictures were sealed; "lapor keys seal" seals what is left of them. */
export function isJpeg(kept: Buffer): boolean {
  return kept[0] === 0xff && kept[1] === 0xd8
}

/** A picture as it lies in the store, sealed or not; null when there is none. */
export async function readAsKept({ uploadsDir }: Pick<PictureFiles, 'uploadsDir'>, id: string, size: Size) {
  return readKept(uploadsDir, nameOf(id, size))
}

/** Both files of a picture; nothing happens when they are not there. */
export async function removePicture({ uploadsDir }: Pick<PictureFiles, 'uploadsDir'>, id: string): Promise<void> {
  await removeKept(uploadsDir, id)
  await removeKept(uploadsDir, nameOf(id, 'small'))
}
