import { readPostedForm } from '../platform/posted-form.ts'
import { stagedPictures, unstagePicture } from '../report/staged-pictures.ts'
import { idempotencyHash } from './file-report.ts'
import { filingKeyOf, makeFormKey, readFormKey } from './form-key.ts'
import { type PhotoRefusal, removalName } from './photo-parts.tsx'
import { type PhotoWish, photoWishIn } from './photo-wish.ts'
import { type PhotoDeps, putAside } from './put-aside.ts'
import { type FormValues, readValues } from './report-form.ts'

/** A form as it came: its words cleaned, its photos put aside under its key. */
export type ArrivedForm = {
  formKey: string
  values: FormValues
  step: 'periksa' | 'ubah' | 'kirim'
  refused: PhotoRefusal[]
  /** A waiting photo to look at closely, and how it shall be changed. */
  photo?: PhotoWish
  /** `not_a_form` and `too_long` only when no words came. `broken`: something is missing at the end. */
  arrival: 'whole' | 'broken' | 'too_long' | 'not_a_form'
}

export type FormDeps = PhotoDeps & { keys: { reportSecret: Buffer } }

/**
 * Read what was posted to /lapor. Photos are drawn anew and put aside while the rest still arrives, so that they survive whatever has
 * to be put right; one that cannot be kept is refused alone. Never throws because of what was sent.
 */
export async function readReportForm(deps: FormDeps, request: Request): Promise<ArrivedForm> {
  const refused: PhotoRefusal[] = []
  const secret = deps.keys.reportSecret
  let formKey: string | undefined
  const keyFrom = (values: ReadonlyMap<string, string>) => {
    formKey ??= readFormKey(secret, values.get('formulir')) ?? makeFormKey(secret)
    return formKey
  }
  const posted = await readPostedForm(request, async (file, values) => {
    const reason = await putAside(deps, stagedFor(keyFrom(values)), file)
    if (reason) refused.push({ name: file.name, reason })
  })
  const fields = posted.kind === 'form' ? posted.values : new Map<string, string>()
  const values = readValues(fields)
  const key = keyFrom(fields)
  await takeAway(deps, key, fields)
  const photo = photoWishIn(fields)
  return {
    formKey: key,
    values,
    step: stepOf(fields.get('langkah')),
    refused,
    photo,
    arrival: arrivalOf(posted, values),
  }
}

/** Under what the photos of a form wait: the same hash under which its report is filed. */
export function stagedFor(formKey: string): Buffer {
  return idempotencyHash(filingKeyOf(formKey))
}

async function takeAway(deps: FormDeps, formKey: string, fields: ReadonlyMap<string, string>) {
  if (![...fields.keys()].some((name) => name.startsWith(removalName('')))) return
  for (const { id } of await stagedPictures(deps.db, stagedFor(formKey)))
    if (fields.has(removalName(id))) await unstagePicture(deps, stagedFor(formKey), id)
}

/** Which button was pressed; whatever is no button of ours sends nothing. */
export function stepOf(step: string | undefined): ArrivedForm['step'] {
  return step === 'ubah' || step === 'kirim' ? step : 'periksa'
}

function arrivalOf(posted: Awaited<ReturnType<typeof readPostedForm>>, values: FormValues): ArrivedForm['arrival'] {
  if (posted.kind === 'not_a_form') return 'not_a_form'
  if (posted.tooLong && !values.cerita) return 'too_long'
  return posted.whole ? 'whole' : 'broken'
}
