import { FieldFrame, type FieldProps, fieldAttributes } from './field-frame.tsx'

export type FileFieldProps = FieldProps & {
  accept?: string
  multiple?: boolean
  /** Show the chosen photos and make them smaller before they are sent; the page must list the island too. */
  preview?: { island: 'photo-preview'; words: string; maxPixels?: number }
}

/** Files to send along. Works by itself; the island `photo-preview` only shows and shrinks. */
export function FileField(props: FileFieldProps) {
  const { accept = 'image/jpeg,image/png,image/webp', multiple, preview } = props
  return (
    <FieldFrame {...props}>
      <input
        {...fieldAttributes(props)}
        class="input file"
        type="file"
        accept={accept}
        multiple={multiple || undefined}
        data-island={preview?.island}
        data-words={preview?.words}
        data-max={preview ? String(preview.maxPixels ?? 2048) : undefined}
      />
    </FieldFrame>
  )
}
