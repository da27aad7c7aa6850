import type { Context } from 'hono'
import { Actions, EmptyState, LinkButton, Notice, Pagination } from '../ui/components/index.ts'
import { link, localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { AccountFrame } from './account-page.tsx'
import type { MyReport } from './my-reports.ts'
import { MyReportCard } from './my-report-card.tsx'
import type { Person } from './person.ts'

type MyReportsPageProps = {
  c: Context
  person: Person
  reports: readonly MyReport[]
  next?: string
  passwordChanged?: boolean
}

/** /akun: one's reports, newest first, and the account's few settings. */
export function MyReportsPage({ c, person, reports, next, passwordChanged }: MyReportsPageProps) {
  const locale = localeOf(c)
  const t = wordsIn(locale)
  return (
    <AccountFrame c={c} title={t.account_mine}>
      {passwordChanged ? <Notice tone="good" title={t.account_password_changed} announce /> : null}
      <h1>{t.account_mine}</h1>
      {person.displayName ? <p>{t.account_on_duty(person.displayName, t[`report_role_${person.role}`])}</p> : null}
      <h2>{t.account_my_reports}</h2>
      {reports.length > 0 ? (
        reports.map((report) => <MyReportCard locale={locale} report={report} />)
      ) : (
        <EmptyState title={t.account_no_reports}>
          <p>{t.account_no_reports_text}</p>
        </EmptyState>
      )}
      <Pagination
        locale={locale}
        first={c.req.query('setelah') ? link(locale, '/akun') : undefined}
        next={next ? link(locale, `/akun?setelah=${next}`) : undefined}
      />
      <Actions>
        <LinkButton tone="main" href={link(locale, '/lapor')}>
          {t.account_file}
        </LinkButton>
        <a class="lone" href={link(locale, '/lacak')}>
          {t.account_track}
        </a>
      </Actions>
      <h2>{t.account_settings}</h2>
      <Actions>
        <LinkButton href={link(locale, '/akun/pemberitahuan')}>{t.news_page}</LinkButton>
        <LinkButton href={link(locale, '/akun/kata-sandi')}>{t.account_change_password}</LinkButton>
        <LinkButton href={link(locale, '/keluar')}>{t.common_sign_out}</LinkButton>
      </Actions>
    </AccountFrame>
  )
}
