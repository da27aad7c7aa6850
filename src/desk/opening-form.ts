import { z } from 'zod'
import { cleanText } from '../intake/clean-text.ts'
import { type Ask, grounds } from '../secrecy/break-glass.ts'
import type { Vocabulary } from '../ui/words/index.ts'
import { type FormErrors, readFields, type Values } from './action.ts'

const fewestWords = 3

const openingForm = z.object({
  what: z.enum(['text', 'identity'], 'opening_error_what'),
  ground: z.enum(grounds, 'opening_error_ground'),
  reason: z
    .string()
    .default('')
    .transform((text) => cleanText(text).slice(0, 2_000))
    .refine((text) => text.split(/\s+/).filter(Boolean).length >= fewestWords, 'opening_error_reason'),
})

/** What is asked for, on which ground and why; or what must be put right. */
export function readAsk(values: Values, t: Vocabulary): { ok: true; value: Ask } | { ok: false; errors: FormErrors } {
  return readFields(openingForm, values, t)
}
