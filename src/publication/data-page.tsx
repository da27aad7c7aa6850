import { Page } from '../ui/frame.tsx'
import type { SignedIn } from '../ui/frame-parts.tsx'
import { link, type Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { csvColumns } from './csv.ts'

/** Open data: one file, one API, and what is not in them. */
export function DataPage({
  locale,
  baseUrl,
  signedIn,
}: {
  locale: Locale
  baseUrl: string
  signedIn?: SignedIn | null
}) {
  const t = wordsIn(locale)
  return (
    <Page locale={locale} path="/data" title={t.public_data_heading} baseUrl={baseUrl} signedIn={signedIn}>
      <h1>{t.public_data_heading}</h1>
      <p class="lead">{t.public_data_intro}</p>
      <p>{t.public_data_privacy}</p>
      <ul class="plain-list">
        <li>
          <a href="/data/laporan.csv">{t.public_data_csv}</a>
        </li>
        <li>
          <a href="/api/v1/reports">{t.public_data_api}</a> (<code>/api/v1/reports</code>)
        </li>
        <li>
          <a href={link(locale, '/api')}>{t.public_data_api_hint}</a>
        </li>
        <li>
          <a href={link(locale, '/audit')}>{t.audit_heading}</a>
        </li>
      </ul>
      <h2>{t.public_data_fields}</h2>
      <p>
        <code>{csvColumns.join(', ')}</code>
      </p>
    </Page>
  )
}
