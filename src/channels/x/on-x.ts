import { wordsIn } from '../../ui/words/index.ts'
import type { FromSender } from '../sms/acting.ts'
import type { Us } from './post.ts'

/**
 * How many pictures could not be fetched, and how many videos and other things are never fetched; under which hexadecimal key the others
 * were put aside.
 */
export type Pictured = { missing: number; unshown: number; attachments?: string }

/** One item of somebody on X, taken. */
export type OnXActing = FromSender & Pictured & { us: Us }

/** Says of pictures and videos that could not be fetched that they were there. */
export function gapOf({ missing, unshown }: Pictured): string {
  const t = wordsIn('id')
  return `${missing > 0 ? `\n${t.x_photos_missing(missing)}` : ''}${unshown > 0 ? `\n${t.x_videos_missing(unshown)}` : ''}`
}

/** Whether something was attached, fetched or not. */
export function isShown({ missing, unshown, attachments }: Pictured): boolean {
  return missing + unshown > 0 || attachments !== undefined
}
