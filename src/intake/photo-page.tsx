import { type Person, signedInAs } from '../accounts/person.ts'
import { gridSide } from '../platform/edit-picture.ts'
import type { StagedPicture } from '../report/staged-pictures.ts'
import { Actions, Button, Notice, PictureGrid, Select } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { link, type Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { HiddenValues } from './hidden-values.tsx'
import { cellName, cells, edgeName, edges, shownPhoto } from './photo-wish.ts'
import type { FormValues } from './report-form.ts'

export type PhotoPageProps = {
  locale: Locale
  person: Person | undefined
  formKey: string
  values: FormValues
  photo: StagedPicture
  /** Which of the form's photos it is, from 1. */
  n: number
  told?: 'changed' | 'failed' | 'unchosen'
}

const tenths = ['0', '1', '2', '3', '4', '5', '6', '7', '8']

/** One waiting photo: cells to blur, edges to cut. What is done here is done to the only copy there is. */
export function PhotoPage({ locale, person, formKey, values, photo, n, told }: PhotoPageProps) {
  const t = wordsIn(locale)
  const title = t.filing_camera_change(n)
  return (
    <Page
      locale={locale}
      title={title}
      path="/lapor"
      current="file"
      signedIn={signedInAs(person, locale)}
      indexed={false}
    >
      <h1>{title}</h1>
      {told ? (
        <Notice tone={told === 'changed' ? 'good' : 'warning'} announce>
          <p>{t[`filing_camera_${told}`]}</p>
        </Notice>
      ) : null}
      <p class="lead">{t.filing_camera_lead}</p>
      <form method="post" action={link(locale, '/lapor')}>
        <HiddenValues formKey={formKey} values={values} />
        <input type="hidden" name={shownPhoto} value={photo.id} />
        <PictureGrid
          src={`/lapor/foto/${formKey}/${photo.id}?besar=1`}
          width={photo.width}
          height={photo.height}
          alt={t.common_photo(n)}
          legend={t.filing_camera_blur}
          cells={cells.map((cell) => ({ name: cellName(cell), label: labelOf(cell) }))}
        />
        <fieldset class="photo-edges">
          <legend>{t.filing_camera_cut}</legend>
          <div>
            {edges.map((edge) => (
              <Select
                name={edgeName(edge)}
                label={t[`filing_camera_${edge}`]}
                value="0"
                options={tenths.map((value) => ({ value, label: t.filing_camera_tenths(Number(value)) }))}
              />
            ))}
          </div>
        </fieldset>
        <Actions>
          <Button tone="main" name="foto_ubah" value={photo.id}>
            {t.filing_camera_do}
          </Button>{' '}
          <Button name="langkah" value="periksa">
            {t.filing_camera_done}
          </Button>
        </Actions>
        <p class="hint">{t.filing_camera_final}</p>
      </form>
    </Page>
  )
}

/** A1 to D4, as on a map: letters across, numbers down. */
function labelOf(cell: number): string {
  return `${'ABCD'[cell % gridSide]}${Math.floor(cell / gridSide) + 1}`
}
