import { z } from 'zod'
import { cleanLine } from '../intake/clean-text.ts'
import { addDays, dayOf, endOfDay, isDay, readDay } from '../report/clocks/day.ts'
import { type EmbargoOrder, embargoGrounds, mostEmbargoDays } from '../secrecy/embargo.ts'
import { type FormErrors, readFields, type Values } from './action.ts'
import type { Duty } from './duty.ts'

/** The ground, the statute and the last day of an embargo, which holds to that day's end; or what must be put right. */
export function readEmbargo(
  { t, zone, setting }: Duty,
  values: Values,
): { ok: true; order: EmbargoOrder } | { ok: false; errors: FormErrors } {
  const today = dayOf(setting.now, zone)
  const last = addDays(today, mostEmbargoDays - 1)
  const form = z.object({
    ground: z.enum(embargoGrounds, 'opening_error_ground'),
    statute: z
      .string()
      .default('')
      .transform((text) => cleanLine(text))
      .refine((text) => text.length >= 5 && text.length <= 300, 'opening_error_statute'),
    until: z
      .string()
      .default('')
      .refine((text) => isDay(text) && text >= today && text <= last, 'opening_error_until'),
  })
  const read = readFields(form, values, t)
  if (!read.ok) return read
  const { ground, statute, until } = read.value
  return { ok: true, order: { ground, statute, until: endOfDay(readDay(until), zone) } }
}
