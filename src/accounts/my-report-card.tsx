import { nationalDesk } from '../report/clocks/clocks.ts'
import { Moment, ReportCard, SecrecyBadges, TrackingIdText } from '../ui/components/index.ts'
import { DayText } from '../ui/components/moment.tsx'
import { type Locale, link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { MyReport } from './my-reports.ts'

/** One's own report in the list: what anyone sees of it, and which switches are set; it leads to the reporter’s own view. */
export function MyReportCard({ locale, report }: { locale: Locale; report: MyReport }) {
  const t = wordsIn(locale)
  return (
    <ReportCard
      locale={locale}
      href={link(locale, `/laporan/${report.tracking_id}/saya`)}
      title={report.title}
      stage={report.stage}
      manner={report.manner}
      overdue={report.overdue}
      facts={[
        <TrackingIdText id={report.tracking_id} />,
        report.agency,
        <>
          {t.account_filed} <Moment locale={locale} at={report.filed_at} zone={nationalDesk.zone} brief />
        </>,
        report.due_day ? (
          <>
            {t.account_due} <DayText locale={locale} day={report.due_day} brief />
          </>
        ) : null,
        report.anonymous || report.confidential ? (
          <SecrecyBadges locale={locale} anonymous={report.anonymous} confidential={report.confidential} />
        ) : null,
      ]}
    />
  )
}
