import { signedInAs } from '../accounts/person.ts'
import { Notice } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { HiddenValues } from './hidden-values.tsx'
import { CameraPlace } from './camera-place.tsx'
import { RefusedPhotos } from './photo-parts.tsx'
import { hidesIn } from './report-form.ts'
import type { ReportFormProps } from './report-form-page.tsx'
import { SendOrChange } from './send-or-change.tsx'
import { WhoWillSee } from './who-will-see.tsx'

export type CheckProps = Omit<ReportFormProps, 'errors'>

/** Before sending: what the public will read, who sees what, and one button. */
export function CheckPage(props: CheckProps) {
  const { locale, values, formKey, person } = props
  const t = wordsIn(locale)
  return (
    <Page
      locale={locale}
      title={t.filing_check_title}
      path="/lapor"
      current="file"
      signedIn={signedInAs(person, locale)}
      indexed={false}
    >
      <h1>{t.filing_check_title}</h1>
      <p class="lead">{t.filing_check_lead}</p>
      <RefusedPhotos locale={locale} refused={props.refused} />
      {props.notice ? (
        <Notice tone="warning">
          <p>{props.notice}</p>
        </Notice>
      ) : null}
      <WhoWillSee {...props} />
      <form method="post" action={link(locale, '/lapor')}>
        <HiddenValues formKey={formKey} values={values} />
        {hidesIn(values) ? <CameraPlace locale={locale} formKey={formKey} pictures={props.pictures} /> : null}
        <SendOrChange locale={locale} />
      </form>
    </Page>
  )
}
