import type { Directory } from '../agencies/directory.ts'
import { owingOffice } from '../agencies/setting.ts'
import { checkerOf } from '../intake/checker.ts'
import { currentClock } from '../report/clocks/advance.ts'
import { explainDeadline } from '../report/clocks/explain.ts'
import { ribbonModel } from '../report/clocks/ribbon-model.ts'
import type { Rules } from '../report/rules.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import {
  Breadcrumb,
  Card,
  ErrorSummary,
  Facts,
  Notice,
  Pictures,
  SecrecyBadges,
  StatusBadge,
  Thread,
  TrackingId,
} from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import type { SignedIn } from '../ui/frame-parts.tsx'
import { type Locale, link } from '../ui/locale.ts'
import { Ribbon } from '../ui/ribbon/ribbon.tsx'
import { sentence } from '../ui/sentence.ts'
import { wordsIn } from '../ui/words/index.ts'
import { LedgerLink } from './ledger-page.tsx'
import { MyActions } from './my-actions.tsx'
import { myThread, picturesOf } from './my-thread.ts'
import type { MyReport } from './read-my-report.ts'
import type { FormErrors } from './actions.ts'
import type { Values } from './presses.ts'

export type MyReportPageProps = {
  locale: Locale
  mine: MyReport
  directory: Directory
  rules: Rules
  now: Date
  /** Sent along with every form when a key opened this page; absent for a signed-in reporter. */
  reportKey?: string
  signedIn?: SignedIn | null
  notice?: { tone: 'good' | 'warning'; words: string }
  errors?: FormErrors
  values?: Values
}

/** The reporter's own view: everything about their report, and every step that is theirs to take. Never cached, never indexed. */
export function MyReportPage(props: MyReportPageProps) {
  const { locale, mine, directory, rules, now, notice, signedIn, errors = {} } = props
  const { report, content, events } = mine
  const t = wordsIn(locale)
  const clock = currentClock(report.clocks, report.stage)
  const agency = report.agency_id ? directory.agency(report.agency_id)?.name : undefined
  const isPlaceEdited = content.shown_place !== null && content.shown_place !== (report.place ?? '')
  const isPublic = report.published_at !== null && !report.confidential
  const model = ribbonModel({
    clocks: report.clocks,
    calendar: rules.calendar,
    now,
    events,
    stage: report.stage,
    locale,
  })
  const overdue =
    clock?.overdueAt !== undefined || (clock?.kind === 'answer' && report.due_at !== null && report.due_at <= now)
  return (
    <Page
      locale={locale}
      title={t.mine_title}
      path={signedIn ? `/laporan/${report.tracking_id}/saya` : '/lacak'}
      current={signedIn ? 'account' : undefined}
      signedIn={signedIn}
      indexed={false}
      islands={['copy-text']}
    >
      {signedIn ? (
        <Breadcrumb locale={locale} links={[{ href: link(locale, '/akun'), words: t.account_mine }]} />
      ) : null}
      <ErrorSummary locale={locale} errors={errors} />
      {notice ? (
        <Notice tone={notice.tone} announce>
          {notice.words}
        </Notice>
      ) : null}
      <header>
        <StatusBadge
          locale={locale}
          stage={report.stage}
          manner={report.manner === 'silent' ? 'silent' : report.manner ? 'confirmed' : null}
          overdue={overdue}
          escalated={report.ombudsman_at !== null}
          large
        />
        <h1>{content.title}</h1>
        <SecrecyBadges
          locale={locale}
          anonymous={report.anonymous}
          confidential={report.confidential}
          withoutIdentity={report.without_identity}
        />
      </header>
      <p class="hint">{t.mine_private}</p>
      <TrackingId locale={locale} id={report.tracking_id} />
      <LedgerLink locale={locale} trackingId={report.tracking_id} reportKey={props.reportKey} />
      <MergedLine locale={locale} parent={mine.parent} />
      <Ribbon
        locale={locale}
        model={model}
        owners={{ verify: checkerOf(locale, directory, report), ...(agency ? { answer: agency } : {}) }}
      />
      {clock ? <p>{sentence(explainDeadline(clock, rules.calendar, locale))}</p> : null}
      <MyActions {...props} office={owingOffice(directory, report)} />
      <h2>{t.mine_story}</h2>
      <Card title={t.mine_your_words} level={3}>
        <div class="prose">{content.original_text}</div>
        {picturesOf(mine, 1).length > 0 ? <Pictures words={t.common_photo} pictures={picturesOf(mine, 1)} /> : null}
        <Facts facts={[report.place ? { name: t.mine_place, value: report.place } : null]} />
      </Card>
      {content.text !== content.original_text || isPlaceEdited ? (
        <Card title={t.mine_edited} level={3}>
          <div class="prose">{content.text}</div>
          <Facts facts={[isPlaceEdited ? { name: t.mine_place, value: content.shown_place || '–' } : null]} />
        </Card>
      ) : null}
      <Thread locale={locale} entries={myThread(mine, directory, locale)} zone={owingOffice(directory, report).zone} />
      <p>
        {isPublic ? (
          <a class="lone" href={link(locale, `/laporan/${report.tracking_id}`)}>
            {t.mine_public_link}
          </a>
        ) : (
          t.mine_hidden_from_public
        )}
      </p>
    </Page>
  )
}

/** Whose deadline it is now, with a way there where there is one. */
function MergedLine({ locale, parent }: { locale: Locale; parent: MyReport['parent'] }) {
  if (!parent) return null
  const t = wordsIn(locale)
  const id = groupTrackingId(parent.id)
  return (
    <Notice>
      <p>
        {t.report_merged_with} {parent.isPublic ? <a href={link(locale, `/laporan/${parent.id}`)}>{id}</a> : id}
        {t.report_merged_clock}
      </p>
    </Notice>
  )
}
