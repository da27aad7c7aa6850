import type { Context } from 'hono'
import { Actions, Button, ErrorSummary, Field, Notice } from '../ui/components/index.ts'
import { link, localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { AccountFrame, WaitNotice } from './account-page.tsx'

type SignInPageProps = {
  c: Context
  email?: string
  /** Where to go afterwards. */
  goOn?: string
  /** What just happened elsewhere: signed up, signed out. */
  after?: 'daftar' | 'keluar'
  wrong?: boolean
  waitSeconds?: number
}

/** /masuk, first visit and corrected visit. The password is never sent back. */
export function SignInPage({ c, email, goOn, after, wrong, waitSeconds }: SignInPageProps) {
  const locale = localeOf(c)
  const t = wordsIn(locale)
  return (
    <AccountFrame c={c} title={t.account_sign_in}>
      {wrong ? <ErrorSummary locale={locale} errors={{ surel: t.account_wrong }} /> : null}
      {waitSeconds ? <WaitNotice c={c} seconds={waitSeconds} /> : null}
      {after === 'daftar' ? (
        <Notice tone="good" title={t.account_signed_up} announce>
          <p>{t.account_signed_up_text}</p>
        </Notice>
      ) : null}
      {after === 'keluar' ? <Notice tone="good" title={t.account_signed_out} announce /> : null}
      {goOn && !after && !wrong && !waitSeconds ? <Notice title={t.account_must_sign_in} /> : null}
      <h1>{t.account_sign_in}</h1>
      <p>{t.account_sign_in_intro}</p>
      <form method="post" action={link(locale, '/masuk')} novalidate>
        <Field
          name="surel"
          type="email"
          label={t.account_email}
          value={email}
          error={wrong ? t.account_wrong : undefined}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          required
        />
        <Field name="sandi" type="password" label={t.account_password} autocomplete="current-password" required />
        {goOn ? <input type="hidden" name="lanjut" value={goOn} /> : null}
        <Actions>
          <Button tone="main">{t.account_sign_in}</Button>
        </Actions>
      </form>
      <p>
        {t.account_no_account}{' '}
        <a href={link(locale, goOn ? `/daftar?lanjut=${encodeURIComponent(goOn)}` : '/daftar')}>
          {t.account_sign_up_link}
        </a>
      </p>
    </AccountFrame>
  )
}
