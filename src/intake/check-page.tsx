import type { Child } from 'hono/jsx'
import { signedInAs } from '../accounts/person.ts'
import { findArea } from '../agencies/find-area.ts'
import { publicPoint, readPoint } from '../report/point.ts'
import { Actions, Button, Card, Facts, Notice, SecrecyBadges } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { type Locale, link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { placeOf } from './form-to-intake.ts'
import { KeptPhotos, RefusedPhotos } from './photo-parts.tsx'
import { fieldNames, type FormValues, switchesIn } from './report-form.ts'
import type { ReportFormProps } from './report-form-page.tsx'
import { titleFrom } from './title.ts'
import { WhoSeesTable } from './who-sees-table.tsx'
import { contactSentence, whoSeesSentence } from './who-sees-words.ts'

export type CheckProps = Omit<ReportFormProps, 'errors'>

/** Before sending: what the public will read, who sees what, and one button. */
export function CheckPage(props: CheckProps) {
  const { locale, values, formKey, person } = props
  const t = wordsIn(locale)
  const switches = switchesIn(values)
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
      <Preview {...props} />
      <h2>{t.filing_who_sees}</h2>
      {switches.anonymous || switches.confidential || switches.withoutIdentity ? (
        <p>
          <SecrecyBadges locale={locale} {...switches} />
        </p>
      ) : null}
      <p>
        {whoSeesSentence(locale, switches)} {contactSentence(locale, switches)}
      </p>
      <WhoSeesTable locale={locale} switches={switches} />
      <PrivateFacts {...props} />
      {switches.withoutIdentity ? (
        <Notice tone="warning">
          <p>{t.filing_without_identity_warning}</p>
        </Notice>
      ) : null}
      <form method="post" action={link(locale, '/lapor')}>
        <HiddenValues formKey={formKey} values={values} />
        <Actions>
          <Button tone="main" name="langkah" value="kirim">
            {t.filing_send}
          </Button>{' '}
          <Button tone="quiet" name="langkah" value="ubah">
            {t.filing_change}
          </Button>
        </Actions>
      </form>
    </Page>
  )
}

/** Everything typed, carried along unseen. */
export function HiddenValues({ formKey, values }: { formKey: string; values: FormValues }) {
  return (
    <>
      <input type="hidden" name="formulir" value={formKey} />
      {fieldNames.map((name) => (values[name] ? <input type="hidden" name={name} value={values[name]} /> : null))}
    </>
  )
}

function Preview({ locale, values, formKey, pictures, directory }: CheckProps) {
  const t = wordsIn(locale)
  const switches = switchesIn(values)
  const story = values.cerita ?? ''
  const words = (
    <>
      <h3>{titleFrom(story)}</h3>
      <div class="prose">{story}</div>
      {pictures.length > 0 ? <KeptPhotos locale={locale} formKey={formKey} pictures={pictures} /> : null}
    </>
  )
  if (switches.confidential) {
    return (
      <>
        <h2>{t.filing_preview}</h2>
        <p>{t.filing_preview_nothing}</p>
        <Card title={t.filing_your_words}>{words}</Card>
      </>
    )
  }
  const area = values.wilayah ? findArea(directory, values.wilayah) : undefined
  const hidden = switches.anonymous || switches.withoutIdentity
  const place = [hidden ? undefined : placeOf(values, area !== undefined), area?.name].filter(Boolean).join(', ')
  return (
    <Card title={t.filing_preview}>
      <p class="hint">{t.filing_preview_when}</p>
      {words}
      <Facts
        facts={[
          {
            name: t.filing_public_name,
            value: switches.showName && !hidden ? values.nama : t.filing_public_name_none,
          },
          place ? { name: t.filing_public_place, value: place } : null,
          pointFact(locale, values, hidden),
        ]}
      />
    </Card>
  )
}

function pointFact(locale: Locale, values: FormValues, hidden: boolean): { name: Child; value: Child } | null {
  const t = wordsIn(locale)
  const read = readPoint(values.lat, values.lon)
  if (!read.ok || !read.point) return null
  const { lat, lon } = hidden ? publicPoint(read.point) : read.point
  return { name: hidden ? t.filing_public_point_coarse : t.filing_public_point_exact, value: `${lat}, ${lon}` }
}

function PrivateFacts({ locale, values, directory, person }: CheckProps) {
  const t = wordsIn(locale)
  const agency = values.instansi ? directory.find(values.instansi) : undefined
  const category = values.kategori ? directory.category(values.kategori) : undefined
  const contact = [values.nama, values.telepon, values.surel].filter(Boolean).join(' · ')
  const atAccount = person?.role === 'citizen' && !values.tanpa_identitas
  return (
    <>
      <h2>{t.filing_not_public}</h2>
      <Facts
        facts={[
          {
            name: t.filing_contact_given,
            value: contact || (atAccount ? t.filing_contact_at_account : t.filing_contact_none),
          },
          {
            name: t.filing_agency,
            value: values.instansi
              ? (agency?.name ?? t.filing_agency_not_known(values.instansi))
              : t.filing_agency_none,
          },
          category ? { name: t.filing_category, value: locale === 'id' ? category.nameId : category.nameEn } : null,
          values.terlapor ? { name: t.filing_accused, value: <div class="prose">{values.terlapor}</div> } : null,
        ]}
      />
    </>
  )
}
