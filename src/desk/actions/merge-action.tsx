import { z } from 'zod'
import { parseTrackingId } from '../../report/tracking-id.ts'
import { groupTrackingId } from '../../report/tracking-id.ts'
import { Field, RadioCards } from '../../ui/components/index.ts'
import { shortDay } from '../../ui/format.ts'
import { link } from '../../ui/locale.ts'
import { statusWord } from '../../ui/status.ts'
import { dayOf } from '../../report/clocks/day.ts'
import { findByTrackingId } from '../../report/find-by-tracking-id.ts'
import { mergeReport } from '../../verification/merge-report.ts'
import { type FieldsProps, fieldOf, makeAction, maybeLine, wrong } from '../action.ts'

/** Merge (gabungkan) into another report about the same matter. Everyone keeps text, switches and ID. */
export const mergeAction = makeAction({
  noun: 'penggabungan',
  move: () => 'merge',
  staysInside: () => true,
  joins: ({ parent, candidate }) => parent || candidate,
  offered: ({ children }) => children.length === 0,
  schema: z.object({ parent: maybeLine(), candidate: maybeLine() }),
  run: async (tx, { actor, setting, t }, { report }, { parent, candidate }, { seenSeq }) => {
    const written = parent ?? candidate
    if (!written) return wrong('parent', t.desk_error_parent)
    const trackingId = parseTrackingId(written)
    const into = trackingId && (await findByTrackingId(tx, trackingId))
    if (!into) return wrong('parent', t.desk_error_unknown_report)
    if (into.id === report.id) return wrong('parent', t.desk_error_same_report)
    return mergeReport(tx, actor, report.id, { into: into.id, seenSeq }, setting)
  },
  Fields: MergeFields,
})

function MergeFields(props: FieldsProps) {
  const { t, locale } = props.duty
  const { candidates } = props
  const { tracking_id } = props.open.report
  return (
    <>
      <p class="hint">{t.desk_merge_hint}</p>
      {candidates?.length ? <Candidates {...props} candidates={candidates} /> : null}
      {candidates?.length === 0 ? <p>{t.desk_merge_no_candidates}</p> : null}
      <Field {...fieldOf('penggabungan', props, 'parent')} label={t.desk_merge_parent} size="medium" code />
      {candidates ? null : (
        <p>
          <a href={link(locale, `/kelola/laporan/${tracking_id}/penggabungan`)}>{t.desk_merge_similar}</a>
        </p>
      )}
    </>
  )
}

function Candidates({ candidates, ...props }: FieldsProps & { candidates: NonNullable<FieldsProps['candidates']> }) {
  const { t, locale, zone } = props.duty
  return (
    <RadioCards
      {...fieldOf('penggabungan', props, 'candidate')}
      legend={t.desk_merge_candidates}
      choices={candidates.map(({ trackingId, title, stage, filedAt }) => ({
        value: trackingId,
        title: title ?? t.desk_confidential_title,
        text: [groupTrackingId(trackingId), statusWord(locale, stage), shortDay(locale, dayOf(filedAt, zone))].join(
          ' · ',
        ),
      }))}
    />
  )
}
