import type { Context } from 'hono'
import { Actions, Button, ErrorSummary, Field, Notice } from '../ui/components/index.ts'
import { link, localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { AccountFrame, WaitNotice } from './account-page.tsx'
import type { SignUpErrors } from './sign-up-form.ts'

type SignUpPageProps = {
  c: Context
  name?: string
  email?: string
  goOn?: string
  errors?: SignUpErrors
  tooBig?: boolean
  waitSeconds?: number
}

/** /daftar for citizens. Officers' accounts are made by their office. */
export function SignUpPage({ c, name, email, goOn, errors = {}, tooBig, waitSeconds }: SignUpPageProps) {
  const locale = localeOf(c)
  const t = wordsIn(locale)
  return (
    <AccountFrame c={c} title={t.account_sign_up}>
      <ErrorSummary locale={locale} errors={errors} />
      {waitSeconds ? <WaitNotice c={c} seconds={waitSeconds} /> : null}
      {tooBig ? <Notice tone="bad" title={t.account_too_big} announce /> : null}
      <h1>{t.account_sign_up}</h1>
      <p>{t.account_sign_up_intro}</p>
      <form method="post" action={link(locale, '/daftar')} novalidate>
        <Field name="nama" label={t.account_name} value={name} error={errors.nama} autocomplete="name" required />
        <Field
          name="surel"
          type="email"
          label={t.account_email}
          hint={t.account_email_hint}
          value={email}
          error={errors.surel}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          required
        />
        <Field
          name="sandi"
          type="password"
          label={t.account_password}
          hint={t.account_password_hint}
          error={errors.sandi}
          autocomplete="new-password"
          required
        />
        {goOn ? <input type="hidden" name="lanjut" value={goOn} /> : null}
        <Actions>
          <Button tone="main">{t.account_sign_up_link}</Button>
        </Actions>
      </form>
      <p>
        {t.account_have_account} <a href={link(locale, '/masuk')}>{t.account_sign_in}</a>
      </p>
    </AccountFrame>
  )
}
