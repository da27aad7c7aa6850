import type { Child } from 'hono/jsx'
import { Button, Field, Notice } from '../ui/components/index.ts'
import type { Duty } from './duty.ts'
import type { Piece } from './redactions.ts'

type PanelProps = { duty: Duty; pieces: readonly Piece[]; address: string; carried: Child; isPublic: boolean }

/**
 * What in the words may point at somebody, each with one press that takes it out and one that puts it back; the preview above
 * follows. Needs no script, and sends nothing. @param carried the form as it stands, unseen
 */
export function RedactionPanel({ duty, pieces, address, carried, isPublic }: PanelProps) {
  const { t } = duty
  const open = pieces.filter(({ isRedacted }) => !isRedacted).length
  return (
    <section class="redactions" aria-labelledby="redactions">
      <h2 id="redactions">{t.desk_redact_heading}</h2>
      {open > 0 ? (
        <Notice tone="warning">
          <p>{isPublic ? t.desk_redact_open(open) : t.desk_redact_open_office(open)}</p>
        </Notice>
      ) : (
        <p class="hint">{pieces.length > 0 ? t.desk_redact_all : t.desk_redact_none}</p>
      )}
      {pieces.length > 0 ? (
        <form method="post" action={address}>
          {carried}
          <ul>
            {pieces.map((piece) => (
              <PieceLine duty={duty} piece={piece} />
            ))}
          </ul>
        </form>
      ) : null}
      <form method="post" action={address}>
        {carried}
        <Field name="samarkan_lain" label={t.desk_redact_more} hint={t.desk_redact_more_hint} autocomplete="off" />
        <Button name="step" value="preview">
          {t.desk_redact_do}
        </Button>
      </form>
    </section>
  )
}

function PieceLine({ duty, piece }: { duty: Duty; piece: Piece }) {
  const { t } = duty
  const { text, kind, isRedacted } = piece
  return (
    <li>
      <span>
        <span class="label">{t[`desk_redact_${kind}`]}</span> {isRedacted ? <s>{text}</s> : <mark>{text}</mark>}
      </span>
      <Button name={isRedacted ? 'tampilkan' : 'samarkan'} value={text}>
        {isRedacted ? t.desk_redact_undo : t.desk_redact_do}
      </Button>
    </li>
  )
}
