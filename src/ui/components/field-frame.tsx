import type { Child } from 'hono/jsx'

/** What every field has: a label, perhaps a hint, perhaps a reason why it came back. */
export type FieldProps = {
  name: string
  label: Child
  /** Set when one page holds the same name twice. Otherwise the id comes from the name. */
  id?: string
  hint?: Child
  error?: string
  /** The word to show beside the label of a field that may stay empty: `t.common_optional`. */
  optional?: string
  required?: boolean
}

/** The id of a field's input, for `for`, error links and anchors. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^a-zA-Z0-9_-]/g, '-')}`
}

/** Attributes that tie an input to its hint and its error. */
export function fieldAttributes({ id, name, hint, error, required }: FieldProps) {
  const own = id ?? fieldId(name)
  const described = [hint ? `${own}-hint` : '', error ? `${own}-error` : ''].filter(Boolean).join(' ')
  return {
    id: own,
    name,
    required: required || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': described || undefined,
  }
}

export function FieldFrame(props: FieldProps & { children: Child }) {
  const { id = fieldId(props.name), label, optional, children } = props
  return (
    <div class={props.error ? 'field wrong' : 'field'}>
      <label for={id}>
        {label}
        {optional ? <span class="optional"> {optional}</span> : null}
      </label>
      <FieldNotes id={id} hint={props.hint} error={props.error} />
      {children}
    </div>
  )
}

/** The hint and the error, above the input so that a phone's keyboard never covers them. */
export function FieldNotes({ id, hint, error }: { id: string; hint?: Child; error?: string }) {
  return (
    <>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </>
  )
}
