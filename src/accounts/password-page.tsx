import type { Context } from 'hono'
import { Actions, Breadcrumb, Button, ErrorSummary, Field } from '../ui/components/index.ts'
import { link, localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { AccountFrame, WaitNotice } from './account-page.tsx'

export type PasswordErrors = { sandi?: string; sandi_baru?: string }

type PasswordPageProps = { c: Context; errors?: PasswordErrors; waitSeconds?: number }

/** /akun/kata-sandi */
export function PasswordPage({ c, errors = {}, waitSeconds }: PasswordPageProps) {
  const locale = localeOf(c)
  const t = wordsIn(locale)
  return (
    <AccountFrame c={c} title={t.account_change_password}>
      <Breadcrumb locale={locale} links={[{ href: link(locale, '/akun'), words: t.account_mine }]} />
      <ErrorSummary locale={locale} errors={errors} />
      {waitSeconds ? <WaitNotice c={c} seconds={waitSeconds} /> : null}
      <h1>{t.account_change_password}</h1>
      <p>{t.account_change_password_text}</p>
      <form method="post" action={link(locale, '/akun/kata-sandi')} novalidate>
        <Field
          name="sandi"
          type="password"
          label={t.account_old_password}
          error={errors.sandi}
          autocomplete="current-password"
          required
        />
        <Field
          name="sandi_baru"
          type="password"
          label={t.account_new_password}
          hint={t.account_password_hint}
          error={errors.sandi_baru}
          autocomplete="new-password"
          required
        />
        <Actions>
          <Button tone="main">{t.account_change_password}</Button>
          <a href={link(locale, '/akun')}>{t.common_cancel}</a>
        </Actions>
      </form>
    </AccountFrame>
  )
}
