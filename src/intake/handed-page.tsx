import type { Directory } from '../agencies/directory.ts'
import { type Person, signedInAs } from '../accounts/person.ts'
import type { ReportRow } from '../report/move.ts'
import { Page } from '../ui/frame.tsx'
import { type Locale, link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { checkerOf } from './checker.ts'
import { Handed } from './handed.tsx'

type HandedPageProps = { locale: Locale; person: Person | undefined; directory: Directory; report: ReportRow }

/** The answer to sending at /lapor, of an officer for a visitor, what is about that officer. */
export function HandedPage({ locale, person, directory, report }: HandedPageProps) {
  const t = wordsIn(locale)
  return (
    <Page locale={locale} title={t.filing_handed} path="/lapor" signedIn={signedInAs(person, locale)} indexed={false}>
      <Handed locale={locale} report={report}>
        <p>{t.filing_next_verify(checkerOf(locale, directory, report))}.</p>
      </Handed>
      <p class="screen-only">
        <a href={link(locale, '/lapor')}>{t.filing_receipt_another}</a>
      </p>
    </Page>
  )
}
