import { Field } from '../ui/components/index.ts'
import type { FieldProps } from '../ui/components/field-frame.tsx'
import type { Duty } from './duty.ts'

type AgencyFieldProps = FieldProps & {
  duty: Duty
  value?: string
  /** Offer the units of one's own agency too. */
  units?: boolean
}

/** An office by its name, as one types it; the browser offers those that match. */
export function AgencyField({ duty, units, ...field }: AgencyFieldProps) {
  const own = duty.office
  const offered = duty.setting.directory.agencies.filter(
    ({ id, rootId, active }) => active && id !== own?.id && (id === rootId || (units && rootId === own?.rootId)),
  )
  const list = `${field.id ?? field.name}-list`
  return (
    <>
      <Field {...field} list={list} autocomplete="off" />
      <datalist id={list}>
        {offered.map((agency) => (
          <option value={agency.name}>{agency.shortName ?? undefined}</option>
        ))}
      </datalist>
    </>
  )
}
