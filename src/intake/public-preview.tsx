import type { Child } from 'hono/jsx'
import { findArea } from '../agencies/find-area.ts'
import { publicPoint, readPoint } from '../report/point.ts'
import { Card, Facts } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { placeOf } from './form-to-intake.ts'
import { KeptPhotos } from './photo-parts.tsx'
import { type FormValues, switchesIn } from './report-form.ts'
import { titleFrom } from './title.ts'
import type { Checked } from './who-will-see.tsx'

/** What the public will read once the report is forwarded; of a confidential one, that it will read nothing. */
export function PublicPreview({ locale, values, formKey, pictures, directory }: Checked) {
  const t = wordsIn(locale)
  const switches = switchesIn(values)
  const story = values.cerita ?? ''
  const words = (
    <>
      <h3>{titleFrom(story)}</h3>
      <div class="prose">{story}</div>
      {pictures.length > 0 ? <KeptPhotos locale={locale} formKey={formKey} pictures={pictures} /> : null}
    </>
  )
  if (switches.confidential) {
    return (
      <>
        <h2>{t.filing_preview}</h2>
        <p>{t.filing_preview_nothing}</p>
        <Card title={t.filing_your_words}>{words}</Card>
      </>
    )
  }
  const area = values.wilayah ? findArea(directory, values.wilayah) : undefined
  const hidden = switches.anonymous || switches.withoutIdentity
  const place = [hidden ? undefined : placeOf(values, area !== undefined), area?.name].filter(Boolean).join(', ')
  return (
    <Card title={t.filing_preview}>
      <p class="hint">{t.filing_preview_when}</p>
      {words}
      <Facts
        facts={[
          {
            name: t.filing_public_name,
            value: switches.showName && !hidden ? values.nama : t.filing_public_name_none,
          },
          place ? { name: t.filing_public_place, value: place } : null,
          pointFact(locale, values, hidden),
        ]}
      />
    </Card>
  )
}

function pointFact(locale: Locale, values: FormValues, hidden: boolean): { name: Child; value: Child } | null {
  const t = wordsIn(locale)
  const read = readPoint(values.lat, values.lon)
  if (!read.ok || !read.point) return null
  const { lat, lon } = hidden ? publicPoint(read.point) : read.point
  return { name: hidden ? t.filing_public_point_coarse : t.filing_public_point_exact, value: `${lat}, ${lon}` }
}
