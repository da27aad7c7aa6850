import { z } from 'zod'
import { assignReport } from '../../disposition/assign-report.ts'
import { Select, TextArea } from '../../ui/components/index.ts'
import { fieldOf, makeAction, maybeWords, wrong } from '../action.ts'

/** Assign (disposisi) to a unit, perhaps to one person of it. Clock B goes on. */
export const assignAction = makeAction({
  noun: 'disposisi',
  move: () => 'assign',
  staysInside: () => true,
  offered: (_open, { setting, actor }) => setting.directory.unitsOf(actor.agencyId ?? '').length > 0,
  schema: z.object({
    unit: z.string().default('').refine(Boolean, 'desk_error_unit'),
    officer: z.uuid().optional().catch(undefined),
    text: maybeWords(4_000),
  }),
  run: async (tx, { actor, setting, t }, { report }, { unit, officer, text }, { seenSeq }) => {
    const holder = officer && (await unitOfOfficer(tx, officer))
    if (officer && holder !== unit) return wrong('officer', t.desk_error_officer)
    return assignReport(tx, actor, report.id, { unitId: unit, officerId: officer, note: text, seenSeq }, setting)
  },
  Fields: (props) => {
    const { t, setting, actor } = props.duty
    const units = setting.directory.unitsOf(actor.agencyId ?? '').filter((unit) => unit.active)
    return (
      <>
        <Select
          {...fieldOf('disposisi', props, 'unit')}
          value={props.values.unit ?? props.open.report.unit_id ?? undefined}
          label={t.desk_assign_unit}
          blank={t.common_choose}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        {props.colleagues.length > 0 ? (
          <Select
            {...fieldOf('disposisi', props, 'officer')}
            label={t.desk_assign_officer}
            optional={t.common_optional}
            blank={t.desk_assign_anyone}
            options={props.colleagues.map(({ id, name, unitId }) => ({
              value: id,
              label: name,
              group: setting.directory.agency(unitId)?.name,
            }))}
          />
        ) : null}
        <TextArea
          {...fieldOf('disposisi', props, 'text')}
          label={t.desk_assign_note}
          hint={t.desk_internal_hint}
          optional={t.common_optional}
          rows={3}
        />
      </>
    )
  },
})

async function unitOfOfficer(tx: Parameters<typeof assignReport>[0], id: string): Promise<string | undefined> {
  const account = await tx
    .selectFrom('identity.account')
    .select('agency_id')
    .where('id', '=', id)
    .where('role', '=', 'officer')
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return account?.agency_id ?? undefined
}
