import { fieldNames, type FormValues } from './report-form.ts'

/** Everything typed, carried along unseen. */
export function HiddenValues({ formKey, values }: { formKey: string; values: FormValues }) {
  return (
    <>
      <input type="hidden" name="formulir" value={formKey} />
      {fieldNames.map((name) => (values[name] ? <input type="hidden" name={name} value={values[name]} /> : null))}
    </>
  )
}
