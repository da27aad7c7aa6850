import { hides } from '../report/hides.ts'
import { link, type Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { OpenReport } from './open-report.ts'

/**
 * The pictures that came with an event; 1 is the filing itself. Those of a report whose reporter hides say wherever an office sees
 * them that they are not to be shown in the field: a photo held up on the spot has given reporters away.
 */
export function picturesOf({ report, pictures }: OpenReport, seq: number, locale: Locale) {
  const caution = hides(report) ? wordsIn(locale).desk_photo_caution : undefined
  return pictures
    .filter((picture) => picture.seq === seq)
    .map(({ id, width, height }) => {
      const href = link(locale, `/kelola/laporan/${report.tracking_id}/foto/${id}`)
      return { href, thumbnail: `${href}?kecil=1`, caution, ...smaller(width, height) }
    })
}

const thumbnailEdge = 320

/** As large as the thumbnail is drawn, so that nothing shifts while it loads. */
function smaller(width: number, height: number) {
  const scale = Math.min(1, thumbnailEdge / Math.max(width, height, 1))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
