import type { Stage } from '../report/lifecycle.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import { findInWordsOf, findPersonalData } from '../secrecy/personal-data/find-personal-data.ts'
import { type KnownNumbers, withNumbers } from '../secrecy/strange-numbers.ts'
import { Facts, MarkedText, Moment, Pictures, StatusBadge } from '../ui/components/index.ts'
import { areaName } from './area-names.ts'
import type { Kind } from '../intake/intake.ts'
import type { Duty } from './duty.ts'
import type { Forwarding } from './forwarding.ts'
import { fullOfficeName } from './office-name.ts'
import type { OpenReport } from './open-report.ts'
import { picturesOf } from './report-pictures.ts'
import { lineOf } from './report-thread.tsx'

/** What of a report is shown: the words as they would stand, and whatever else is not as its row says. */
export type Shown = Pick<Forwarding, 'title' | 'text' | 'place'> &
  Partial<Pick<Forwarding, 'kind' | 'categoryId' | 'areaCode'>> & { agencyId: string | null }

type PublicViewProps = { duty: Duty; open: OpenReport; known: KnownNumbers; stage: Stage; shown: Shown }

/** The columns that casework.publish copies, and no other; what may point at somebody is marked. */
export function PublicView({ duty, open, known, stage, shown }: PublicViewProps) {
  const { t, locale, zone, setting } = duty
  const { report } = open
  const { directory } = setting
  const category = directory.category(shown.categoryId ?? report.category_id ?? '')
  const area = shown.areaCode ?? report.area_code
  const point = report.public_lat !== null || report.point !== null
  const rows = [
    [t.common_tracking_id, <span class="code">{groupTrackingId(report.tracking_id)}</span>],
    [t.desk_agency, shown.agencyId && fullOfficeName(directory, shown.agencyId)],
    [t.desk_kind, t[`report_kind_${shown.kind ?? (report.kind as Kind)}`]],
    [t.desk_category, category && (locale === 'id' ? category.nameId : category.nameEn)],
    [t.desk_area, area && areaName(directory, area)],
    [t.desk_place, !report.anonymous && shown.place && <Marked text={shown.place} known={known} />],
    [t.desk_point, point && (report.anonymous || report.confidential ? t.desk_point_as_area : t.desk_point_as_given)],
    [t.desk_reporter, (!report.anonymous && report.shown_name) || t.desk_preview_no_name],
    [t.desk_filed, <Moment locale={locale} at={report.filed_at} zone={zone} />],
  ] as const
  const pictures = publicPictures(open, locale)
  const lines = open.events.filter(
    ({ audience, move }) => (audience === 'public' || audience === 'line') && move !== 'submit',
  )
  return (
    <article class={report.confidential ? 'card' : 'card public-view'}>
      <StatusBadge locale={locale} stage={stage} />
      <h2>
        <Marked text={shown.title} known={known} />
      </h2>
      <div class="prose">
        <Marked text={shown.text} known={known} />
      </div>
      {pictures.length > 0 ? <Pictures pictures={pictures} words={t.common_photo} /> : null}
      <Facts facts={rows.map(([name, value]) => (value ? { name, value } : null))} />
      {lines.length > 0 ? (
        <ul class="hint">
          {lines.map((event) => (
            <li>
              {lineOf(duty, { ...event, actorName: null })}
              {event.audience === 'public' && event.shown ? (
                <>
                  :{' '}
                  <MarkedText
                    text={event.shown}
                    marks={withNumbers(event.shown, known, findInWordsOf(event.role, event.shown))}
                  />
                </>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  )
}

export function Marked({ text, known }: { text: string; known: KnownNumbers }) {
  return <MarkedText text={text} marks={withNumbers(text, known, findPersonalData(text))} />
}

/** Those that came with something the public reads, as its page shows them: what is said to offices stands outside. */
export function publicPictures(open: OpenReport, locale: Duty['locale']) {
  const seen = open.events.filter(({ audience }) => audience === 'public')
  return seen.flatMap(({ seq }) => picturesOf(open, seq, locale)).map((picture) => ({ ...picture, caution: undefined }))
}
