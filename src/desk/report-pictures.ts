import { link, type Locale } from '../ui/locale.ts'
import type { OpenReport } from './open-report.ts'

/** The pictures that came with an event; 1 is the filing itself. */
export function picturesOf({ report, pictures }: OpenReport, seq: number, locale: Locale) {
  return pictures
    .filter((picture) => picture.seq === seq)
    .map(({ id, width, height }) => {
      const href = link(locale, `/kelola/laporan/${report.tracking_id}/foto/${id}`)
      return { href, thumbnail: `${href}?kecil=1`, ...smaller(width, height) }
    })
}

const thumbnailEdge = 320

/** As large as the thumbnail is drawn, so that nothing shifts while it loads. */
function smaller(width: number, height: number) {
  const scale = Math.min(1, thumbnailEdge / Math.max(width, height, 1))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
