import { Hono } from 'hono'
import { link, localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { AccountDeps } from './account-deps.ts'
import { type AttemptLimits, makeAttempts } from './attempts.ts'
import { createAccount } from './create-account.ts'
import { guardSignIn } from './guard-posts.tsx'
import { inPasswordLine, lineSeconds } from './password-line.ts'
import { postedFields } from './posted-fields.ts'
import { safeReturn } from './safe-return.ts'
import { readSignUp } from './sign-up-form.ts'
import { SignUpPage } from './sign-up-page.tsx'

/** A village office may sign up its whole queue in an hour; a script may not sign up a country. */
const signUps: AttemptLimits = { perThing: 60, perAddress: 60, seconds: 3600 }

/** The answer to a sign-up is the same whether the e-mail had an account or not, after the same work. */
export function signUpRoutes(deps: AccountDeps, limits = signUps) {
  const attempts = makeAttempts(limits)
  return new Hono()
    .get('/daftar', (c) => {
      if (c.get('person')) return c.redirect(link(localeOf(c), '/akun'), 303)
      return c.html(<SignUpPage c={c} goOn={safeReturn(c.req.query('lanjut'))} />)
    })
    .post('/daftar', guardSignIn(deps), async (c) => {
      const { field, tooBig } = await postedFields(c)
      const goOn = safeReturn(field('lanjut'))
      const typed = { name: field('nama'), email: field('surel'), goOn }
      if (tooBig) return c.html(<SignUpPage c={c} {...typed} tooBig />, 413)
      const form = readSignUp(field, wordsIn(localeOf(c)))
      if (!form.ok) return c.html(<SignUpPage c={c} {...typed} errors={form.errors} />, 422)
      const seconds = await attempts.begin(c, 'sign up')
      if (seconds) return c.html(<SignUpPage c={c} {...typed} waitSeconds={seconds} />, 429)
      const made = await inPasswordLine(async () => {
        await createAccount(deps.db, deps.keys, form.value, deps.now())
        return true
      })
      if (!made) return c.html(<SignUpPage c={c} {...typed} waitSeconds={lineSeconds} />, 429)
      const onward = goOn ? `&lanjut=${encodeURIComponent(goOn)}` : ''
      return c.redirect(link(localeOf(c), `/masuk?setelah=daftar${onward}`), 303)
    })
}
