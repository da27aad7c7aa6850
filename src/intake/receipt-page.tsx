import { formatDue } from '../report/clocks/explain.ts'
import { currentClock } from '../report/clocks/advance.ts'
import { dueOf } from '../report/clocks/due.ts'
import { ribbonModel } from '../report/clocks/ribbon-model.ts'
import type { Rules } from '../report/rules.ts'
import { groupReportKey } from '../secrecy/report-key.ts'
import {
  Actions,
  Button,
  KeyBox,
  LinkButton,
  Notice,
  SecrecyBadges,
  Steps,
  TrackingId,
} from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { type Locale, link } from '../ui/locale.ts'
import { Ribbon } from '../ui/ribbon/ribbon.tsx'
import { wordsIn } from '../ui/words/index.ts'
import type { Receipt } from './receipt.ts'

/** `checker`: who has it first. */
export type ReceiptProps = {
  locale: Locale
  receipt: Receipt
  formKey: string
  checker: string
  rules: Rules
  now: Date
}

/** The receipt: ID and key to keep, the first deadline, and what happens next. Prints on one page. */
export function ReceiptPage({ locale, receipt, formKey, checker, rules, now }: ReceiptProps) {
  const t = wordsIn(locale)
  const { report, key } = receipt
  const events = [{ move: 'submit' as const, at: report.filed_at }]
  const model = ribbonModel({
    clocks: report.clocks,
    stage: report.stage,
    events,
    calendar: rules.calendar,
    now,
    locale,
  })
  return (
    <Page
      locale={locale}
      title={t.filing_receipt_title}
      path={`/lapor/tanda-terima/${formKey}`}
      indexed={false}
      islands={['copy-text']}
    >
      <h1>{t.filing_receipt_title}</h1>
      <p class="lead">{t.filing_receipt_thanks}</p>
      <TrackingId locale={locale} id={report.tracking_id} />
      <SecrecyBadges
        locale={locale}
        anonymous={report.anonymous}
        confidential={report.confidential}
        withoutIdentity={report.without_identity}
      />
      {key ? (
        <KeyBox locale={locale} reportKey={groupReportKey(key)}>
          {report.without_identity ? t.filing_receipt_key_only_way : t.filing_receipt_key}
        </KeyBox>
      ) : (
        <Notice>
          <p>
            {t.filing_receipt_account}{' '}
            <a href={link(locale, `/laporan/${report.tracking_id}/saya`)}>{t.filing_receipt_open}</a>
          </p>
        </Notice>
      )}
      <p>{t.filing_receipt_until}</p>
      <h2>{t.filing_receipt_next}</h2>
      <Steps steps={nextSteps(locale, receipt, checker, rules)} />
      <h2>{t.filing_receipt_deadline}</h2>
      <Ribbon locale={locale} model={model} owners={{ verify: checker }} />
      <Actions>
        {key ? <OpenWithKey locale={locale} id={report.tracking_id} reportKey={key} /> : null}
        <a href={link(locale, '/lapor')}>{t.filing_receipt_another}</a>
      </Actions>
    </Page>
  )
}

/** Opens the private view; the key goes in the posted form, never in an address. */
function OpenWithKey({ locale, id, reportKey }: { locale: Locale; id: string; reportKey: string }) {
  return (
    <form method="post" action={link(locale, '/lacak')}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="kunci" value={reportKey} />
      <Button>{wordsIn(locale).filing_receipt_open}</Button>
    </form>
  )
}

/** Three lines: who does what by when. The numbers are the policy in force. */
function nextSteps(locale: Locale, { report }: Receipt, checker: string, { policy, calendar }: Rules) {
  const t = wordsIn(locale)
  const clock = currentClock(report.clocks, report.stage)
  const due = clock?.kind === 'verify' ? formatDue(dueOf(clock, calendar), locale) : undefined
  return [
    { title: t.filing_next_verify(checker), text: due && t.filing_next_verify_text(due) },
    { title: t.filing_next_answer, text: t.filing_next_answer_text(policy.answer) },
    { title: t.filing_next_judge, text: t.filing_next_judge_text(policy.lapse) },
  ]
}

/** No receipt here, or not any more: one page for both. */
export function ReceiptGonePage({ locale }: { locale: Locale }) {
  const t = wordsIn(locale)
  return (
    <Page locale={locale} title={t.filing_receipt_gone_title} path="/lapor" indexed={false}>
      <h1>{t.filing_receipt_gone_title}</h1>
      <p class="lead">{t.filing_receipt_gone}</p>
      <Actions>
        <LinkButton href={link(locale, '/lacak')} tone="main">
          {t.filing_receipt_gone_track}
        </LinkButton>
        <a href={link(locale, '/lapor')}>{t.filing_title}</a>
      </Actions>
    </Page>
  )
}
