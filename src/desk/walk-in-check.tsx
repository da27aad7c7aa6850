import { HiddenValues } from '../intake/hidden-values.tsx'
import { accusesIn } from '../intake/accused-fields.tsx'
import type { FormValues } from '../intake/report-form.ts'
import { SendOrChange } from '../intake/send-or-change.tsx'
import { WhoWillSee } from '../intake/who-will-see.tsx'
import { Notice } from '../ui/components/index.ts'
import { link } from '../ui/locale.ts'
import { typedArea } from './area-names.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'

/** Before sending for a visitor: the same as on /lapor, to be read together. Nothing is sent yet. */
export function WalkInCheck({ duty, formKey, values }: { duty: Duty; formKey: string; values: FormValues }) {
  const { t, locale, person, setting } = duty
  const { directory } = setting
  return (
    <DeskPage duty={duty} title={t.filing_check_title} current="lapor-langsung">
      <div class="desk-column">
        <h1>{t.filing_check_title}</h1>
        <p class="lead">{t.desk_walk_in_check_lead}</p>
        <WhoWillSee {...{ locale, formKey, directory, person }} values={withArea(duty, values)} pictures={[]} />
        {accusesIn(values) ? (
          <Notice tone="warning">
            <p>{t.desk_walk_in_if_accused}</p>
          </Notice>
        ) : null}
        <form method="post" action={link(locale, '/kelola/lapor-langsung')}>
          <HiddenValues formKey={formKey} values={values} />
          <SendOrChange locale={locale} />
        </form>
      </div>
    </DeskPage>
  )
}

/** An area as the desk's list writes it, as the code that a filing takes. */
export function withArea({ setting }: Duty, values: FormValues): FormValues {
  const area = values.wilayah ? typedArea(setting.directory, values.wilayah) : undefined
  return area ? { ...values, wilayah: area.code } : values
}
