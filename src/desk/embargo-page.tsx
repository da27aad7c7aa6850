import { addDays, dayOf } from '../report/clocks/day.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import { type Embargo, embargoGrounds, mostEmbargoDays, runningEmbargo } from '../secrecy/embargo.ts'
import { EmbargoFacts } from '../secrecy/embargo-facts.tsx'
import { Button, Card, ErrorSummary, Field, Select } from '../ui/components/index.ts'
import { link } from '../ui/locale.ts'
import type { FormErrors, Values } from './action.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'

export type EmbargoPageProps = {
  duty: Duty
  id: string
  embargoes: readonly Embargo[]
  values?: Values
  errors?: FormErrors
  done?: string
}

/** /kelola/laporan/{id}/embargo: hold back the publication of a report that has never been public, on a legal ground. */
export function EmbargoPage(props: EmbargoPageProps) {
  const { duty, id, embargoes, errors = {} } = props
  const { t, locale, zone, setting } = duty
  const running = runningEmbargo(embargoes, setting.now)
  return (
    <DeskPage duty={duty} title={t.opening_embargo} done={props.done}>
      <div class="desk-column">
        <ErrorSummary locale={locale} errors={errors} />
        <p>
          <a class="lone" href={link(locale, `/kelola/laporan/${id}`)}>
            {t.opening_back}
          </a>
        </p>
        <h1>
          {t.opening_embargo} <span class="code">{groupTrackingId(id)}</span>
        </h1>
        {embargoes.map((embargo) => (
          <Card title={t.opening_embargo}>
            <EmbargoFacts {...{ embargo, locale, zone, now: setting.now, directory: setting.directory }} />
            {embargo === running ? (
              <form method="post" action={link(locale, `/kelola/laporan/${id}/embargo/pengakhiran`)}>
                <Button>{t.opening_embargo_end}</Button>
              </form>
            ) : null}
          </Card>
        ))}
        {running ? null : <EmbargoForm {...props} />}
      </div>
    </DeskPage>
  )
}

function EmbargoForm({ duty, id, values = {}, errors = {} }: EmbargoPageProps) {
  const { t, locale, zone, setting } = duty
  const today = dayOf(setting.now, zone)
  return (
    <form method="post" action={link(locale, `/kelola/laporan/${id}/embargo`)} novalidate>
      <p>{t.opening_embargo_intro}</p>
      <Select
        name="ground"
        label={t.opening_ground}
        options={embargoGrounds.map((ground) => ({ value: ground, label: t[`opening_embargo_${ground}`] }))}
        value={values.ground}
        blank={t.common_choose}
        error={errors.ground}
        required
      />
      <Field
        name="statute"
        label={t.opening_statute}
        hint={t.opening_statute_hint}
        value={values.statute}
        error={errors.statute}
        maxlength={300}
        required
      />
      <Field
        name="until"
        type="date"
        size="medium"
        label={t.opening_until}
        min={today}
        max={addDays(today, mostEmbargoDays - 1)}
        value={values.until}
        error={errors.until}
        required
      />
      <Button>{t.opening_embargo_lay}</Button>
    </form>
  )
}
