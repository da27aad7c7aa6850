import { wordsIn } from '../../ui/words/index.ts'
import type { FromSender } from '../sms/acting.ts'
import type { Us } from './post.ts'

/** How many pictures could not be fetched; under which hexadecimal key the others were put aside. */
export type Pictured = { missing: number; attachments?: string }

/** One item of somebody on X, taken. */
export type OnXActing = FromSender & Pictured & { us: Us }

/** Says of pictures that could not be fetched that they were there. */
export function gapOf({ missing }: Pictured): string {
  return missing > 0 ? `\n${wordsIn('id').x_photos_missing(missing)}` : ''
}
