import { type Context, Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { fileFor, noWayBackErrors } from '../intake/file-for.ts'
import { makeFormKey, readFormKey } from '../intake/form-key.ts'
import { intakeFrom } from '../intake/form-to-intake.ts'
import { stepOf } from '../intake/read-report-form.ts'
import { readReceipt } from '../intake/receipt.ts'
import { errorsIn, type FormValues, readValues } from '../intake/report-form.ts'
import type { Deps } from '../secrecy/deps.ts'
import { link } from '../ui/locale.ts'
import { type Duty, dutyOf, type KnownPerson } from './duty.ts'
import { mayOpen } from './home.ts'
import { readShortForm } from './read-short-form.ts'
import { WalkInCheck, withArea } from './walk-in-check.tsx'
import { WalkInHanded } from './walk-in-handed.tsx'
import { WalkInPage } from './walk-in-page.tsx'
import { WalkInReceipt } from './walk-in-receipt.tsx'

/** /kelola/lapor-langsung: filing for a visitor: the form, the check, the sending, and the receipt to print, readable for a day with the form's own key. */
export function walkInRoutes(deps: Deps) {
  const secret = deps.keys.reportSecret
  return new Hono<KnownPerson>()
    .get('/kelola/lapor-langsung', staffOnly, async (c) => {
      if (!mayOpen(c.get('person').role, 'lapor-langsung')) return c.notFound()
      const duty = await dutyOf(deps, c)
      return privately(c, <WalkInPage duty={duty} formKey={makeFormKey(secret)} values={{}} errors={{}} />, 200)
    })
    .post('/kelola/lapor-langsung', staffOnly, async (c) => {
      if (!mayOpen(c.get('person').role, 'lapor-langsung')) return c.notFound()
      const duty = await dutyOf(deps, c)
      const posted = await readShortForm(c)
      const values = readValues({ get: (name) => posted[name] })
      const form = { duty, values, formKey: readFormKey(secret, posted.formulir) ?? makeFormKey(secret) }
      const errors = errorsIn(values, duty.locale)
      const step = stepOf(posted.langkah)
      if (step === 'ubah') return privately(c, <WalkInPage {...form} errors={{}} />, 200)
      if (Object.keys(errors).length > 0) return privately(c, <WalkInPage {...form} errors={errors} />, 422)
      return step === 'kirim' ? send(deps, c, form) : privately(c, <WalkInCheck {...form} />, 200)
    })
    .get('/kelola/lapor-langsung/:nonce', staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      const formKey = readFormKey(secret, c.req.param('nonce'))
      const from = { db: deps.db, reportSecret: secret }
      const receipt = formKey && (await readReceipt(from, formKey, duty.setting.now, c.get('person')))
      c.header('cache-control', 'no-store')
      c.header('referrer-policy', 'no-referrer')
      return receipt ? c.html(<WalkInReceipt duty={duty} receipt={receipt} />) : c.notFound()
    })
}

type Form = { duty: Duty; values: FormValues; formKey: string }

async function send(deps: Deps, c: Context<KnownPerson>, form: Form) {
  const { duty, formKey } = form
  const { rules, directory, now } = duty.setting
  const filing = { db: deps.db, rules, directory, keys: deps.keys }
  const intake = intakeFrom(withArea(duty, form.values), formKey, directory, duty.person)
  const filed = await fileFor(filing, intake, now, duty.person)
  if ('id' in filed) return c.redirect(link(duty.locale, `/kelola/lapor-langsung/${formKey}`), 303)
  if (filed.outcome === 'accused') {
    c.header('cache-control', 'no-store')
    return c.html(<WalkInHanded duty={duty} report={filed.report} />)
  }
  if (filed.outcome === 'no_way_back')
    return privately(c, <WalkInPage {...form} errors={noWayBackErrors(form.values, duty.t)} />, 422)
  const errors = { cerita: duty.t.desk_error_walk_in_again }
  return privately(c, <WalkInPage {...form} formKey={makeFormKey(deps.keys.reportSecret)} errors={errors} />, 409)
}

/** No cache may hand it to two people; the browser itself may keep it for its back button. */
function privately(c: Context<KnownPerson>, page: Parameters<Context['html']>[0], status: 200 | 409 | 422) {
  c.header('cache-control', 'private, no-cache')
  return c.html(page, status)
}
