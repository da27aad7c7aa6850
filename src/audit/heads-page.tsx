import { DataTable, DayText, EmptyState, Pagination } from '../ui/components/index.ts'
import type { SignedIn } from '../ui/frame-parts.tsx'
import { Page } from '../ui/frame.tsx'
import { type Locale, link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { checkByHand } from './check-by-hand.ts'
import { publicKeyPem, type SignedHead } from './head.ts'
import { type Succession, successionText } from './succession.ts'

type Props = {
  locale: Locale
  baseUrl: string
  signedIn?: SignedIn | null
  heads: readonly SignedHead[]
  /** Which key followed which, the first one first. */
  successions: readonly Succession[]
  /** Whether this is not the first page. */
  older: boolean
  /** Number of the head after which the next page begins. */
  next?: number
}

/** The daily heads as anybody may read and check them. */
export function HeadsPage({ locale, baseUrl, signedIn, heads, successions, older, next }: Props) {
  const t = wordsIn(locale)
  const [newest] = heads
  const rows = heads.map((head) => [
    String(head.number),
    <DayText locale={locale} day={head.day} brief />,
    <code>{head.root}</code>,
  ])
  return (
    <Page locale={locale} path="/audit" title={t.audit_heading} baseUrl={baseUrl} signedIn={signedIn}>
      <h1>{t.audit_heading}</h1>
      <p class="lead">{t.audit_intro}</p>
      <p>{t.audit_tells_nothing}</p>
      {newest ? (
        <>
          <h2>{t.audit_latest}</h2>
          <DataTable
            caption={t.audit_latest}
            columns={[{ name: t.audit_number, number: true }, { name: t.audit_day }, { name: t.audit_root }]}
            rows={rows}
          />
          <Pagination
            locale={locale}
            first={older ? link(locale, '/audit') : undefined}
            next={next === undefined ? undefined : link(locale, `/audit?sebelum=${next}`)}
          />
          <h2>{t.audit_key}</h2>
          <p>{t.audit_key_hint}</p>
          <pre class="prose">{publicKeyPem(newest.publicKey)}</pre>
          {successions.length > 0 ? (
            <>
              <h3>{t.audit_successions}</h3>
              <p>{t.audit_successions_hint}</p>
              {successions.map((one) => (
                <pre class="prose">
                  {successionText(one)}
                  {`signature ${one.signature.toString('base64')}`}
                </pre>
              ))}
            </>
          ) : null}
        </>
      ) : (
        <EmptyState title={t.audit_none} />
      )}
      <h2>{t.audit_check}</h2>
      <p>{t.audit_check_hint}</p>
      <pre class="prose">{checkByHand}</pre>
      <p>{t.audit_check_good}</p>
      <p>
        <a class="lone" href="/api/v1/audit/heads">
          {t.audit_data}
        </a>
      </p>
    </Page>
  )
}
