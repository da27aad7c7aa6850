import { DayText, ErrorSummary, Field } from '../ui/components/index.ts'
import { Button } from '../ui/components/index.ts'
import type { Day } from '../report/clocks/day.ts'
import { count } from '../ui/format.ts'
import { link } from '../ui/locale.ts'
import type { FormErrors, Values } from './action.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'

export type CalendarConfirmProps = {
  duty: Duty
  day: Day
  name: string
  removes: boolean
  /** Open deadlines that may move. */
  touched: number
  values: Values
  errors?: FormErrors
}

/** What a change of the calendar will touch, before it is made. */
export function CalendarConfirm({ duty, day, name, removes, touched, values, errors = {} }: CalendarConfirmProps) {
  const { t, locale } = duty
  const { reason, sure: _sure, ...hidden } = values
  return (
    <DeskPage duty={duty} title={t.desk_page_kalender} current="kalender">
      <form class="confirm" method="post" action={link(locale, '/kelola/kalender')} novalidate>
        <ErrorSummary locale={locale} errors={errors} />
        <h1>{removes ? t.desk_remove_question(name) : t.desk_add_question(name)}</h1>
        <p>
          <DayText locale={locale} day={day} />
        </p>
        <p>{t.desk_deadlines_touched(count(locale, touched))}</p>
        {Object.entries(hidden).map(([key, value]) => (
          <input type="hidden" name={key} value={value} />
        ))}
        <input type="hidden" name="sure" value="1" />
        <Field
          name="reason"
          label={t.desk_calendar_reason}
          hint={t.desk_calendar_reason_hint}
          value={reason}
          error={errors.reason}
          required
        />
        <div class="actions">
          <Button tone={removes ? 'danger' : 'main'}>{removes ? t.desk_day_remove : t.desk_day_add}</Button>
          <a href={link(locale, `/kelola/kalender?tahun=${day.slice(0, 4)}`)}>{t.common_cancel}</a>
        </div>
      </form>
    </DeskPage>
  )
}
