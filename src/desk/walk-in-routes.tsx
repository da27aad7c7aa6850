import { Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { fileReport } from '../intake/file-report.ts'
import { makeFormKey, readFormKey } from '../intake/form-key.ts'
import { filedBy, intakeFrom } from '../intake/form-to-intake.ts'
import { readReceipt } from '../intake/receipt.ts'
import { errorsIn, readValues } from '../intake/report-form.ts'
import type { Deps } from '../secrecy/deps.ts'
import { link } from '../ui/locale.ts'
import { typedArea } from './area-names.ts'
import { dutyOf, type KnownPerson } from './duty.ts'
import { mayOpen } from './home.ts'
import { readShortForm } from './read-short-form.ts'
import { WalkInPage } from './walk-in-page.tsx'
import { WalkInReceipt } from './walk-in-receipt.tsx'

/** /kelola/lapor-langsung: filing for a visitor, and the receipt to print, readable for a day with the form's own key. */
export function walkInRoutes(deps: Deps) {
  const secret = deps.keys.reportSecret
  return new Hono<KnownPerson>()
    .get('/kelola/lapor-langsung', staffOnly, async (c) => {
      if (!mayOpen(c.get('person').role, 'lapor-langsung')) return c.notFound()
      const duty = await dutyOf(deps, c)
      c.header('cache-control', 'private, no-cache')
      return c.html(<WalkInPage duty={duty} formKey={makeFormKey(secret)} values={{}} errors={{}} />)
    })
    .post('/kelola/lapor-langsung', staffOnly, async (c) => {
      const person = c.get('person')
      if (!mayOpen(person.role, 'lapor-langsung')) return c.notFound()
      const duty = await dutyOf(deps, c)
      const posted = await readShortForm(c)
      const values = readValues({ get: (name) => posted[name] })
      const formKey = readFormKey(secret, posted.formKey) ?? makeFormKey(secret)
      const errors = errorsIn(values, duty.locale)
      if (Object.keys(errors).length > 0) return c.html(<WalkInPage {...{ duty, formKey, values, errors }} />, 422)
      const { rules, directory, now } = duty.setting
      const area = values.wilayah ? typedArea(directory, values.wilayah) : undefined
      const intake = intakeFrom({ ...values, ...(area ? { wilayah: area.code } : {}) }, formKey, directory, person)
      const filed = await fileReport({ db: deps.db, rules, directory, keys: deps.keys }, intake, now, filedBy(person))
      if ('id' in filed) return c.redirect(link(duty.locale, `/kelola/lapor-langsung/${formKey}`), 303)
      const sentBefore = { cerita: duty.t.desk_error_walk_in_again }
      return c.html(<WalkInPage {...{ duty, values }} formKey={makeFormKey(secret)} errors={sentBefore} />, 409)
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
