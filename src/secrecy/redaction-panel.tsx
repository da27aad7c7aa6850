import type { Child } from 'hono/jsx'
import { Button, Field, Notice } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { type Piece, stillOpen } from './redactions.ts'

type PanelProps = {
  locale: Locale
  pieces: readonly Piece[]
  address: string
  /** The form as it stands, unseen. */
  carried: Child
  /** Who reads what is not taken out. */
  isReadBy: 'public' | 'office'
}

/**
 * What in the words may point at somebody, each with one press that takes it out and one that puts it back; the preview above
 * follows. Needs no script, and sends nothing.
 */
export function RedactionPanel({ locale, pieces, address, carried, isReadBy }: PanelProps) {
  const t = wordsIn(locale)
  const open = stillOpen(pieces)
  return (
    <section class="redactions" aria-labelledby="redactions">
      <h2 id="redactions">{t.redact_heading}</h2>
      {open > 0 ? (
        <Notice tone="warning">
          <p>{isReadBy === 'public' ? t.redact_open(open) : t.redact_open_office(open)}</p>
        </Notice>
      ) : (
        <p class="hint">{pieces.length > 0 ? t.redact_all : t.redact_none}</p>
      )}
      {pieces.length > 0 ? (
        <form method="post" action={address}>
          {carried}
          <ul>
            {pieces.map((piece) => (
              <PieceLine locale={locale} piece={piece} />
            ))}
          </ul>
        </form>
      ) : null}
      <form method="post" action={address}>
        {carried}
        <Field name="samarkan_lain" label={t.redact_more} hint={t.redact_more_hint} autocomplete="off" />
        <Button name="step" value="preview">
          {t.redact_do}
        </Button>
      </form>
    </section>
  )
}

function PieceLine({ locale, piece }: { locale: Locale; piece: Piece }) {
  const t = wordsIn(locale)
  const { text, kind, isRedacted } = piece
  const isMissing = kind === 'missing'
  return (
    <li>
      <span>
        <span class="label">{t[`redact_${kind}`]}</span>{' '}
        {isMissing ? <q>{text}</q> : isRedacted ? <s>{text}</s> : <mark>{text}</mark>}
      </span>
      <Button name={isRedacted ? 'tampilkan' : 'samarkan'} value={text}>
        {isMissing ? t.redact_drop : isRedacted ? t.redact_undo : t.redact_do}
      </Button>
    </li>
  )
}
