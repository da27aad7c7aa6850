import { FieldFrame, type FieldProps, fieldAttributes } from './field-frame.tsx'

export type InputProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'date' | 'number' | 'url'
  value?: string
  inputmode?: 'text' | 'numeric' | 'tel' | 'email' | 'search'
  autocomplete?: string
  autocapitalize?: 'none' | 'characters' | 'sentences'
  spellcheck?: boolean
  maxlength?: number
  min?: string
  max?: string
  /** Id of a datalist with what may be meant; anything else may be written too. */
  list?: string
  /** How long an answer is expected to be; the field's width says it. */
  size?: 'short' | 'medium' | 'full'
  /** Plain letters of one width, for IDs and keys. */
  code?: boolean
}

/** One line of text. `value` is what was typed before, given back untouched. */
export function Field(props: InputProps) {
  const { type = 'text', value, size = 'full', code, spellcheck } = props
  return (
    <FieldFrame {...props}>
      <input
        {...fieldAttributes(props)}
        class={`input ${size}${code ? ' code' : ''}`}
        type={type}
        value={value}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete}
        autocapitalize={props.autocapitalize}
        spellcheck={spellcheck}
        maxlength={props.maxlength}
        list={props.list}
        min={props.min}
        max={props.max}
      />
    </FieldFrame>
  )
}
