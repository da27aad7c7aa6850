import { EmptyState, Gauge, Pagination, SecrecyBadges, StatusBadge } from '../ui/components/index.ts'
import { DeskItem } from '../ui/console-frame.tsx'
import { currentClock } from '../report/clocks/advance.ts'
import { calendarAge } from '../agencies/calendar-age.ts'
import type { Flag } from '../report/flags.ts'
import { progressOf } from '../report/clocks/due.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import { ageText } from '../ui/format.ts'
import { link } from '../ui/locale.ts'
import type { Manner } from '../ui/status.ts'
import type { Duty } from './duty.ts'
import type { DeskList, DeskRow } from './list-reports.ts'
import { officeName } from './office-name.ts'

export type ReportListProps = {
  duty: Duty
  list: DeskList
  /** The report that is open beside the list. */
  current?: string
  /** Addresses of the first page (when this is not it) and of the next. */
  first?: string
  next?: string
  empty: string
}

/** Reports of a shelf, one link each, with the gauge of the clock that runs. */
export function ReportList({ duty, list, current, first, next, empty }: ReportListProps) {
  if (list.rows.length === 0 && !first) return <EmptyState title={empty} />
  return (
    <>
      <ol class="desk-items">
        {list.rows.map((row) => (
          <li>
            <ListItem duty={duty} row={row} current={row.tracking_id === current} />
          </li>
        ))}
      </ol>
      <Pagination locale={duty.locale} first={first} next={next} />
    </>
  )
}

function ListItem({ duty, row, current }: { duty: Duty; row: DeskRow; current: boolean }) {
  const { locale, t } = duty
  const clock = currentClock(row.clocks, row.stage)
  const progress =
    clock && clock.kind !== 'reopen' ? progressOf(clock, duty.setting.rules.calendar, duty.setting.now) : null
  return (
    <DeskItem
      href={link(locale, `/kelola/laporan/${row.tracking_id}`)}
      title={row.title ?? t.desk_confidential_title}
      current={current}
      facts={factsOf(duty, row)}
    >
      {progress ? <Gauge locale={locale} progress={progress} /> : null}
      {row.stage === 'received' ? null : (
        <StatusBadge
          locale={locale}
          stage={row.stage}
          manner={row.manner as Manner | null}
          escalated={row.ombudsman_at !== null}
        />
      )}
      {row.anonymous || row.confidential ? (
        <SecrecyBadges
          locale={locale}
          anonymous={row.anonymous}
          confidential={row.confidential}
          withoutIdentity={row.without_identity}
        />
      ) : null}
    </DeskItem>
  )
}

function factsOf(duty: Duty, row: DeskRow) {
  const { t, locale, setting } = duty
  const kind: 'complaint' | 'aspiration' | 'information_request' = row.kind as 'complaint'
  const age = calendarAge(row, setting.now, setting.directory)
  return [
    <span class="code">{groupTrackingId(row.tracking_id)}</span>,
    t[`report_kind_${kind}`],
    whereItIs(duty, row),
    row.accused_unresolved ? <b>{t.desk_shelf_unsettled}</b> : null,
    waitsForALook(row) ? <b>{t.desk_list_imported_unlooked}</b> : null,
    row.bounces > 0 ? <b>{t.desk_bounces(row.bounces)}</b> : null,
    row.reopened > 0 ? <b>{t.desk_reopened(row.reopened)}</b> : null,
    ageText(locale, age),
  ]
}

/** Brought in with an answer that nobody has let out yet. */
function waitsForALook({ stage, published_at, flags }: DeskRow): boolean {
  return stage === 'received' && published_at === null && flags.includes('imported_unlooked' satisfies Flag)
}

/** Who holds it; before routing, whom the reporter named, for whoever may read that. */
function whereItIs({ setting: { directory }, t, actor }: Duty, row: DeskRow): string | null {
  if (row.agency_id) {
    if (row.unit_id) return actor.role === 'officer' ? null : officeName(directory, row.unit_id)
    return actor.role === 'coordinator' ? t.desk_not_assigned : officeName(directory, row.agency_id)
  }
  if (row.title === null) return null
  const named = row.own_door_id ? officeName(directory, row.own_door_id) : row.named_agency
  return named ? t.desk_for(named) : null
}
