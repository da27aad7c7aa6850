import {
  Button,
  Facts,
  HiddenFields,
  Icon,
  MarkedText,
  Moment,
  Notice,
  Pictures,
  StatusBadge,
} from '../ui/components/index.ts'
import { dayOf } from '../report/clocks/day.ts'
import { explainDeadline } from '../report/clocks/explain.ts'
import { start } from '../report/clocks/clocks.ts'
import { officeOf } from '../agencies/directory.ts'
import { hides } from '../report/hides.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import { longMoment } from '../ui/format.ts'
import { link } from '../ui/locale.ts'
import type { Values } from './action.ts'
import { areaName } from './area-names.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'
import { fingerprint, type Forwarding } from './forwarding.ts'
import { fullOfficeName } from './office-name.ts'
import type { OpenReport } from './open-report.ts'
import { findPersonalData } from '../secrecy/personal-data/find-personal-data.ts'
import { RedactionPanel } from '../secrecy/redaction-panel.tsx'
import { piecesOf, stillOpen } from '../secrecy/redactions.ts'
import { picturesOf } from './report-pictures.ts'
import { lineOf } from './report-thread.tsx'
import { sentence } from '../ui/sentence.ts'

type PreviewProps = {
  duty: Duty
  open: OpenReport
  values: Values
  forwarding: Forwarding
  /** Until when an embargo keeps it from the public. */
  heldUntil?: Date
}

/** Exactly what the public will see, before it is published; for a confidential report: that it will see nothing. */
export function ForwardPreview({ duty, open, values, forwarding, heldUntil }: PreviewProps) {
  const { t, locale, zone } = duty
  const { report } = open
  const office = forwarding.agency
  const { step: _step, approved: _approved, ...typed } = values
  const address = link(locale, `/kelola/laporan/${report.tracking_id}/penerusan`)
  const approved = fingerprint(forwarding, report.last_seq)
  const carried = <HiddenFields values={{ ...typed, seenSeq: String(report.last_seq), approved }} />
  const { title = '', text = '', place = '' } = values
  const pieces = piecesOf(values, [title, text, place])
  const isPublic = !report.confidential && stillOpen(piecesOf(values, [title, text, report.anonymous ? '' : place])) > 0
  return (
    <DeskPage duty={duty} title={t.desk_preview}>
      <div class="desk-column">
        <h1>{report.confidential ? t.desk_preview_confidential : t.desk_preview_heading}</h1>
        {report.confidential ? (
          <Notice title={t.desk_preview_nothing}>
            <p>{t.desk_preview_nothing_text(office.name)}</p>
          </Notice>
        ) : (
          <p>{t.desk_preview_intro(office.name)}</p>
        )}
        {heldUntil && !report.confidential ? (
          <Notice tone="warning" title={t.opening_embargo_running}>
            <p>{t.opening_embargo_preview(longMoment(locale, heldUntil, zone))}</p>
          </Notice>
        ) : null}
        <PublicView {...{ duty, open, values, forwarding }} />
        {report.anonymous && forwarding.place ? (
          <p>
            {t.desk_place_office}: <Marked text={forwarding.place} />
          </p>
        ) : null}
        {hides(report) && publicPictures(open, locale).length > 0 ? (
          <p class="caution">
            <Icon name="warning" /> {t.desk_photo_caution}
          </p>
        ) : null}
        <p class="hint">{sentence(deadlineWords(duty, forwarding))}</p>
        <RedactionPanel {...{ locale, pieces, address, carried }} isReadBy={isPublic ? 'public' : 'office'} />
        <form method="post" action={address}>
          {carried}
          <div class="actions">
            <Button tone="main" name="step" value="send">
              {report.confidential ? t.desk_verb_forward_confidential : t.desk_verb_penerusan}
            </Button>
            <Button tone="quiet" name="step" value="edit">
              {t.desk_preview_edit}
            </Button>
          </div>
        </form>
      </div>
    </DeskPage>
  )
}

/** The columns that casework.publish copies, and no other; what may point at somebody is marked. */
function PublicView({ duty, open, forwarding }: PreviewProps) {
  const { t, locale, zone, setting } = duty
  const { report } = open
  const { directory } = setting
  const category = directory.category(forwarding.categoryId ?? report.category_id ?? '')
  const area = forwarding.areaCode ?? report.area_code
  const point = report.public_lat !== null && report.public_lon !== null
  const rows = [
    [t.common_tracking_id, <span class="code">{groupTrackingId(report.tracking_id)}</span>],
    [t.desk_agency, fullOfficeName(directory, forwarding.agency.rootId)],
    [t.desk_kind, t[`report_kind_${forwarding.kind}`]],
    [t.desk_category, category && (locale === 'id' ? category.nameId : category.nameEn)],
    [t.desk_area, area && areaName(directory, area)],
    [t.desk_place, !report.anonymous && forwarding.place && <Marked text={forwarding.place} />],
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
      <StatusBadge locale={locale} stage="forwarded" />
      <h2>
        <Marked text={forwarding.title} />
      </h2>
      <div class="prose">
        <Marked text={forwarding.text} />
      </div>
      {pictures.length > 0 ? <Pictures pictures={pictures} words={t.common_photo} /> : null}
      <Facts facts={rows.map(([name, value]) => (value ? { name, value } : null))} />
      {lines.length > 0 ? (
        <ul class="hint">
          {lines.map((event) => (
            <li>
              {lineOf(duty, { ...event, actorName: null })}
              {event.audience === 'public' && event.text ? `: ${event.text}` : ''}
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  )
}

function Marked({ text }: { text: string }) {
  return <MarkedText text={text} marks={findPersonalData(text)} />
}

/** Those that came with something the public reads, as its page shows them: what is said to offices stands outside. */
function publicPictures(open: OpenReport, locale: Duty['locale']) {
  const seen = open.events.filter(({ audience }) => audience === 'public')
  return seen.flatMap(({ seq }) => picturesOf(open, seq, locale)).map((picture) => ({ ...picture, caution: undefined }))
}

/** Until when the office must answer, and why. */
function deadlineWords({ setting, locale }: Duty, { agency }: Forwarding): string {
  const office = officeOf(setting.directory, agency.id)
  const clock = start('answer', setting.rules.policy.answer, dayOf(setting.now, office.zone), office)
  return explainDeadline(clock, setting.rules.calendar, locale)
}
