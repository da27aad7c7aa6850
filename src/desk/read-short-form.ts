import type { Context } from 'hono'
import { readPostedForm } from '../platform/posted-form.ts'
import type { Values } from './action.ts'

const limits = { maxFieldBytes: 64 * 1024, maxFields: 50, maxFileBytes: 0, maxFiles: 1, maxBodyBytes: 512 * 1024 }

/** The fields of a form without files; empty when it is none. */
export async function readShortForm(c: Context): Promise<Values> {
  const form = await readPostedForm(c.req.raw, undefined, limits)
  return form.kind === 'form' ? Object.fromEntries(form.values) : {}
}
