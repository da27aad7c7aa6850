import { Button, LinkButton } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { type Locale, link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { HiddenValues } from './hidden-values.tsx'
import type { FormValues } from './report-form.ts'

export type SentBeforeProps = { locale: Locale; formKey: string; newKey: string; values: FormValues }

/** The form was sent before with other words: the first report stands, and these may become a second one. */
export function SentBeforePage({ locale, formKey, newKey, values }: SentBeforeProps) {
  const t = wordsIn(locale)
  return (
    <Page locale={locale} title={t.filing_sent_before_title} path="/lapor" current="file" indexed={false}>
      <h1>{t.filing_sent_before_title}</h1>
      <p class="lead">{t.filing_sent_before}</p>
      <LinkButton href={link(locale, `/lapor/tanda-terima/${formKey}`)} tone="main">
        {t.filing_sent_before_receipt}
      </LinkButton>
      <hr />
      <p>{t.filing_sent_before_new}</p>
      <div class="card prose">{values.cerita}</div>
      <form method="post" action={link(locale, '/lapor')}>
        <HiddenValues formKey={newKey} values={values} />
        <Button name="langkah" value="periksa">
          {t.filing_sent_before_button}
        </Button>
      </form>
    </Page>
  )
}
