import { Button, DataTable, Details, ErrorSummary, Field, Moment, Notice, RadioCards } from '../ui/components/index.ts'
import { count, tinyDay } from '../ui/format.ts'
import { link } from '../ui/locale.ts'
import type { FormErrors, Values } from './action.ts'
import { areaName } from './area-names.ts'
import { type CalendarYear, editsCalendarFor, type HolidayRow } from './calendar.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'
import { officeName } from './office-name.ts'

type CalendarPageProps = {
  duty: Duty
  calendar: CalendarYear
  values?: Values
  errors?: FormErrors
  done?: string
}

/** /kelola/kalender: the days off by which every deadline is counted, and their edits. */
export function CalendarPage({ duty, calendar, values = {}, errors = {}, done }: CalendarPageProps) {
  const { t, locale, zone } = duty
  const { year } = calendar
  const edits = editsCalendarFor(duty)
  const to = (other: number) => link(locale, `/kelola/kalender?tahun=${other}`)
  return (
    <DeskPage duty={duty} title={`${t.desk_page_kalender} ${year}`} current="kalender" done={done}>
      <div class="desk-column">
        <ErrorSummary locale={locale} errors={errors} />
        <h1>
          {t.desk_page_kalender} {year}
        </h1>
        <p class="desk-badges">
          <a class="lone" href={to(year - 1)}>
            ← {year - 1}
          </a>{' '}
          <a class="lone" href={to(year + 1)}>
            {year + 1} →
          </a>
        </p>
        {calendar.decreed ? null : <Notice title={t.desk_not_decreed(year)} />}
        {edits ? <AddDay duty={duty} values={values} errors={errors} /> : null}
        <DaysOff duty={duty} calendar={calendar} />
        {calendar.changes.length > 0 ? (
          <Details summary={t.desk_calendar_changes}>
            <ul>
              {calendar.changes.map((change) => (
                <li>
                  <Moment locale={locale} at={change.at} zone={zone} />: {change.reason}
                </li>
              ))}
            </ul>
          </Details>
        ) : null}
      </div>
    </DeskPage>
  )
}

function AddDay({ duty, values, errors }: { duty: Duty; values: Values; errors: FormErrors }) {
  const { t, locale, office } = duty
  const own = editsCalendarFor(duty) === 'office'
  const field = (name: string) => ({ name, value: values[name], error: errors[name] })
  return (
    <Details
      summary={own ? t.desk_add_closure : t.desk_add_day}
      open={Object.keys({ ...values, ...errors }).length > 0}
    >
      <form method="post" action={link(locale, '/kelola/kalender')} novalidate>
        {own && office ? <p class="hint">{t.desk_add_closure_hint(office.name)}</p> : null}
        <Field {...field('day')} type="date" label={t.desk_day} size="medium" required />
        <Field {...field('name')} label={t.desk_day_name} required />
        {own ? null : (
          <RadioCards
            {...field('kind')}
            value={values.kind ?? 'national'}
            legend={t.desk_day_kind}
            choices={(['national', 'cuti_bersama'] as const).map((kind) => ({
              value: kind,
              title: t[`desk_day_${kind}`],
            }))}
          />
        )}
        <Field {...field('reason')} label={t.desk_calendar_reason} hint={t.desk_calendar_reason_hint} required />
        <Button>{t.desk_calendar_check}</Button>
      </form>
    </Details>
  )
}

function DaysOff({ duty, calendar }: { duty: Duty; calendar: CalendarYear }) {
  const { t, locale } = duty
  const removable = (day: HolidayRow) => {
    const edits = editsCalendarFor(duty)
    return edits === 'nation'
      ? !day.agency_id && !day.area_code
      : edits === 'office' && day.agency_id === duty.office?.id
  }
  return (
    <DataTable
      caption={t.desk_days_caption(count(locale, calendar.days.length))}
      columns={[{ name: t.desk_day }, { name: t.desk_day_name }, { name: t.desk_actions }]}
      rows={calendar.days.map((day) => [
        <time datetime={day.day}>{tinyDay(locale, day.day)}</time>,
        <>
          {day.name} <small class="label">{`${t[`desk_day_${day.kind}`]}${scopeWords(duty, day)}`}</small>
        </>,
        removable(day) ? (
          <a href={link(locale, `/kelola/kalender?hapus=${day.id}`)}>
            {t.desk_day_remove}
            <span class="hidden"> {day.name}</span>
          </a>
        ) : (
          ''
        ),
      ])}
    />
  )
}

function scopeWords({ setting }: Duty, { agency_id, area_code }: HolidayRow): string {
  if (agency_id) return `: ${officeName(setting.directory, agency_id)}`
  return area_code ? `: ${areaName(setting.directory, area_code)}` : ''
}
