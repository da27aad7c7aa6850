import type { Area, Directory } from '../agencies/directory.ts'
import { Facts, Moment, TrackingIdText } from '../ui/components/index.ts'
import { link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { listPath } from './list-filters.ts'
import type { PublicRow, Reading } from './public-report.ts'

/** What is known about a report besides its words; offices, categories and areas lead to their own lists. */
export function ReportFacts({ row, reading }: { row: PublicRow; reading: Reading }) {
  const { locale, directory } = reading
  const t = wordsIn(locale)
  const agency = row.agency_id ? directory.agency(row.agency_id) : undefined
  const category = row.category_id ? directory.category(row.category_id) : undefined
  const area = row.area_code ? directory.area(row.area_code) : undefined
  const channel = row.channel as 'web' | null
  const to = (path: string, words: string) => <a href={link(locale, path)}>{words}</a>
  const gone = row.stage === 'withdrawn'
  return (
    <section>
      <h2>{t.public_facts_heading}</h2>
      <Facts
        facts={[
          { name: t.common_tracking_id, value: <TrackingIdText id={row.tracking_id} /> },
          !gone && {
            name: t.public_filed,
            value: <Moment locale={locale} at={row.filed_at} zone={agency?.zone ?? 'Asia/Jakarta'} />,
          },
          row.kind !== null && { name: t.public_kind, value: t[`report_kind_${row.kind as 'complaint'}`] },
          agency && { name: t.public_agency, value: to(`/instansi/${agency.id}`, agency.name) },
          category && {
            name: t.public_category,
            value: to(listPath({ category: category.id }), locale === 'en' ? category.nameEn : category.nameId),
          },
          area && { name: t.public_area, value: to(listPath({ area: area.code }), areaPath(area, directory)) },
          row.place !== null && { name: t.public_place, value: row.place },
          row.lat !== null && row.lon !== null && { name: t.public_location, value: `${row.lat}, ${row.lon}` },
          channel && { name: t.public_channel, value: t[`report_channel_${channel}`] },
          row.archive_reason !== null && { name: t.public_archived_because, value: archiveWord(row, reading) },
          row.rating !== null && { name: t.public_rating, value: t.public_rating_of(row.rating) },
          row.reopened > 0 && { name: t.public_reopened, value: t.public_times(row.reopened) },
        ]}
      />
    </section>
  )
}

/** A district is named with its regency: 'Kecamatan Oebobo, Kota Kupang'. */
function areaPath(area: Area, directory: Directory): string {
  const above = area.code.length > 5 && area.parentCode ? directory.area(area.parentCode) : undefined
  return above ? `${area.name}, ${above.name}` : area.name
}

/** The reason code in words; one that is not known here is shown as it is. */
function archiveWord(row: PublicRow, { locale }: Reading): string {
  const words: Readonly<Record<string, unknown>> = wordsIn(locale)
  const word = words[`public_archive_${row.archive_reason}`]
  return typeof word === 'string' ? word : (row.archive_reason ?? '')
}
