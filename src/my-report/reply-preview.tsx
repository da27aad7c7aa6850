import { Button, Notice } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { type Locale, link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { AsPublic, Carried, type Looked, Redactions } from './preview-parts.tsx'

type Props = Looked & { locale: Locale; path: string; text: string }

/** A reply that everybody would read and that may point at somebody: asked about once, nothing is sent yet. */
export function ReplyPreview({ locale, path, text, values, look }: Props) {
  const t = wordsIn(locale)
  const address = link(locale, path)
  return (
    <Page locale={locale} title={t.mine_preview_reply} path="/lacak" indexed={false}>
      <h1>{t.mine_preview_reply}</h1>
      <Notice tone="warning" announce>
        <p>{t.mine_preview_reply_why}</p>
      </Notice>
      <article class="card public-view">
        <div class="prose">
          <AsPublic {...{ text, values, look }} />
        </div>
      </article>
      <Redactions {...{ locale, address, values, look }} texts={[text]} />
      <form method="post" action={address}>
        <Carried values={values} />
        <div class="actions">
          <Button tone="main" name="yakin" value="1">
            {t.mine_preview_reply_send}
          </Button>
          <Button name="pihak" value="1">
            {t.mine_preview_reply_parties}
          </Button>
          <Button tone="quiet" name="langkah" value="ubah">
            {t.mine_preview_reply_change}
          </Button>
        </div>
        <p class="hint">{t.mine_preview_reply_parties_hint}</p>
      </form>
    </Page>
  )
}
