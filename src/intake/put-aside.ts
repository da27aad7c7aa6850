import type { Log } from '../platform/log.ts'
import type { PostedFile } from '../platform/posted-form.ts'
import { type PictureStore, stagePicture } from '../report/staged-pictures.ts'
import type { PhotoRefusal } from './photo-parts.tsx'

export type PhotoDeps = PictureStore & { log: Log; now(): Date }

/** Put a photo aside under `key`, or say why not. A disk that fails costs the photo, never the words that it came with. */
export async function putAside(deps: PhotoDeps, key: Buffer, file: PostedFile): Promise<PhotoRefusal['reason'] | null> {
  if (file.cut) return file.cut
  try {
    const staged = await stagePicture(deps, key, file.bytes, deps.now())
    return staged.ok ? null : staged.reason
  } catch (error) {
    deps.log.error({ err: error }, 'a photo could not be kept')
    return 'failed'
  }
}
