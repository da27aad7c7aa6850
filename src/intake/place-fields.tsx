import { Details, Field } from '../ui/components/index.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { ReportFormProps } from './report-form-page.tsx'

/** Where it happened: in words, by the area's name, and as a point that the island "my-position" fills in. */
export function PlaceFields({ locale, values, errors, directory }: ReportFormProps) {
  const t = wordsIn(locale)
  return (
    <fieldset class="field">
      <legend class="question">{t.filing_where}</legend>
      <Field
        name="lokasi"
        label={t.filing_place}
        optional={t.common_optional}
        hint={t.filing_place_hint}
        value={values.lokasi}
        error={errors.lokasi}
      />
      <Field
        name="wilayah"
        label={t.filing_area}
        optional={t.common_optional}
        value={values.wilayah}
        error={errors.wilayah}
        list="daftar-wilayah"
      />
      <datalist id="daftar-wilayah">
        {directory.areas.map((area) => (area.level === 'regency' ? <option value={area.name} /> : null))}
      </datalist>
      <Details summary={t.filing_point} open={Boolean(values.lat || values.lon || errors.lat)}>
        <p class="hint">{t.filing_point_hint}</p>
        <div
          data-island="my-position"
          data-lat="lat"
          data-lon="lon"
          data-button={t.filing_my_position}
          data-busy={t.filing_my_position_busy}
          data-found={t.filing_my_position_found}
          data-failed={t.filing_my_position_failed}
        >
          <Field name="lat" label={t.filing_lat} value={values.lat} error={errors.lat} size="medium" />
          <Field name="lon" label={t.filing_lon} value={values.lon} size="medium" />
        </div>
      </Details>
    </fieldset>
  )
}
