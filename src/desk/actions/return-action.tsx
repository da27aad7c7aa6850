import { z } from 'zod'
import { returnReport } from '../../disposition/return-report.ts'
import { TextArea } from '../../ui/components/index.ts'
import { fieldOf, makeAction, words, wrong } from '../action.ts'
import { AgencyField } from '../agency-field.tsx'

const bouncesInAll = 3

/** Return (bukan wewenang), naming who should have it: a coordinator's to the desk, a unit's to its coordinator. */
export const returnAction = makeAction({
  noun: 'pengembalian',
  move: (role) => (role === 'officer' ? 'hand_back' : 'return'),
  offered: ({ report }, { actor }) =>
    actor.role === 'officer' || (report.bounces < bouncesInAll && !report.returned_by.includes(actor.agencyId ?? '')),
  schema: z.object({
    agency: z.string().default('').refine(Boolean, 'desk_error_suggested'),
    text: words('desk_error_return', 4_000),
  }),
  run: async (tx, { actor, setting, t }, { report }, { agency, text }, { seenSeq }) => {
    const suggested = setting.directory.find(agency)
    if (!suggested?.active) return wrong('agency', t.desk_error_unknown_agency)
    if (suggested.id === actor.agencyId) return wrong('agency', t.desk_error_own_agency)
    return returnReport(tx, actor, report.id, { suggestedAgencyId: suggested.id, note: text, seenSeq }, setting)
  },
  Fields: (props) => {
    const { t, actor } = props.duty
    return (
      <>
        <p class="hint">{actor.role === 'officer' ? t.desk_hand_back_hint : t.desk_return_hint}</p>
        <AgencyField
          {...fieldOf('pengembalian', props, 'agency')}
          duty={props.duty}
          label={t.desk_return_to}
          units={actor.role === 'officer'}
        />
        <TextArea {...fieldOf('pengembalian', props, 'text')} label={t.desk_return_note} rows={4} required />
      </>
    )
  },
})
