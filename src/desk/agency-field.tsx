import { FieldFrame, fieldAttributes, type FieldProps } from '../ui/components/field-frame.tsx'
import type { Duty } from './duty.ts'

type AgencyFieldProps = FieldProps & {
  duty: Duty
  value?: string
  /** Offer the units of one's own agency too. */
  units?: boolean
}

/** An office by its name, as one types it; the browser offers those that match. */
export function AgencyField({ duty, value, units, ...field }: AgencyFieldProps) {
  const { directory } = duty.setting
  const own = duty.office?.rootId
  const offered = directory.agencies.filter(
    (agency) =>
      agency.active &&
      agency.id !== duty.office?.id &&
      (agency.id === agency.rootId || (units && agency.rootId === own)),
  )
  const list = `${field.id ?? field.name}-list`
  return (
    <FieldFrame {...field}>
      <input {...fieldAttributes(field)} class="input full" type="text" list={list} value={value} autocomplete="off" />
      <datalist id={list}>
        {offered.map((agency) => (
          <option value={agency.name}>{agency.shortName ?? undefined}</option>
        ))}
      </datalist>
    </FieldFrame>
  )
}
