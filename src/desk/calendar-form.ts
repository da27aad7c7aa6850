import { z } from 'zod'
import { cleanLine, saysSomething } from '../intake/clean-text.ts'
import { type Day, isDay } from '../report/clocks/day.ts'
import { type FormErrors, readFields, type Values } from './action.ts'
import { type CalendarEdit, editsCalendarFor } from './calendar.ts'
import type { Duty } from './duty.ts'

const line = (missing: string) =>
  z
    .string()
    .default('')
    .transform(cleanLine)
    .refine(saysSomething, missing)
    .refine((text) => text.length <= 200, 'desk_error_long')

const reason = line('desk_error_calendar_reason')

const added = z.object({
  day: z
    .string()
    .default('')
    .refine((text): text is Day => isDay(text) && text < '2200-01-01', 'desk_error_day'),
  name: line('desk_error_day_name'),
  kind: z.enum(['national', 'cuti_bersama'], 'desk_error_choice').optional(),
  reason,
})

/** What a calendar form asks for: a day to add, or (with `remove`) one to take away; always with its reason. */
export function readCalendarForm(
  duty: Duty,
  values: Values,
): { ok: true; edit: CalendarEdit } | { ok: false; errors: FormErrors } {
  if (values.remove) {
    const read = readFields(z.object({ reason }), values, duty.t)
    return read.ok
      ? {
          ok: true,
          edit: { remove: /^\d{1,15}$/.test(values.remove) ? Number(values.remove) : 0, reason: read.value.reason },
        }
      : read
  }
  const read = readFields(added, values, duty.t)
  if (!read.ok) return read
  const { name, kind } = read.value
  const day = read.value.day as Day
  const closes = editsCalendarFor(duty) === 'office'
  const scope = closes ? (duty.office?.id ?? null) : null
  const known = duty.setting.rules.calendar.holidays.get(day)?.some((off) => off.name === name && off.scope === scope)
  if (known) return { ok: false, errors: { day: duty.t.desk_error_day_known } }
  return {
    ok: true,
    edit: { add: { day, name, kind: closes ? 'closure' : (kind ?? 'national') }, reason: read.value.reason },
  }
}
