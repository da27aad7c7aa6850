import { cleanLine, shorten } from './clean-text.ts'
import type { Staged, StagedPicture } from '../report/staged-pictures.ts'
import { Checkbox, FileField, Notice } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'

export type PhotoRefusal = { name: string; reason: Extract<Staged, { ok: false }>['reason'] | 'failed' }

/** Photos to choose. Those that arrived before are shown, each with a tick that takes it away. */
export function PhotoField(props: { locale: Locale; formKey: string; pictures: readonly StagedPicture[] }) {
  const { locale } = props
  const t = wordsIn(locale)
  return (
    <>
      <FileField
        name="foto"
        label={t.filing_photos}
        optional={t.common_optional}
        hint={t.filing_photos_hint}
        multiple
        preview={{ island: 'photo-preview', words: t.filing_photos_preview }}
      />
      {props.pictures.length > 0 ? <KeptPhotos {...props} removable /> : null}
    </>
  )
}

/** The field that takes a photo away when it is ticked. */
export function removalName(id: string): string {
  return `buang-${id}`
}

/** Photos that wait with the form. Only whoever holds the form's key sees them. */
export function KeptPhotos(props: {
  locale: Locale
  formKey: string
  pictures: readonly StagedPicture[]
  removable?: boolean
}) {
  const { locale, formKey, pictures, removable } = props
  const t = wordsIn(locale)
  return (
    <div class="field">
      <p class="hint">{t.filing_photos_kept(pictures.length)}</p>
      <ul class="pictures">
        {pictures.map(({ id, width, height }, index) => (
          <li>
            <img src={`/lapor/foto/${formKey}/${id}`} width={width} height={height} alt={t.common_photo(index + 1)} />
            {removable ? <Checkbox name={removalName(id)} label={t.filing_photo_remove(index + 1)} /> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Which photos stay out, and why. The report itself goes on. */
export function RefusedPhotos({ locale, refused }: { locale: Locale; refused: readonly PhotoRefusal[] }) {
  const t = wordsIn(locale)
  if (refused.length === 0) return null
  return (
    <Notice tone="warning" title={t.filing_photo_refused} announce>
      <ul>
        {refused.map(({ name, reason }) => (
          <li>
            <strong>{shorten(cleanLine(name), 60) || t.filing_photo_unnamed}</strong>: {t[`filing_photo_${reason}`]}
          </li>
        ))}
      </ul>
      <p>{t.filing_photo_refused_goes_on}</p>
    </Notice>
  )
}
