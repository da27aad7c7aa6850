import { unreadSoFar } from '../secrecy/become-public.ts'
import { findInWordsOf } from '../secrecy/personal-data/find-personal-data.ts'
import { withNumbers } from '../secrecy/strange-numbers.ts'
import { Button, HiddenFields, MarkedText, Pictures } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { picturesOf } from './my-thread.ts'
import { carriedIn, leftOf, type Values } from './presses.ts'
import type { EventRow, MyReport } from './read-my-report.ts'

type Props = { locale: Locale; address: string; values: Values; mine: MyReport }

/** What was said while nobody outside could read it: each with one press that keeps it among the parties, and one that undoes it. */
export function SaidBefore({ locale, address, values, mine }: Props) {
  const t = wordsIn(locale)
  const said = unreadSoFar(mine.report, mine.events).filter(({ seq, text }) => text || picturesOf(mine, seq).length > 0)
  if (said.length === 0) return null
  return (
    <section class="redactions" aria-labelledby="earlier">
      <h2 id="earlier">{t.redact_earlier}</h2>
      <p class="hint">{t.redact_earlier_hint}</p>
      <form method="post" action={address}>
        <HiddenFields values={carriedIn(values)} />
        <ul>
          {said.map((event) => (
            <Line {...{ locale, event, mine }} isLeft={leftOf(values).includes(event.seq)} />
          ))}
        </ul>
      </form>
    </section>
  )
}

function Line(props: { locale: Locale; event: EventRow; mine: MyReport; isLeft: boolean }) {
  const { locale, event, mine, isLeft } = props
  const { seq, actor_role, text } = event
  const t = wordsIn(locale)
  const pictures = picturesOf(mine, seq)
  return (
    <li>
      <span>
        <span class="label">{t[`report_role_${actor_role}`]}</span>{' '}
        <q>
          <MarkedText
            text={text ?? ''}
            marks={withNumbers(text ?? '', mine.known, findInWordsOf(actor_role, text ?? ''))}
          />
        </q>{' '}
        <strong>{isLeft ? t.redact_earlier_line : t.redact_earlier_words}</strong>
      </span>
      {pictures.length > 0 ? <Pictures pictures={pictures} words={t.common_photo} /> : null}
      <Button name={isLeft ? 'terbitkan_isi' : 'hanya_baris'} value={String(seq)}>
        {isLeft ? t.redact_earlier_to_words : t.redact_earlier_to_line}
      </Button>
    </li>
  )
}
