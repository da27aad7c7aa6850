import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { makeFormKey, readFormKey } from '../intake/form-key.ts'
import { type PostedFile, readPostedForm } from '../platform/posted-form.ts'
import { type StagedPicture, stagedPictures, stagePicture } from '../report/staged-pictures.ts'
import type { Deps } from '../secrecy/deps.ts'
import type { FormErrors, Posted } from './action.ts'
import type { Duty } from './duty.ts'
import type { Noun } from './nouns.ts'

export type PostedAction = Posted & { formKey: string; staged: StagedPicture[]; errors: FormErrors }

/**
 * A desk's form as it arrived. Pictures are drawn anew and put aside under the form's own key; those that cannot be
 * are told in `errors`, the others stay with the form.
 */
export async function readPosted(
  deps: Deps,
  c: Context,
  duty: Duty,
  noun: Noun,
  pictures = false,
): Promise<PostedAction> {
  const refused: string[] = []
  const keyIn = (values: ReadonlyMap<string, string>) => readFormKey(deps.keys.reportSecret, values.get('formKey'))
  const form = await readPostedForm(c.req.raw, async (file, values) => {
    const key = keyIn(values)
    if (!pictures || !key || file.field !== 'photos') return
    const reason = await putAside(deps, duty, stagedFor(noun, key), file)
    if (reason) refused.push(`${file.name}: ${reason}`)
  })
  const values = form.kind === 'form' ? form.values : new Map<string, string>()
  const key = keyIn(values)
  const staged = pictures && key ? await stagedPictures(deps.db, stagedFor(noun, key)) : []
  const { seenSeq, formKey: _key, ...typed } = Object.fromEntries(values)
  return {
    values: typed,
    seenSeq: seenSeq && /^\d{1,9}$/.test(seenSeq) ? Number(seenSeq) : undefined,
    formKey: key ?? makeFormKey(deps.keys.reportSecret),
    staged,
    attachments: staged.length > 0 && key ? stagedFor(noun, key).toString('hex') : undefined,
    errors: {
      ...(refused.length > 0 ? { photos: refused.join(' ') } : {}),
      ...(form.kind === 'form' && form.whole ? {} : { text: duty.t.desk_error_cut }),
    },
  }
}

async function putAside(deps: Deps, { t, setting }: Duty, key: Buffer, { bytes, cut }: PostedFile) {
  if (cut) return t[`desk_photo_${cut}`]
  const staged = await stagePicture(deps, key, bytes, setting.now)
  return staged.ok ? undefined : t[`desk_photo_${staged.reason}`]
}

/** 32 bytes. The noun is part of it, so that pictures of one form never come with another. */
function stagedFor(noun: Noun, formKey: string): Buffer {
  return createHash('sha256').update(`lapor desk form ${noun} ${formKey}`).digest()
}
