import type { Child } from 'hono/jsx'
import { calendarAge } from '../agencies/calendar-age.ts'
import { can } from '../secrecy/can.ts'
import { secrecyFacts } from '../secrecy/facts.ts'
import { readsOriginal } from '../secrecy/reads-original.ts'
import { readFlags } from '../report/flags.ts'
import { oldStatusWords } from '../report/old-status.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import { Facts, Moment } from '../ui/components/index.ts'
import { ageText } from '../ui/format.ts'
import { link } from '../ui/locale.ts'
import { areaName } from './area-names.ts'
import type { Duty } from './duty.ts'
import type { ContactKind } from './masked-contact.ts'
import { fullOfficeName } from './office-name.ts'
import type { OpenReport } from './open-report.ts'
import { ReportLink } from './report-link.tsx'

type Channel = 'web' | 'sms' | 'x' | 'app' | 'email' | 'chat' | 'api' | 'walk_in' | 'import'
type Kind = 'complaint' | 'aspiration' | 'information_request'

type Props = { duty: Duty; open: OpenReport; contact?: readonly ContactKind[] }

/**
 * What is known about it besides its words; whoever may not read those is told no topic, no place and no office that was named, like
 * in the API. Of contact details at most that they are there: messages are relayed.
 */
export function ReportFacts({ duty, open, contact = [] }: Props) {
  const { t, locale, zone, setting } = duty
  const { report } = open
  const { directory } = setting
  const office = (id: string | null) => (id ? fullOfficeName(directory, id) : null)
  const age = calendarAge(report, setting.now, directory)
  const rows: [string, Child | null | undefined | false][] = [
    [t.common_tracking_id, <span class="code">{groupTrackingId(report.tracking_id)}</span>],
    [t.desk_kind, t[`report_kind_${report.kind as Kind}`]],
    [t.desk_filed, <Filed {...{ locale, zone }} at={report.filed_at} age={ageText(locale, age)} />],
    [t.desk_channel, t[`report_channel_${report.channel as Channel}`]],
    [t.desk_reporter, reporterWords(duty, open)],
    [t.desk_contact, contact.length > 0 && <MaskedContact duty={duty} open={open} contact={contact} />],
    [t.desk_named_agency, open.words && (office(report.own_door_id) ?? report.named_agency)],
    [t.desk_accused, open.accused.length > 0 && <AccusedFact duty={duty} open={open} />],
    [t.desk_agency, office(report.agency_id)],
    [t.desk_unit, [office(report.unit_id), open.officerName].filter(Boolean).join(' · ')],
    [t.desk_category, open.words && topicWords(duty, open)],
    [t.desk_area, open.words && report.area_code && areaName(directory, report.area_code)],
    [t.desk_place, open.words && seesPlace(duty, open) && placeWords(duty, open)],
    [t.desk_point, pointWords(duty, open)],
    [t.desk_flags, open.words && flagWords(duty, open)],
    [t.desk_imported, open.words && importedWords(duty, open)],
    [t.desk_returned, report.bounces > 0 && t.desk_bounces(report.bounces)],
    [t.desk_returned_by, open.words && report.returned_by.map(office).join('; ')],
    [t.desk_reopened_fact, report.reopened > 0 && t.desk_reopened(report.reopened)],
    [t.desk_merged_into, open.mergedInto && <ReportLink duty={duty} id={open.mergedInto} />],
    [t.desk_merged_here, open.children.length > 0 && open.children.map((id) => <ReportLink duty={duty} id={id} />)],
    [t.desk_public_page, isPublic(open) && <PublicLink duty={duty} id={report.tracking_id} />],
  ]
  return <Facts facts={rows.map(([name, value]) => (value ? { name, value } : null))} />
}

function topicWords({ locale, setting }: Duty, { report }: OpenReport): string | null {
  const category = setting.directory.category(report.category_id ?? '')
  if (!category) return report.named_category
  return locale === 'id' ? category.nameId : category.nameEn
}

/** Whom it names, and for the desk the way to settle who that is. */
function AccusedFact({ duty, open }: { duty: Duty; open: OpenReport }) {
  const { actor, locale, t, setting } = duty
  const { report, accused } = open
  const settles = can(actor, 'resolve_accused', 'accused', secrecyFacts(report), setting.now)
  return (
    <>
      {accused.join('; ')}
      {report.accused_unresolved ? ` (${t.accused_unsettled})` : null}
      {settles ? (
        <>
          {' · '}
          <a href={link(locale, `/kelola/laporan/${report.tracking_id}/terlapor`)}>{t.accused_link}</a>
        </>
      ) : null}
    </>
  )
}

/** That there is a way to reach whoever filed it, and how to have it opened. */
function MaskedContact({ duty, open, contact }: Required<Props>) {
  const { locale, t } = duty
  const kinds = new Intl.ListFormat(locale).format(contact.map((kind) => t[`desk_contact_${kind}`]))
  return (
    <>
      {t.desk_contact_sealed(kinds)}
      {' · '}
      <a href={link(locale, `/kelola/laporan/${open.report.tracking_id}/pembukaan`)}>{t.opening_link}</a>
    </>
  )
}

function Filed({ locale, at, zone, age }: { locale: Duty['locale']; at: Date; zone: Duty['zone']; age: string }) {
  return (
    <>
      <Moment locale={locale} at={at} zone={zone} /> ({age})
    </>
  )
}

function PublicLink({ duty, id }: { duty: Duty; id: string }) {
  return <a href={link(duty.locale, `/laporan/${id}`)}>{duty.t.desk_public_page_link}</a>
}

/** A longer one was made by us from a row that had none. */
const longestId = 24

/** What the system said that it was brought in from: its number there, how it stood, its rating. */
function importedWords({ t }: Duty, { report, events }: OpenReport): string {
  if (!report.import_layout) return ''
  const { status, oldStatus, oldRating } = events[0]?.data ?? {}
  return [
    report.import_id && report.import_id.length <= longestId && t.desk_imported_id(report.import_id),
    oldStatus ? oldStatusWords(oldStatus) : status,
    oldRating && t.desk_imported_rating(oldRating),
  ]
    .filter(Boolean)
    .join(' · ')
}

function flagWords({ t }: Duty, { report }: OpenReport): string {
  return readFlags(report.flags)
    .map((flag) => t[`desk_flag_${flag}`])
    .join('; ')
}

function isPublic({ report }: OpenReport): boolean {
  return report.published_at !== null && !report.confidential
}

/** Whoever may not see a name is not told either whether there is one. */
function reporterWords({ actor, setting, t }: Duty, { report, words, openings }: OpenReport): string {
  if (report.without_identity) return t.desk_reporter_without_identity
  if (report.anonymous) return t.desk_reporter_anonymous
  const seesName = can(actor, 'see', 'name', secrecyFacts(report, openings), setting.now)
  if (words && seesName) return words.reporterName || t.desk_reporter_nameless
  return report.confidential ? t.desk_reporter_confidential : t.desk_reporter_unseen
}

/** A place in words may say as much as the point. */
function seesPlace({ actor, setting }: Duty, { report, openings }: OpenReport): boolean {
  return can(actor, 'see', 'exact_point', secrecyFacts(report, openings), setting.now)
}

/** As the reporter wrote it, with what the public reads where that is another; an office of a hidden report reads the edited one alone. */
function placeWords({ actor, setting, t }: Duty, { report, words, openings }: OpenReport): string | null {
  const edited = words?.shownPlace ?? null
  if (edited === null || edited === report.place) return report.place
  const original = readsOriginal(actor, report, openings, setting.now)
  return original ? `${report.place ?? '–'} (${t.desk_place_edited(edited)})` : edited
}

/** Exact only for those who may know it exactly. Degrees, five decimals: about a metre. */
function pointWords(duty: Duty, open: OpenReport): string | null {
  const { report } = open
  const { t } = duty
  const exact = seesPlace(duty, open)
  const [lat, lon] = exact ? [report.lat, report.lon] : [report.public_lat, report.public_lon]
  if (lat === null || lon === null || (!exact && !isPublic(open))) return null
  const words = `${lat.toFixed(5)}, ${lon.toFixed(5)}`
  return exact ? words : t.desk_point_blurred(words)
}
