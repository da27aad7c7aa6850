import { groupTrackingId } from '../report/tracking-id.ts'
import { grounds } from '../secrecy/break-glass.ts'
import type { Request } from '../secrecy/ledger.ts'
import { Button, Card, EmptyState, ErrorSummary, Notice, RadioCards, Select, TextArea } from '../ui/components/index.ts'
import { link } from '../ui/locale.ts'
import type { FormErrors, Values } from './action.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'
import type { OpenReport } from './open-report.ts'
import { OpeningCard } from './opening-card.tsx'

/** /kelola/pembukaan: what waits for this person's decision, and what stands open for them. */
export function WaitingPage({ duty, requests }: { duty: Duty; requests: readonly Request[] }) {
  const { t, person } = duty
  const mine = requests.filter((request) => request.askedBy === person.accountId)
  const others = requests.filter((request) => !mine.includes(request))
  return (
    <DeskPage duty={duty} title={t.desk_page_pembukaan} current="pembukaan">
      <div class="desk-column">
        <h1>{t.desk_page_pembukaan}</h1>
        <h2>{t.opening_list}</h2>
        {others.length === 0 ? <EmptyState title={t.opening_list_empty} /> : null}
        {others.map((request) => (
          <OpeningCard duty={duty} request={request} named />
        ))}
        {mine.length > 0 ? <h2>{t.opening_mine}</h2> : null}
        {mine.map((request) => (
          <OpeningCard duty={duty} request={request} named />
        ))}
      </div>
    </DeskPage>
  )
}

export type OpeningsPageProps = {
  duty: Duty
  open: OpenReport
  requests: readonly Request[]
  values?: Values
  errors?: FormErrors
  done?: string
  refused?: string
}

/** /kelola/laporan/{id}/pembukaan: every opening that was asked for, and the form that asks for one. */
export function OpeningsPage(props: OpeningsPageProps) {
  const { duty, open, requests, errors = {}, done, refused } = props
  const { t, locale } = duty
  const id = open.report.tracking_id
  return (
    <DeskPage duty={duty} title={t.opening_heading(groupTrackingId(id))} done={done}>
      <div class="desk-column">
        <ErrorSummary locale={locale} errors={errors} />
        {refused ? (
          <Notice tone="warning" announce>
            <p>{refused}</p>
          </Notice>
        ) : null}
        <p>
          <a class="lone" href={link(locale, `/kelola/laporan/${id}`)}>
            {t.opening_back}
          </a>
        </p>
        <h1>{t.opening_heading(groupTrackingId(id))}</h1>
        {requests.map((request) => (
          <OpeningCard duty={duty} request={request} />
        ))}
        <AskForm {...props} />
      </div>
    </DeskPage>
  )
}

function AskForm({ duty, open, values = {}, errors = {} }: OpeningsPageProps) {
  const { t, locale } = duty
  const { report, words } = open
  const offered = [
    ...(words ? [] : (['text'] as const)),
    ...(report.without_identity ? [] : (['identity'] as const)),
  ].map((what) => ({ value: what, title: t[`opening_what_${what}`] }))
  return (
    <Card title={t.opening_link}>
      {words ? <p class="hint">{t.opening_nothing_text}</p> : null}
      {report.without_identity ? <p class="hint">{t.opening_nothing_identity}</p> : null}
      {offered.length > 0 ? (
        <form method="post" action={link(locale, `/kelola/laporan/${report.tracking_id}/pembukaan`)} novalidate>
          <p>{t.opening_intro}</p>
          <RadioCards
            name="what"
            legend={t.opening_error_what}
            choices={offered}
            value={values.what ?? (offered.length === 1 ? offered[0]?.value : undefined)}
            error={errors.what}
            required
          />
          <Select
            name="ground"
            label={t.opening_ground}
            options={grounds.map((ground) => ({ value: ground, label: t[`opening_ground_${ground}`] }))}
            value={values.ground}
            blank={t.common_choose}
            error={errors.ground}
            required
          />
          <TextArea
            name="reason"
            label={t.opening_reason}
            hint={t.opening_reason_hint}
            value={values.reason}
            error={errors.reason}
            rows={3}
            maxlength={2_000}
            required
          />
          <Button>{t.opening_send}</Button>
        </form>
      ) : null}
    </Card>
  )
}
