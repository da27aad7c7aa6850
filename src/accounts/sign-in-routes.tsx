import { Hono } from 'hono'
import { Confirm } from '../ui/components/index.ts'
import { link, localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { AccountDeps } from './account-deps.ts'
import { AccountFrame } from './account-page.tsx'
import { type AttemptLimits, makeAttempts } from './attempts.ts'
import { guardSignIn } from './guard-posts.tsx'
import { isStaff, type Person } from './person.ts'
import { postedFields } from './posted-fields.ts'
import { safeReturn } from './safe-return.ts'
import { closeSession, openSession } from './session.ts'
import { signIn } from './sign-in.ts'
import { SignInPage } from './sign-in-page.tsx'

/** Wrong passwords from one address within a quarter of an hour: for one account, and for all (many phones share an address). */
const wrongPasswords: AttemptLimits = { perThing: 10, perAddress: 100, seconds: 900 }

export function signInRoutes(deps: AccountDeps, limits = wrongPasswords) {
  const attempts = makeAttempts(limits)
  return new Hono()
    .get('/masuk', (c) => {
      const goOn = safeReturn(c.req.query('lanjut'))
      const person = c.get('person')
      if (person) return c.redirect(goOn ?? link(localeOf(c), homeOf(person)), 303)
      const after = (['daftar', 'keluar'] as const).find((word) => word === c.req.query('setelah'))
      return c.html(<SignInPage c={c} goOn={goOn} after={after} />)
    })
    .post('/masuk', guardSignIn(deps), async (c) => {
      const { field } = await postedFields(c)
      const email = field('surel')
      const goOn = safeReturn(field('lanjut'))
      const answer = await signIn(deps, attempts, c, { email, password: field('sandi') })
      switch (answer.outcome) {
        case 'wait':
          return c.html(<SignInPage c={c} email={email} goOn={goOn} waitSeconds={answer.seconds} />, 429)
        case 'wrong':
          return c.html(<SignInPage c={c} email={email} goOn={goOn} wrong />, 422)
        case 'signed_in':
          await openSession(deps, c, answer.person.accountId)
          return c.redirect(goOn ?? link(localeOf(c), homeOf(answer.person)), 303)
      }
    })
    .get('/keluar', (c) => {
      const locale = localeOf(c)
      const t = wordsIn(locale)
      const person = c.get('person')
      if (!person) return c.redirect(link(locale, '/masuk'), 303)
      return c.html(
        <AccountFrame c={c} title={t.common_sign_out}>
          <Confirm
            locale={locale}
            question={t.account_sign_out_question}
            action={link(locale, '/keluar')}
            verb={t.common_sign_out}
            cancel={link(locale, homeOf(person))}
          >
            <p>{t.account_sign_out_text}</p>
          </Confirm>
        </AccountFrame>,
      )
    })
    .post('/keluar', async (c) => {
      await closeSession(deps, c)
      return c.redirect(link(localeOf(c), '/masuk?setelah=keluar'), 303)
    })
}

function homeOf(person: Person): string {
  return isStaff(person) ? '/kelola' : '/akun'
}
