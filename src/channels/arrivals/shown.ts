import { wordsIn } from '../../ui/words/index.ts'
import type { Point } from '../../report/point.ts'

/**
 * What a message shows besides its words. `attachments`: under which hexadecimal key its pictures were put aside; `lost`: how many could
 * not be fetched; `point`, `place`: where it is, and how that is called.
 */
export type Shown = { attachments?: string; lost?: number; point?: Point; place?: string }

/** What words about one report leave to another that stands beside it. */
export const nothingShown: Shown = { attachments: undefined, lost: undefined, point: undefined, place: undefined }

export function isShown({ attachments, lost = 0, point, place }: Shown): boolean {
  return attachments !== undefined || lost > 0 || point !== undefined || place !== undefined
}

/** Says of pictures that could not be fetched that they were there. */
export function lostSaid({ lost = 0 }: Shown): string {
  return lost > 0 ? `\n${wordsIn('id').shown_lost(lost)}` : ''
}

/** Where it is, for a report that is there: whoever reads it is a party. */
export function placeSaid({ point, place }: Shown): string {
  const where = [place, point && `${point.lat}, ${point.lon}`].filter(Boolean).join(' – ')
  return where ? `\n${wordsIn('id').shown_place(where)}` : ''
}
