import type { StagedPicture } from '../report/staged-pictures.ts'
import { Button, Notice } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'

type CameraPlaceProps = { locale: Locale; formKey: string; pictures: readonly StagedPicture[] }

/**
 * Does where the camera stood give the reporter away? Asked of whoever hides, before sending; each photo can be cut and blurred.
 * Its buttons belong to the form around it. Nothing without photos.
 */
export function CameraPlace({ locale, formKey, pictures }: CameraPlaceProps) {
  const t = wordsIn(locale)
  if (pictures.length === 0) return null
  return (
    <section aria-labelledby="camera-place">
      <h2 id="camera-place">{t.filing_camera_heading}</h2>
      <Notice tone="warning">
        <p>{t.filing_camera_text}</p>
      </Notice>
      <ul class="camera-photos">
        {pictures.map(({ id, width, height }, index) => (
          <li>
            <img src={`/lapor/foto/${formKey}/${id}`} width={width} height={height} alt={t.common_photo(index + 1)} />
            <Button name="foto_lihat" value={id}>
              {t.filing_camera_change(index + 1)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
