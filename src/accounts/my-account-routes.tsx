import { Hono } from 'hono'
import { link, localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { AccountDeps } from './account-deps.ts'
import { makeAttempts } from './attempts.ts'
import { changePassword } from './change-password.ts'
import { myReports } from './my-reports.ts'
import { MyReportsPage } from './my-reports-page.tsx'
import { passwordFault } from './password-rules.ts'
import { PasswordPage } from './password-page.tsx'
import { postedFields } from './posted-fields.ts'
import { signedInOnly } from './signed-in-only.ts'

const wrongPasswords = { perThing: 10, perAddress: 100, seconds: 900 }

export function myAccountRoutes(deps: AccountDeps) {
  const attempts = makeAttempts(wrongPasswords)
  return new Hono()
    .get('/akun', signedInOnly, async (c) => {
      const { person } = c.var
      const { reports, next } = await myReports(deps, person, c.req.query('setelah'))
      const passwordChanged = c.req.query('selesai') === 'kata-sandi'
      return c.html(
        <MyReportsPage c={c} person={person} reports={reports} next={next} passwordChanged={passwordChanged} />,
      )
    })
    .get('/akun/kata-sandi', signedInOnly, (c) => c.html(<PasswordPage c={c} />))
    .post('/akun/kata-sandi', signedInOnly, async (c) => {
      const t = wordsIn(localeOf(c))
      const { field, tooBig } = await postedFields(c)
      const fault = tooBig ? t.account_too_big : passwordFault(t, field('sandi_baru'))
      if (fault) return c.html(<PasswordPage c={c} errors={{ sandi_baru: fault }} />, tooBig ? 413 : 422)
      const passwords = { old: field('sandi'), new: field('sandi_baru') }
      const answer = await changePassword(deps, attempts, c, c.var.person, passwords)
      switch (answer.outcome) {
        case 'wait':
          return c.html(<PasswordPage c={c} waitSeconds={answer.seconds} />, 429)
        case 'wrong':
          return c.html(<PasswordPage c={c} errors={{ sandi: t.account_old_password_wrong }} />, 422)
        case 'changed':
          return c.redirect(link(localeOf(c), '/akun?selesai=kata-sandi'), 303)
      }
    })
}
