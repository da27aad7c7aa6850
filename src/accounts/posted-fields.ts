import type { Context } from 'hono'
import { type FormLimits, readPostedForm } from '../platform/posted-form.ts'

const limits: FormLimits = {
  maxFieldBytes: 16 * 1024,
  maxFields: 20,
  maxFileBytes: 0,
  maxFiles: 1,
  maxBodyBytes: 64 * 1024,
}

/** The fields of a short form, as they were typed; a missing one is empty. `tooBig`: some of it was left out. */
export async function postedFields(c: Context): Promise<{ field(name: string): string; tooBig: boolean }> {
  const form = await readPostedForm(c.req.raw, undefined, limits)
  const values = form.kind === 'form' ? form.values : new Map<string, string>()
  return { field: (name) => values.get(name) ?? '', tooBig: form.kind === 'form' && !form.whole }
}
