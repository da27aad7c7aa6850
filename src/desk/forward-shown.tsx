import { Facts, Icon, MarkedText, Moment, Notice, Pictures, StatusBadge } from '../ui/components/index.ts'
import { dayOf } from '../report/clocks/day.ts'
import { explainDeadline } from '../report/clocks/explain.ts'
import { start } from '../report/clocks/clocks.ts'
import { officeOf } from '../agencies/directory.ts'
import type { Tx } from '../report/as.ts'
import { hides } from '../report/hides.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import { readEmbargoes, runningEmbargo } from '../secrecy/embargo.ts'
import { findInWordsOf, findPersonalData } from '../secrecy/personal-data/find-personal-data.ts'
import { type KnownNumbers, knownNumbers, withNumbers } from '../secrecy/strange-numbers.ts'
import { printOf } from '../secrecy/print-of.ts'
import { longMoment } from '../ui/format.ts'
import { sentence } from '../ui/sentence.ts'
import type { Values } from './action.ts'
import { areaName } from './area-names.ts'
import type { Duty } from './duty.ts'
import type { Forwarding } from './forwarding.ts'
import { fullOfficeName } from './office-name.ts'
import { type OpenReport, openReport } from './open-report.ts'
import { picturesOf } from './report-pictures.ts'
import { lineOf } from './report-thread.tsx'

export type ShownProps = {
  duty: Duty
  /** With what its events leave to the parties left out (earlier-words.ts). */
  open: OpenReport
  forwarding: Forwarding
  /** Until when an embargo keeps it from the public. */
  heldUntil: Date | undefined
  /** Of the numbers of reports in what is shown: the others are marked. */
  known: KnownNumbers
}

/** What is shown beside the form itself, as it stands now; undefined as openReport is. @param values what the form says */
export async function readToShow(tx: Tx, duty: Duty, id: string, values: Values) {
  const open = await openReport(tx, duty, id)
  if (!open) return undefined
  const embargoes = await readEmbargoes(tx, null, open.report.id)
  const { words, report } = open
  const standing = [words?.title, words?.text, words?.shownPlace, report.place, ...open.events.map(({ text }) => text)]
  const texts = [...Object.values(values), ...standing.map((text) => text ?? '')]
  const known = await knownNumbers(tx, report.id, texts)
  return { open, heldUntil: runningEmbargo(embargoes, duty.setting.now)?.until, known }
}

/**
 * Stands for exactly what is shown before publishing, for it is made of that: another word, picture, name, office, embargo or event in
 * between, and it is another.
 */
export async function approvalOf(props: ShownProps): Promise<string> {
  const { open, forwarding } = props
  const shown = await drawn(<ForwardShown {...props} />)
  return printOf({ ...forwarding, agency: forwarding.agency.id, seq: open.report.last_seq, shown })
}

/** Drawn to the end: a part of it may be waited for. */
async function drawn(element: { toString(): string | Promise<string> }): Promise<string> {
  return element.toString()
}

/** What the public will see and when, what only the office will, and until when that must answer. */
export function ForwardShown(props: ShownProps) {
  const { duty, open, forwarding, heldUntil, known } = props
  const { t, locale, zone } = duty
  const { report } = open
  return (
    <>
      {heldUntil && !report.confidential ? (
        <Notice tone="warning" title={t.opening_embargo_running}>
          <p>{t.opening_embargo_preview(longMoment(locale, heldUntil, zone))}</p>
        </Notice>
      ) : null}
      <PublicView {...props} />
      {report.anonymous && forwarding.place ? (
        <p>
          {t.desk_place_office}: <Marked text={forwarding.place} known={known} />
        </p>
      ) : null}
      {hides(report) && publicPictures(open, locale).length > 0 ? (
        <p class="caution">
          <Icon name="warning" /> {t.desk_photo_caution}
        </p>
      ) : null}
      <p class="hint">{sentence(deadlineWords(duty, forwarding))}</p>
    </>
  )
}

/** The columns that casework.publish copies, and no other; what may point at somebody is marked. */
function PublicView({ duty, open, forwarding, known }: ShownProps) {
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
    [t.desk_place, !report.anonymous && forwarding.place && <Marked text={forwarding.place} known={known} />],
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
        <Marked text={forwarding.title} known={known} />
      </h2>
      <div class="prose">
        <Marked text={forwarding.text} known={known} />
      </div>
      {pictures.length > 0 ? <Pictures pictures={pictures} words={t.common_photo} /> : null}
      <Facts facts={rows.map(([name, value]) => (value ? { name, value } : null))} />
      {lines.length > 0 ? (
        <ul class="hint">
          {lines.map((event) => (
            <li>
              {lineOf(duty, { ...event, actorName: null })}
              {event.audience === 'public' && event.text ? (
                <>
                  :{' '}
                  <MarkedText
                    text={event.text}
                    marks={withNumbers(event.text, known, findInWordsOf(event.role, event.text))}
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

function Marked({ text, known }: { text: string; known: KnownNumbers }) {
  return <MarkedText text={text} marks={withNumbers(text, known, findPersonalData(text))} />
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
