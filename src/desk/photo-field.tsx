import { maxPictures } from '../report/staged-pictures.ts'
import { FileField } from '../ui/components/index.ts'
import { type FieldsProps, fieldOf } from './action.ts'
import type { Noun } from './nouns.ts'

/** Pictures of evidence. What has arrived already stays with the form when it comes back for another reason. */
export function PhotoField(props: FieldsProps & { noun: Noun }) {
  const { t } = props.duty
  return (
    <>
      <FileField
        {...fieldOf(props.noun, props, 'photos')}
        label={t.desk_photos}
        hint={t.desk_photos_hint(maxPictures)}
        optional={t.common_optional}
        multiple
      />
      {props.staged.length > 0 ? <p class="hint">{t.desk_photos_kept(props.staged.length)}</p> : null}
    </>
  )
}
