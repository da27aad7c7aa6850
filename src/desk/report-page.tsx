import type { Child } from 'hono/jsx'
import { ErrorSummary, Notice, SecrecyBadges, StatusBadge } from '../ui/components/index.ts'
import { Desk } from '../ui/console-frame.tsx'
import { groupTrackingId } from '../report/tracking-id.ts'
import type { Manner } from '../ui/status.ts'
import { ActionsPanel, type ActionsPanelProps } from './actions-panel.tsx'
import { Conflict } from './conflict.tsx'
import { DeskPage } from './desk-page.tsx'
import { KeyHints } from './key-hints.tsx'
import type { DeskList } from './list-reports.ts'
import type { ContactKind } from './masked-contact.ts'
import type { OpenEvent } from './open-report.ts'
import { OpeningNotice } from './opening-notice.tsx'
import { ReportFacts } from './report-facts.tsx'
import { ReportList } from './report-list.tsx'
import { ReportRibbon } from './report-ribbon.tsx'
import { ReportThread } from './report-thread.tsx'
import { ReportWords } from './report-words.tsx'

export type ReportPageProps = ActionsPanelProps & {
  /** The shelf on which one's work lies, beside the report; null for those who have none. */
  list: DeskList | null
  /** Which contact details there are, for whoever may know that. */
  contact: readonly ContactKind[]
  done?: string
  /** Why the step that was tried was refused, in a sentence. */
  refused?: string
  /** What somebody else did since the report was read. */
  since?: readonly OpenEvent[]
}

/** One report at the desk: the list at the left, the report, and what may be done with it now. */
export function ReportPage(props: ReportPageProps) {
  const { duty, open, list, attempt } = props
  const { locale, t } = duty
  const { report, words } = open
  const title = words?.title ?? t.desk_confidential_title
  const errors = Object.entries(attempt?.errors ?? {}).map(([name, reason]) => [`${attempt?.noun}-${name}`, reason])
  return (
    <DeskPage duty={duty} title={`${groupTrackingId(report.tracking_id)} ${title}`} done={props.done}>
      <DeskBody duty={duty} list={list} current={report.tracking_id}>
        <article class="desk-open">
          <div class="desk-open-main">
            <ErrorSummary locale={locale} errors={Object.fromEntries(errors)} />
            {props.refused ? (
              <Notice tone="warning" title={t.common_refused_heading} announce>
                <p>{props.refused}</p>
              </Notice>
            ) : null}
            {props.since ? <Conflict duty={duty} since={props.since} /> : null}
            <p class="desk-badges">
              <StatusBadge
                locale={locale}
                stage={report.stage}
                manner={report.manner as Manner | null}
                escalated={report.ombudsman_at !== null}
                large
              />
              <SecrecyBadges
                locale={locale}
                anonymous={report.anonymous}
                confidential={report.confidential}
                withoutIdentity={report.without_identity}
              />
            </p>
            <h1>{title}</h1>
            <OpeningNotice duty={duty} open={open} />
            <ReportRibbon duty={duty} open={open} />
            <ReportWords duty={duty} open={open} />
            <ReportFacts duty={duty} open={open} contact={props.contact} />
            <ReportThread duty={duty} open={open} />
          </div>
          <ActionsPanel {...props} />
        </article>
      </DeskBody>
    </DeskPage>
  )
}

type DeskBodyProps = { duty: ReportPageProps['duty']; list: DeskList | null; current: string; children: Child }

function DeskBody({ duty, list, current, children }: DeskBodyProps) {
  const { t } = duty
  if (!list) return <>{children}</>
  return (
    <Desk
      label={t.desk_list}
      list={
        <>
          <ReportList duty={duty} list={{ ...list, next: undefined }} current={current} empty={t.desk_empty} />
          <KeyHints t={t} />
        </>
      }
    >
      {children}
    </Desk>
  )
}
