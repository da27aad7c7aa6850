import { Actions, Button, Details, ErrorSummary, Field, Select, TextArea } from '../ui/components/index.ts'
import { AccusedFields, accusesIn } from '../intake/accused-fields.tsx'
import { SecrecyChoice } from '../intake/secrecy-choice.tsx'
import type { FormErrors, FormValues } from '../intake/report-form.ts'
import { link } from '../ui/locale.ts'
import { areaName } from './area-names.ts'
import { kinds } from './desk-filters.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'

type WalkInPageProps = { duty: Duty; formKey: string; values: FormValues; errors: FormErrors }

/** /kelola/lapor-langsung: an officer files for someone who came, phoned or wrote. The fields are those of /lapor. */
export function WalkInPage({ duty, formKey, values, errors }: WalkInPageProps) {
  const { t, locale, setting } = duty
  const { directory } = setting
  const field = (name: 'lokasi' | 'nama' | 'telepon' | 'surel' | 'wilayah' | 'instansi') => ({
    name,
    value: values[name],
    error: errors[name],
    optional: t.common_optional,
  })
  return (
    <DeskPage duty={duty} title={t.desk_walk_in} current="lapor-langsung">
      <form class="desk-column" method="post" action={link(locale, '/kelola/lapor-langsung')} novalidate>
        <ErrorSummary locale={locale} errors={errors} />
        <h1>{t.desk_walk_in}</h1>
        <p>{t.desk_walk_in_intro}</p>
        <input type="hidden" name="formulir" value={formKey} />
        <TextArea
          name="cerita"
          label={t.desk_walk_in_story}
          hint={t.desk_walk_in_story_hint}
          value={values.cerita}
          error={errors.cerita}
          rows={8}
          required
        />
        <div class="filter-grid">
          <Field {...field('lokasi')} label={t.desk_place} />
          <Field {...field('wilayah')} label={t.desk_area} list="areas" autocomplete="off" />
          <Select
            name="jenis"
            label={t.desk_kind}
            value={values.jenis}
            options={kinds.map((kind) => ({ value: kind, label: t[`report_kind_${kind}`] }))}
          />
        </div>
        <datalist id="areas">
          {directory.areas.map((area) => (
            <option value={areaName(directory, area.code)} />
          ))}
        </datalist>
        <SecrecyChoice locale={locale} values={values} errors={errors} />
        <h2>{t.desk_walk_in_contact}</h2>
        <p class="hint">{t.desk_walk_in_contact_hint}</p>
        <div class="filter-grid">
          <Field {...field('nama')} label={t.desk_walk_in_name} autocomplete="off" />
          <Field {...field('telepon')} type="tel" label={t.desk_walk_in_phone} autocomplete="off" />
          <Field {...field('surel')} type="email" label={t.desk_walk_in_email} autocomplete="off" />
        </div>
        <Details
          summary={t.desk_walk_in_agency}
          open={Boolean(values.instansi || accusesIn(values) || errors.instansi || errors.terlapor)}
        >
          <Field {...field('instansi')} label={t.desk_named_agency} hint={t.desk_walk_in_agency_hint} />
          <AccusedFields {...{ locale, values, errors }} />
        </Details>
        <Actions>
          <Button tone="main" name="langkah" value="periksa">
            {t.desk_walk_in_check}
          </Button>
        </Actions>
        <p class="hint">{t.filing_check_hint}</p>
      </form>
    </DeskPage>
  )
}
