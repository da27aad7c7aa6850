import { FieldFrame, type FieldProps, fieldAttributes } from './field-frame.tsx'

/** Several lines of text; it may be made taller by hand. */
export function TextArea(props: FieldProps & { value?: string; rows?: number; maxlength?: number; big?: boolean }) {
  const { value, rows = 6, maxlength, big } = props
  return (
    <FieldFrame {...props}>
      {/* A browser drops the first line break of a textarea, so one is given for it to drop. */}
      <textarea {...fieldAttributes(props)} class={big ? 'input big' : 'input'} rows={rows} maxlength={maxlength}>
        {value ? `\n${value}` : ''}
      </textarea>
    </FieldFrame>
  )
}
