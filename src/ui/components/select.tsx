import { FieldFrame, type FieldProps, fieldAttributes } from './field-frame.tsx'

export type Option = { value: string; label: string; group?: string }

export type SelectProps = FieldProps & {
  options: readonly Option[]
  value?: string
  /** The words of the empty choice, when leaving it open is allowed. */
  blank?: string
}

/** One of a known list. Options that share a `group` stand together under its name. */
export function Select(props: SelectProps) {
  const { options, value, blank } = props
  const groups = [...new Set(options.map((option) => option.group))]
  return (
    <FieldFrame {...props}>
      <select {...fieldAttributes(props)} class="input">
        {blank !== undefined && <option value="">{blank}</option>}
        {groups.map((group) => {
          const own = options.filter((option) => option.group === group)
          return group ? <optgroup label={group}>{choices(own, value)}</optgroup> : choices(own, value)
        })}
      </select>
    </FieldFrame>
  )
}

function choices(options: readonly Option[], value: string | undefined) {
  return options.map((option) => (
    <option value={option.value} selected={option.value === value || undefined}>
      {option.label}
    </option>
  ))
}
