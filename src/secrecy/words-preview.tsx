import type { Child } from 'hono/jsx'
import { HiddenFields, MarkedText, Notice } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import type { Find } from './personal-data/find.ts'
import { redact } from './personal-data/redact.ts'
import { RedactionPanel } from './redaction-panel.tsx'
import { carryingFound, notFoundIn, piecesOf, redactionsIn } from './redactions.ts'

/** How words are looked at before everybody reads them. `values`: the form as it stands, without what its own buttons say. */
export type Looked = { values: Readonly<Record<string, string>>; look: (text: string) => readonly Find[] }

/** Words as everybody would read them: what is taken out is out, what may point at somebody is marked. */
export function AsPublic({ text, values, look }: Looked & { text: string }) {
  const shown = redact(text, redactionsIn(values))
  return <MarkedText text={shown} marks={look(shown)} />
}

type PanelProps = Looked & { locale: Locale; address: string; texts: readonly string[] }

/** Each piece of these texts that may point at somebody, with one press that takes it out and one that puts it back. */
export function Redactions({ locale, address, texts, values, look }: PanelProps) {
  const [pieces, notFound] = [piecesOf(values, texts, look), notFoundIn(values, texts)]
  const carried = <HiddenFields values={carryingFound(values, texts)} />
  return <RedactionPanel {...{ locale, pieces, notFound, address, carried }} isReadBy="public" />
}

type PreviewProps = Looked & {
  locale: Locale
  address: string
  heading: string
  /** Why it is asked about. */
  why: string
  text: string
  /** What the public reads beside the words. */
  above?: Child
  below?: Child
  /** The buttons that send it, or go back to it. */
  children: Child
}

/**
 * What somebody is about to say to everybody, and what in it may point at somebody: asked about once. Nothing is sent yet, the
 * words are kept whole, and what is sent is what is shown. Needs no script.
 */
export function WordsPreview({ locale, address, heading, why, text, above, below, children, ...looked }: PreviewProps) {
  return (
    <>
      <h1>{heading}</h1>
      <Notice tone="warning" announce>
        <p>{why}</p>
      </Notice>
      <article class="card public-view">
        {above}
        <div class="prose">
          <AsPublic {...{ text, ...looked }} />
        </div>
        {below}
      </article>
      <Redactions {...{ locale, address, ...looked }} texts={[text]} />
      <form method="post" action={address}>
        <HiddenFields values={looked.values} />
        {children}
      </form>
    </>
  )
}
