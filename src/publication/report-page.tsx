import { calendarAge } from '../agencies/calendar-age.ts'
import { currentClock } from '../report/clocks/advance.ts'
import type { Clock } from '../report/clocks/clocks.ts'
import { explainDeadline } from '../report/clocks/explain.ts'
import { ribbonModel } from '../report/clocks/ribbon-model.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import { Actions, Breadcrumb, LinkButton, Notice, StatusBadge, Thread } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import type { SignedIn } from '../ui/frame-parts.tsx'
import { link, type Locale } from '../ui/locale.ts'
import { Ribbon } from '../ui/ribbon/ribbon.tsx'
import type { Manner } from '../ui/status.ts'
import { sentence } from '../ui/sentence.ts'
import { wordsIn } from '../ui/words/index.ts'
import { isOverdue } from './deadlines.ts'
import { titleOf } from './list-rows.ts'
import type { PublicRow, Reading } from './public-report.ts'
import { ReportFacts } from './report-facts.tsx'
import { reportThread } from './report-thread.ts'
import { turnOf } from './report-turn.ts'

type Props = { row: PublicRow; reading: Reading; baseUrl: string; signedIn?: SignedIn | null }

/** One public report: where it stands, whose turn it is, until when and why; then its words and its thread. */
export function ReportPage({ row, reading, baseUrl, signedIn }: Props) {
  const { locale, calendar, now, directory } = reading
  const t = wordsIn(locale)
  const agency = row.agency_id ? directory.agency(row.agency_id) : undefined
  const title = titleOf(row, locale)
  return (
    <Page
      locale={locale}
      path={`/laporan/${row.tracking_id}`}
      title={title}
      description={summaryOf(row)}
      current="reports"
      baseUrl={baseUrl}
      signedIn={signedIn}
      indexed={row.stage !== 'withdrawn'}
    >
      <Breadcrumb locale={locale} links={[{ href: link(locale, '/laporan'), words: t.public_list_heading }]} />
      <article>
        <StatusBadge
          locale={locale}
          stage={row.stage}
          manner={row.manner as Manner | null}
          overdue={isOverdue(row, calendar, now)}
          escalated={row.thread.some((event) => event.move === 'escalate')}
          large
        />
        <h1>{title}</h1>
        {row.stage === 'withdrawn' ? <p>{t.public_withdrawn}</p> : <Alive row={row} reading={reading} />}
        {row.stage === 'withdrawn' ? null : (
          <Thread locale={locale} entries={reportThread(row, reading)} zone={agency?.zone ?? 'Asia/Jakarta'} />
        )}
        <ReportFacts row={row} reading={reading} />
      </article>
      <Actions>
        <LinkButton href={link(locale, `/lacak?milik=${row.tracking_id}`)}>{t.public_report_mine}</LinkButton>
        {row.stage === 'withdrawn' ? null : <span class="hint">{t.public_report_mine_hint}</span>}
      </Actions>
    </Page>
  )
}

/** Age, ribbon, deadline: everything above the words. */
function Alive({ row, reading }: { row: PublicRow; reading: Reading }) {
  const { locale, calendar, now, directory } = reading
  const agency = row.agency_id ? directory.agency(row.agency_id)?.name : undefined
  const events = row.thread.map((event) => ({ move: event.move, at: new Date(event.at) }))
  const model = ribbonModel({ clocks: row.clocks, stage: row.stage, events, calendar, now, locale })
  const clock = currentClock(row.clocks, row.stage)
  return (
    <>
      <p class="meta-line">{[agency, ageLine(row, reading)].filter(Boolean).join(' · ')}</p>
      <MergedNotice row={row} reading={reading} />
      <Ribbon locale={locale} model={model} owners={agency ? { answer: agency } : {}} turn={turnOf(row, reading)} />
      <DeadlineLines row={row} clock={clock} reading={reading} />
    </>
  )
}

function DeadlineLines({ row, clock, reading }: { row: PublicRow; clock: Clock | null; reading: Reading }) {
  const { locale, calendar } = reading
  const waiting = row.clocks.filter((each) => each.state === 'paused' && row.stage === 'on_hold')
  const running = clock && clock.kind !== 'reopen' ? [clock] : []
  const moved = movedReason(row.due_moved, locale)
  const lines = [...waiting, ...running].map((each) => sentence(explainDeadline(each, calendar, locale)))
  if (moved) lines.push(moved)
  return lines.length === 0 ? null : (
    <div class="deadline">
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </div>
  )
}

function MergedNotice({ row, reading }: { row: PublicRow; reading: Reading }) {
  const t = wordsIn(reading.locale)
  if (row.stage !== 'merged') return null
  if (!row.merged_into) return <Notice>{t.public_merged_away}</Notice>
  return (
    <Notice>
      <p>
        {t.report_merged_with}{' '}
        <a href={link(reading.locale, `/laporan/${row.merged_into}`)}>{groupTrackingId(row.merged_into)}</a>
        {t.report_merged_clock}
      </p>
    </Notice>
  )
}

function ageLine(row: PublicRow, { locale, now, directory }: Reading): string {
  const t = wordsIn(locale)
  const days = calendarAge(row, row.closed_at ?? now, directory)
  if (row.closed_at) return t.public_age_closed(t.time_calendar_days(days))
  return days === 0 ? t.public_age_first_day : t.public_age(t.time_calendar_days(days))
}

/** Why the deadline moved last, as the sweep wrote it after a change of the calendar, in both languages. */
function movedReason(moved: unknown, locale: Locale): string | undefined {
  const { reason, reasonEn } = (moved ?? {}) as { reason?: string; reasonEn?: string }
  return locale === 'en' ? reasonEn : reason
}

/** For previews: the first words of the report, public as they are. */
function summaryOf(row: PublicRow): string | undefined {
  const text = row.text?.replace(/\s+/g, ' ').trim()
  if (!text) return undefined
  return text.length > 180
    ? `${text
        .slice(0, 180)
        .replace(/\s+\S*$/, '')
        .toWellFormed()}…`
    : text
}
