import { signedInAs } from '../accounts/person.ts'
import { Actions, Button, Facts, Notice, SecrecyBadges } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { link, type Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { type Aim, aimOf } from '../secrecy/aim.ts'
import { readAccused } from '../secrecy/named-accused.ts'
import { UnderstoodNames } from '../secrecy/understood-names.tsx'
import type { Switches } from '../secrecy/who-sees.ts'
import { accusedIn } from './form-to-intake.ts'
import { HiddenValues } from './hidden-values.tsx'
import { CameraPlace } from './camera-place.tsx'
import { RefusedPhotos } from './photo-parts.tsx'
import { switchesIn } from './report-form.ts'
import type { ReportFormProps } from './report-form-page.tsx'
import { PublicPreview } from './public-preview.tsx'
import { WhoSeesTable } from './who-sees-table.tsx'
import { accusedSentence, contactSentence, openingSentence, whoSeesSentence } from './who-sees-words.ts'

export type CheckProps = Omit<ReportFormProps, 'errors'>

/** Before sending: what the public will read, who sees what, and one button. */
export function CheckPage(props: CheckProps) {
  const { locale, values, formKey, person } = props
  const t = wordsIn(locale)
  const switches = switchesIn(values)
  const accused = accusedIn(values)
  const aim = aimOf(props.directory, values.instansi, accused ?? [])
  const hides = switches.anonymous || switches.confidential || switches.withoutIdentity
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
      <PublicPreview {...props} />
      <h2>{t.filing_who_sees}</h2>
      {hides ? (
        <p>
          <SecrecyBadges locale={locale} {...switches} />
        </p>
      ) : null}
      <p>
        {[
          whoSeesSentence(locale, switches, aim),
          contactSentence(locale, switches, isReachable(props), aim),
          accused && accusedSentence(locale, switches, aim),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <WhoSeesTable locale={locale} switches={switches} aim={aim} />
      <Opening locale={locale} switches={switches} aim={aim} />
      <PrivateFacts {...props} />
      {switches.withoutIdentity ? (
        <Notice tone="warning">
          <p>{t.filing_without_identity_warning}</p>
        </Notice>
      ) : null}
      <form method="post" action={link(locale, '/lapor')}>
        <HiddenValues formKey={formKey} values={values} />
        {hides ? <CameraPlace locale={locale} formKey={formKey} pictures={props.pictures} /> : null}
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

function Opening(props: { locale: Locale; switches: Switches; aim: Aim }) {
  const said = openingSentence(props.locale, props.switches, props.aim)
  return said ? <p class="hint">{said}</p> : null
}

/** News goes out by e-mail, the one given here or that of the account, or by SMS; a name alone is no way to anybody. */
function isReachable({ values, person }: CheckProps): boolean {
  return Boolean(values.surel || values.telepon || isAtAccount({ values, person }))
}

function isAtAccount({ values, person }: Pick<CheckProps, 'values' | 'person'>): boolean {
  return person?.role === 'citizen' && !values.tanpa_identitas
}

function PrivateFacts({ locale, values, directory, person }: CheckProps) {
  const t = wordsIn(locale)
  const agency = values.instansi ? directory.find(values.instansi) : undefined
  const category = values.kategori ? directory.category(values.kategori) : undefined
  const contact = [values.nama, values.telepon, values.surel].filter(Boolean).join(' · ')
  const accused = accusedIn(values)
  return (
    <>
      <h2>{t.filing_not_public}</h2>
      <Facts
        facts={[
          {
            name: t.filing_contact_given,
            value: contact || (isAtAccount({ values, person }) ? t.filing_contact_at_account : t.filing_contact_none),
          },
          {
            name: t.filing_agency,
            value: values.instansi
              ? (agency?.name ?? t.filing_agency_not_known(values.instansi))
              : t.filing_agency_none,
          },
          category ? { name: t.filing_category, value: locale === 'id' ? category.nameId : category.nameEn } : null,
          accused
            ? {
                name: t.filing_accused,
                value: (
                  <UnderstoodNames
                    locale={locale}
                    directory={directory}
                    accused={accused.map((name) => readAccused(directory, name))}
                  />
                ),
              }
            : null,
        ]}
      />
    </>
  )
}
