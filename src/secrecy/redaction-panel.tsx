import type { Child } from 'hono/jsx'
import { Button, Field, Notice } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { allOpen, type Piece, stillOpen } from './redactions.ts'

type PanelProps = {
  locale: Locale
  pieces: readonly Piece[]
  /** Of what was to be taken out, what stands nowhere. */
  notFound: readonly string[]
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
export function RedactionPanel({ locale, pieces, notFound, address, carried, isReadBy }: PanelProps) {
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
          <ForAll {...{ locale, pieces }} />
        </form>
      ) : null}
      <form method="post" action={address}>
        {carried}
        <Field
          name="samarkan_lain"
          label={t.redact_more}
          hint={t.redact_more_hint}
          value={notFound.at(-1)}
          error={notFound.length > 0 ? t.redact_not_found(notFound) : undefined}
          autocomplete="off"
        />
        <Button name="step" value="preview">
          {t.redact_do}
        </Button>
      </form>
    </section>
  )
}

/** One press for all of them, and one that undoes it; where there is one piece, its own does. */
function ForAll({ locale, pieces }: Pick<PanelProps, 'locale' | 'pieces'>) {
  if (pieces.length < 2) return null
  const t = wordsIn(locale)
  const open = pieces.filter(({ isRedacted }) => !isRedacted).map(({ text }) => text)
  return (
    <div class="actions">
      {open.length > 0 ? (
        <>
          <input type="hidden" name={allOpen} value={JSON.stringify(open)} />
          <Button name="samarkan_semua" value="1">
            {t.redact_all_do}
          </Button>
        </>
      ) : null}
      {open.length < pieces.length ? (
        <Button name="tampilkan_semua" value="1">
          {t.redact_all_undo}
        </Button>
      ) : null}
    </div>
  )
}

function PieceLine({ locale, piece }: { locale: Locale; piece: Piece }) {
  const t = wordsIn(locale)
  const { text, kind, isRedacted } = piece
  const press = isRedacted ? t.redact_undo : t.redact_do
  return (
    <li>
      <span>
        <span class="label">{t[`redact_${kind}`]}</span> {isRedacted ? <s>{text}</s> : <mark>{text}</mark>}
      </span>
      <Button name={isRedacted ? 'tampilkan' : 'samarkan'} value={text} label={`${press}: ${text}`}>
        {press}
      </Button>
    </li>
  )
}
