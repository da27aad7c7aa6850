import { z } from 'zod'
import { cleanLine } from '../intake/clean-text.ts'
import { addDays, dayOf, endOfDay, isDay, readDay } from '../report/clocks/day.ts'
import { type Embargo, embargoGrounds, mostEmbargoDays } from '../secrecy/embargo.ts'
import type { FormErrors, Values } from './action.ts'
import type { Duty } from './duty.ts'

type ErrorWord = 'opening_error_ground' | 'opening_error_statute' | 'opening_error_until'
export type EmbargoOrder = Pick<Embargo, 'ground' | 'statute' | 'until'>

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
  const read = form.safeParse(values)
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => [path.join('.'), t[message as ErrorWord]])
    return { ok: false, errors: Object.fromEntries(errors) }
  }
  const { ground, statute, until } = read.data
  return { ok: true, order: { ground, statute, until: endOfDay(readDay(until), zone) } }
}
