import type { Switches } from '../secrecy/who-sees.ts'
import { Checkbox, Details, RadioCards } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { FormErrors, FormValues } from './report-form.ts'
import { maskedSentence, openingSentence, whoSeesSentence } from './who-sees-words.ts'

const open: Switches = { anonymous: false, confidential: false, withoutIdentity: false, showName: false }

/** Three cards and, folded away, what protects further. Each says who will see what, as `can` answers. */
export function SecrecyChoice(props: { locale: Locale; values: FormValues; errors: FormErrors }) {
  const { locale, values, errors } = props
  const t = wordsIn(locale)
  const both = { ...open, anonymous: true, confidential: true }
  // What sets the two apart: the desk is not even told that there is somebody to write to.
  const withContact = (switches: Switches) => `${whoSeesSentence(locale, switches)} ${maskedSentence(locale, switches)}`
  const card = (value: string, title: string, switches: Switches) => ({
    value,
    title,
    text: switches.confidential ? withContact(switches) : whoSeesSentence(locale, switches),
  })
  return (
    <>
      <RadioCards
        name="terlihat"
        legend={<span class="question">{t.filing_secrecy}</span>}
        error={errors.terlihat}
        value={values.terlihat ?? 'publik'}
        choices={[
          card('publik', t.filing_open, open),
          card('anonim', t.filing_anonymous, { ...open, anonymous: true }),
          card('rahasia', t.filing_confidential, { ...open, confidential: true }),
        ]}
      />
      <p class="hint">{openingSentence(locale, { ...open, confidential: true })}</p>
      <Details
        summary={t.filing_safer}
        open={Boolean(values.rahasia_anonim || values.tanpa_identitas || errors.tanpa_identitas)}
      >
        <Checkbox
          name="rahasia_anonim"
          label={t.filing_both}
          hint={withContact(both)}
          checked={values.rahasia_anonim !== undefined}
        />
        <Checkbox
          name="tanpa_identitas"
          label={t.filing_without_identity}
          hint={t.filing_without_identity_hint}
          error={errors.tanpa_identitas}
          checked={values.tanpa_identitas !== undefined}
        />
      </Details>
    </>
  )
}
