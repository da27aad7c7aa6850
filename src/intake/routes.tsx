import { type Context, Hono } from 'hono'
import { editPicture } from '../platform/edit-picture.ts'
import { replacePicture, stagedPictures } from '../report/staged-pictures.ts'
import type { Deps } from '../secrecy/deps.ts'
import { link, localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { CheckPage } from './check-page.tsx'
import { fileFor, noWayBackErrors } from './file-for.ts'
import { makeFormKey } from './form-key.ts'
import { intakeFrom } from './form-to-intake.ts'
import { HandedPage } from './handed-page.tsx'
import { PhotoPage } from './photo-page.tsx'
import { stagedPhotoRoutes } from './photo-routes.ts'
import { changesNothing, type PhotoWish } from './photo-wish.ts'
import { receiptRoutes } from './receipt-routes.tsx'
import { type ArrivedForm, readReportForm, stagedFor } from './read-report-form.ts'
import { errorsIn, readValues } from './report-form.ts'
import { type ReportFormProps, ReportFormPage } from './report-form-page.tsx'
import { SentBeforePage } from './sent-before-page.tsx'

/** /lapor: the form, the check, and the sending. Nothing here needs a cookie or a script; nothing is kept of who asks. */
export function filingRoutes(deps: Deps) {
  return new Hono()
    .route('/', receiptRoutes(deps))
    .route('/', stagedPhotoRoutes(deps))
    .get('/lapor', async (c) => {
      const values = readValues({ get: (name) => c.req.query(name) })
      const formKey = makeFormKey(deps.keys.reportSecret)
      return formPage(deps, c, { formKey, values, errors: {}, refused: [] }, 200)
    })
    .post('/lapor', async (c) => {
      const t = wordsIn(localeOf(c))
      const form = await readReportForm(deps, c.req.raw)
      if (form.arrival === 'not_a_form') return again(deps, c, form, t.filing_error_type, 415)
      if (form.arrival === 'too_long') return again(deps, c, form, t.filing_error_too_large, 413)
      const notice = form.arrival === 'broken' ? t.filing_incomplete : undefined
      const photo = form.photo && (await photoPage(deps, c, form, form.photo))
      if (photo) return photo
      if (form.step === 'ubah') return again(deps, c, form, notice, 200)
      const errors = errorsIn(form.values, localeOf(c))
      if (Object.keys(errors).length > 0) return formPage(deps, c, { ...form, errors, notice }, 422)
      if (form.step === 'periksa' || notice) return checkPage(deps, c, form, notice)
      return send(deps, c, form)
    })
}

async function send(deps: Deps, c: Context, form: ArrivedForm) {
  const [rules, directory] = await Promise.all([deps.rules(), deps.directory()])
  const { formKey, values } = form
  const filing = { db: deps.db, keys: deps.keys, rules, directory }
  const [locale, person] = [localeOf(c), c.get('person')]
  const filed = await fileFor(filing, intakeFrom(values, formKey, directory, person), deps.now(), person)
  if (filed.outcome === 'no_way_back')
    return formPage(deps, c, { ...form, errors: noWayBackErrors(values, wordsIn(locale)) }, 422)
  if (filed.outcome !== 'accused') return sent(deps, c, form, 'id' in filed)
  c.header('cache-control', 'no-store')
  return c.html(<HandedPage {...{ locale, person, directory }} report={filed.report} />)
}

/** @param isKept whether it was filed; else the same form was sent before with other words */
function sent(deps: Deps, c: Context, { formKey, values }: ArrivedForm, isKept: boolean) {
  const locale = localeOf(c)
  if (isKept) return c.redirect(link(locale, `/lapor/tanda-terima/${formKey}`), 303)
  const newKey = makeFormKey(deps.keys.reportSecret)
  return privately(c, <SentBeforePage {...{ locale, formKey, newKey, values }} />, 409)
}

async function checkPage(deps: Deps, c: Context, form: ArrivedForm, notice: string | undefined) {
  return privately(c, <CheckPage {...(await around(deps, c, form.formKey))} {...form} notice={notice} />, 200)
}

/**
 * One photo closely; changed first, where that was asked. Undefined where it was changed and the form goes on. One that is not this
 * form's leads back to the check, which says so when it should have been changed: nothing is sent by that press.
 */
async function photoPage(deps: Deps, c: Context, form: ArrivedForm, { id, edit, leaves }: PhotoWish) {
  const wanted = edit && !changesNothing(edit) ? edit : undefined
  const changed =
    wanted && (await replacePicture(deps, stagedFor(form.formKey), id, (kept) => editPicture(kept, wanted)))
  if (changed && leaves) return undefined
  const { locale, pictures, person } = await around(deps, c, form.formKey)
  const at = pictures.findIndex((picture) => picture.id === (changed?.id ?? id))
  const photo = pictures[at]
  if (!photo) return checkPage(deps, c, form, wanted ? wordsIn(locale).filing_camera_gone : undefined)
  const { formKey, values } = form
  const told = changed ? 'changed' : wanted ? 'failed' : edit ? 'unchosen' : undefined
  return privately(c, <PhotoPage {...{ locale, person, formKey, values, photo, told }} n={at + 1} />, 200)
}

function again(deps: Deps, c: Context, form: ArrivedForm, notice: string | undefined, status: 200 | 413 | 415) {
  return formPage(deps, c, { ...form, errors: {}, notice }, status)
}

type Filled = Pick<ReportFormProps, 'formKey' | 'values' | 'errors' | 'refused' | 'notice'>

async function formPage(deps: Deps, c: Context, filled: Filled, status: 200 | 413 | 415 | 422) {
  return privately(c, <ReportFormPage {...(await around(deps, c, filled.formKey))} {...filled} />, status)
}

async function around(deps: Deps, c: Context, formKey: string) {
  const directory = await deps.directory()
  const pictures = c.req.method === 'POST' ? await stagedPictures(deps.db, stagedFor(formKey)) : []
  return { locale: localeOf(c), directory, pictures, person: c.get('person'), baseUrl: deps.config.baseUrl }
}

/** Each form has its own key, so no cache may hand one to two people; the browser itself may keep it for its back button. */
function privately(c: Context, page: Parameters<Context['html']>[0], status: 200 | 409 | 413 | 415 | 422) {
  c.header('cache-control', 'private, no-cache')
  return c.html(page, status)
}
