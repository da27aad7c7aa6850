import {
  Actions,
  Breadcrumb,
  Button,
  Card,
  DayText,
  Details,
  Facts,
  Notice,
  TrackingId,
} from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { type Locale, link } from '../ui/locale.ts'
import { formatDay } from '../report/clocks/day-words.ts'
import { wordsIn } from '../ui/words/index.ts'
import { checkByHand } from './check-by-hand.ts'
import type { Checked } from './receipt.ts'

type Props = {
  locale: Locale
  trackingId: string
  /** Absent when no head covers the report yet. */
  proof?: { leaf: string; checked: Checked }
  /** Sent along with every form when a key opened this page. */
  reportKey?: string
}

/** The reporter's proof that their report stands in a signed head, in words and as a file. */
export function ReceiptPage({ locale, trackingId, proof, reportKey }: Props) {
  const t = wordsIn(locale)
  const back = link(locale, reportKey ? `/lacak?id=${trackingId}` : `/laporan/${trackingId}/saya`)
  return (
    <Page locale={locale} title={t.audit_receipt} path="/lacak" indexed={false}>
      <Breadcrumb locale={locale} links={[{ href: back, words: t.mine_title }]} />
      <h1>{t.audit_receipt}</h1>
      <TrackingId locale={locale} id={trackingId} />
      {proof?.checked.good ? (
        <>
          <Notice tone="good">
            {t.audit_receipt_says(proof.checked.events, formatDay(proof.checked.head.day, locale))}
          </Notice>
          <p>{t.audit_receipt_keep}</p>
          <form method="post" action={link(locale, `/laporan/${trackingId}/bukti`)}>
            {reportKey ? <input type="hidden" name="kunci" value={reportKey} /> : null}
            <Actions>
              <Button tone="main" name="unduh" value="1">
                {t.audit_receipt_download}
              </Button>
            </Actions>
          </form>
          <Card title={t.audit_receipt_seal}>
            <Facts
              facts={[
                { name: t.audit_number, value: String(proof.checked.head.number) },
                { name: t.audit_day, value: <DayText locale={locale} day={proof.checked.head.day} /> },
                { name: t.audit_root, value: <code class="prose">{proof.checked.head.root}</code> },
                { name: t.audit_receipt_leaf, value: <code class="prose">{proof.leaf}</code> },
              ]}
            />
            <p>
              <a class="lone" href={link(locale, '/audit')}>
                {t.audit_latest}
              </a>
            </p>
          </Card>
          <Details summary={t.audit_receipt_how}>
            <p>{t.audit_check_hint}</p>
            <pre class="prose">{checkByHand}</pre>
            <p>{t.audit_check_good}</p>
          </Details>
        </>
      ) : (
        <Notice>{t.audit_receipt_later}</Notice>
      )}
    </Page>
  )
}
