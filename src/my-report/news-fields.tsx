import { newsChoices, newsDoors, type NewsOfReport } from '../notifications/news.ts'
import { RadioCards } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'

/** The choice of one report: what to hear, and by which way where there are two. */
export function NewsFields({ locale, chosen }: { locale: Locale; chosen: NewsOfReport }) {
  const t = wordsIn(locale)
  const { news, newsBy, byAccount, both } = chosen
  const asAccount = { value: '', title: t.news_account, text: t.news_account_text }
  const choices = newsChoices.map((value) => ({ value, title: t[`news_${value}`], text: t[`news_${value}_text`] }))
  return (
    <>
      <RadioCards
        name="kabar"
        legend={t.news_heading}
        choices={byAccount ? [asAccount, ...choices] : choices}
        value={news ?? (byAccount ? '' : 'all')}
      />
      {both ? (
        <RadioCards
          name="lewat"
          legend={t.news_by}
          choices={newsDoors.map((value) => ({
            value,
            title: t[`news_by_${value}`],
            text: value === 'sms' ? t.news_by_sms_text : undefined,
          }))}
          value={newsBy ?? 'email'}
        />
      ) : null}
    </>
  )
}
