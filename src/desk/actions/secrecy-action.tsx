import { z } from 'zod'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import { Checkbox } from '../../ui/components/index.ts'
import { fieldOf, makeAction, tick, wrong } from '../action.ts'

/** Raise secrecy (rahasiakan), at once. Nobody here lowers it again; only the reporter can. */
export const secrecyAction = makeAction({
  noun: 'kerahasiaan',
  move: () => 'raise_secrecy',
  offered: ({ report }) => !report.anonymous || !report.confidential,
  schema: z.object({ anonymous: tick, confidential: tick, sure: tick }),
  run: async (tx, { actor, setting, t }, { report }, { sure, ...switches }, { seenSeq }) => {
    if (!switches.anonymous && !switches.confidential) return wrong('confidential', t.desk_error_secrecy)
    if (!sure) return wrong('sure', t.desk_error_sure)
    return raiseSecrecy(tx, actor, report.id, switches, setting, seenSeq)
  },
  Fields: (props) => {
    const { t } = props.duty
    const { report } = props.open
    const box = (name: 'anonymous' | 'confidential' | 'sure') => ({
      ...fieldOf('kerahasiaan', props, name),
      value: '1',
      checked: props.values[name] === '1',
    })
    return (
      <>
        {report.anonymous ? null : (
          <Checkbox {...box('anonymous')} label={t.report_anonymous} hint={t.desk_secrecy_anonymous} />
        )}
        {report.confidential ? null : (
          <Checkbox {...box('confidential')} label={t.report_confidential} hint={t.desk_secrecy_confidential} />
        )}
        <Checkbox {...box('sure')} label={t.desk_secrecy_sure} />
      </>
    )
  },
})
