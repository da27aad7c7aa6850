import { Facts, Notice, SecrecyBadges } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { type Aim, aimOf } from '../secrecy/aim.ts'
import { readAccused } from '../secrecy/named-accused.ts'
import { UnderstoodNames } from '../secrecy/understood-names.tsx'
import type { Switches } from '../secrecy/who-sees.ts'
import { accusedIn } from './form-to-intake.ts'
import { PublicPreview } from './public-preview.tsx'
import { hidesIn, switchesIn } from './report-form.ts'
import type { ReportFormProps } from './report-form-page.tsx'
import { WhoSeesTable } from './who-sees-table.tsx'
import { accusedSentence, contactSentence, openingSentence, whoSeesSentence } from './who-sees-words.ts'

/** What a filing says, and where it would lie. */
export type Checked = Pick<ReportFormProps, 'locale' | 'values' | 'formKey' | 'pictures' | 'directory' | 'person'>

/** What everybody shows before sending, at a desk as well: what the public will read, and who sees what, as `can` answers for this filing. */
export function WhoWillSee(props: Checked) {
  const { locale, values } = props
  const t = wordsIn(locale)
  const switches = switchesIn(values)
  const accused = accusedIn(values, props.directory)
  const aim = aimOf(props.directory, values.instansi, accused ?? [])
  return (
    <>
      <PublicPreview {...props} />
      <h2>{t.filing_who_sees}</h2>
      {hidesIn(values) ? (
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
    </>
  )
}

function Opening(props: { locale: Locale; switches: Switches; aim: Aim }) {
  const said = openingSentence(props.locale, props.switches, props.aim)
  return said ? <p class="hint">{said}</p> : null
}

/** News goes out by e-mail, the one given here or that of the account, or by SMS; a name alone is no way to anybody. */
function isReachable({ values, person }: Checked): boolean {
  return Boolean(values.surel || values.telepon || isAtAccount({ values, person }))
}

function isAtAccount({ values, person }: Pick<Checked, 'values' | 'person'>): boolean {
  return person?.role === 'citizen' && !values.tanpa_identitas
}

function PrivateFacts({ locale, values, directory, person }: Checked) {
  const t = wordsIn(locale)
  const agency = values.instansi ? directory.find(values.instansi) : undefined
  const category = values.kategori ? directory.category(values.kategori) : undefined
  const contact = [values.nama, values.telepon, values.surel].filter(Boolean).join(' · ')
  const accused = accusedIn(values, directory)
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
