import type { Child } from 'hono/jsx'
import { Button, fieldId, MarkedText, Notice } from '../ui/components/index.ts'
import type { Duty } from './duty.ts'
import { type EarlierWords, isUndecided } from './earlier-words.ts'
import { lineOf } from './report-thread.tsx'

type Props = {
  duty: Duty
  earlier: readonly EarlierWords[]
  address: string
  /** The form as it stands, unseen. */
  carried: Child
}

/** What was said before and is published with the report: each with one press that keeps its words among the parties, and one that undoes it. */
export function EarlierPanel({ duty, earlier, address, carried }: Props) {
  const { t } = duty
  if (earlier.length === 0) return null
  return (
    <section class="redactions" id={fieldId('earlier')} aria-labelledby="earlier">
      <h2 id="earlier">{t.redact_earlier}</h2>
      {isUndecided(earlier) ? (
        <Notice tone="warning">
          <p>{t.redact_earlier_open}</p>
        </Notice>
      ) : (
        <p class="hint">{t.redact_earlier_hint}</p>
      )}
      <form method="post" action={address}>
        {carried}
        <ul>
          {earlier.map((words) => (
            <Line duty={duty} words={words} />
          ))}
        </ul>
      </form>
    </section>
  )
}

function Line({ duty, words: { event, text, finds, choice } }: { duty: Duty; words: EarlierWords }) {
  const { t } = duty
  const state = choice ?? (finds.length > 0 ? 'undecided' : 'words')
  return (
    <li>
      <span>
        <span class="label">{lineOf(duty, { ...event, actorName: null })}</span>{' '}
        <q>
          <MarkedText text={text} marks={finds} />
        </q>{' '}
        <strong>{t[`redact_earlier_${state}`]}</strong>
      </span>
      {choice === 'line' ? null : (
        <Button name="hanya_baris" value={String(event.seq)}>
          {t.redact_earlier_to_line}
        </Button>
      )}
      {state === 'words' ? null : (
        <Button name="terbitkan_isi" value={String(event.seq)}>
          {t.redact_earlier_to_words}
        </Button>
      )}
    </li>
  )
}
