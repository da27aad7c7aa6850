import { type Person, signedInAs } from '../accounts/person.ts'
import type { Directory } from '../agencies/directory.ts'
import type { StagedPicture } from '../report/staged-pictures.ts'
import { Button, Checkbox, ErrorSummary, Field, Notice, TextArea } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { type Locale, link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { walksIn } from './form-to-intake.ts'
import { IfKnownFields } from './if-known-fields.tsx'
import { PhotoField, type PhotoRefusal, RefusedPhotos } from './photo-parts.tsx'
import { PlaceFields } from './place-fields.tsx'
import type { FormErrors, FormValues } from './report-form.ts'
import { SecrecyChoice } from './secrecy-choice.tsx'

export type ReportFormProps = {
  locale: Locale
  /** Makes this form one report (form-key.ts). */
  formKey: string
  values: FormValues
  errors: FormErrors
  pictures: readonly StagedPicture[]
  refused: readonly PhotoRefusal[]
  directory: Directory
  person?: Person
  baseUrl: string
  /** A sentence above everything, when something went wrong around the form. */
  notice?: string
}

/** The form of /lapor, first or once more: one question after the other, one of them required. */
export function ReportFormPage(props: ReportFormProps) {
  const { locale, formKey, values, errors, person, refused, notice } = props
  const t = wordsIn(locale)
  return (
    <Page
      locale={locale}
      title={t.filing_title}
      path="/lapor"
      current="file"
      signedIn={signedInAs(person, locale)}
      islands={['photo-preview', 'my-position']}
      baseUrl={props.baseUrl}
    >
      <ErrorSummary locale={locale} errors={errors} />
      {notice ? (
        <Notice tone="warning" announce>
          <p>{notice}</p>
        </Notice>
      ) : null}
      <RefusedPhotos locale={locale} refused={refused} />
      <h1>{t.filing_title}</h1>
      <p class="lead">{t.filing_intro}</p>
      <p>{t.filing_urgent}</p>
      {walksIn(person) ? (
        <Notice>
          <p>{t.filing_walk_in}</p>
        </Notice>
      ) : null}
      <form method="post" action={link(locale, '/lapor')} enctype="multipart/form-data" class="questions" novalidate>
        <input type="hidden" name="formulir" value={formKey} />
        <section>
          <TextArea
            name="cerita"
            label={<span class="question">{t.filing_story}</span>}
            hint={t.filing_story_hint}
            error={errors.cerita}
            value={values.cerita}
            rows={7}
            required
            big
          />
          <PhotoField {...props} />
        </section>
        <section>
          <PlaceFields {...props} />
        </section>
        <section>
          <SecrecyChoice {...props} />
        </section>
        <section>
          <ContactFields {...props} />
          <IfKnownFields {...props} />
        </section>
        <Button tone="main" name="langkah" value="periksa">
          {t.filing_check_button}
        </Button>
        <p class="hint">{t.filing_check_hint}</p>
      </form>
    </Page>
  )
}

function ContactFields({ locale, values, errors, person }: ReportFormProps) {
  const t = wordsIn(locale)
  return (
    <fieldset class="field">
      <legend class="question">{t.filing_contact}</legend>
      <p class="hint">{person?.role === 'citizen' ? t.filing_contact_account : t.filing_contact_hint}</p>
      <Field name="nama" label={t.filing_name} value={values.nama} error={errors.nama} autocomplete="name" />
      <Field
        name="telepon"
        type="tel"
        label={t.filing_phone}
        value={values.telepon}
        error={errors.telepon}
        autocomplete="tel"
        size="medium"
      />
      <Field
        name="surel"
        type="email"
        label={t.filing_email}
        value={values.surel}
        error={errors.surel}
        autocomplete="email"
      />
      <Checkbox
        name="tampilkan_nama"
        label={t.filing_show_name}
        hint={t.filing_show_name_hint}
        checked={values.tampilkan_nama !== undefined}
      />
    </fieldset>
  )
}
