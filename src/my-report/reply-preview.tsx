import { type Looked, WordsPreview } from '../secrecy/words-preview.tsx'
import { Button } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { type Locale, link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { carriedIn, type Values } from './presses.ts'

type Props = { locale: Locale; path: string; text: string; values: Values; look: Looked['look'] }

/** A reply that everybody would read and that may point at somebody. */
export function ReplyPreview({ locale, path, text, values, look }: Props) {
  const t = wordsIn(locale)
  const asked = { heading: t.redact_preview, why: t.mine_preview_reply_why, text, values: carriedIn(values), look }
  return (
    <Page locale={locale} title={t.redact_preview} path="/lacak" indexed={false}>
      <WordsPreview {...{ locale, ...asked }} address={link(locale, path)}>
        <div class="actions">
          <Button tone="main" name="yakin" value="1">
            {t.redact_send}
          </Button>
          <Button name="pihak" value="1">
            {t.mine_preview_reply_parties}
          </Button>
          <Button tone="quiet" name="langkah" value="ubah">
            {t.redact_change}
          </Button>
        </div>
        <p class="hint">{t.mine_preview_reply_parties_hint}</p>
      </WordsPreview>
    </Page>
  )
}
