import type { Child } from 'hono/jsx'
import type { Zone } from '../../report/clocks/day.ts'
import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'
import { Icon } from './icon.tsx'
import { Moment } from './moment.tsx'
import { type Picture, Pictures } from './pictures.tsx'

export type ThreadMessage = {
  kind: 'message'
  by: 'reporter' | 'agency' | 'desk' | 'system'
  /** The office's name, or what the reporter is called here. */
  name: string
  at: Date
  text: string
  /** The outcome of an answer, in words. */
  outcome?: string
  pictures?: readonly Picture[]
  /** What the public reads of it, where words were taken out. */
  asPublic?: string
  /** Only the handling offices see it. */
  internal?: string
}

export type ThreadMove = { kind: 'move'; at: Date; words: Child }

export type ThreadEntry = ThreadMessage | ThreadMove

/** A conversation with offices named; moves are quiet lines between. Oldest first. */
export function Thread({ locale, entries, zone }: { locale: Locale; entries: readonly ThreadEntry[]; zone: Zone }) {
  return (
    <ol class="thread">
      {entries.map((entry) =>
        entry.kind === 'move' ? (
          <li class="move">
            {entry.words} · <Moment locale={locale} at={entry.at} zone={zone} brief />
          </li>
        ) : (
          <li class={`message ${entry.by}${entry.internal ? ' internal' : ''}`}>
            <Message locale={locale} message={entry} zone={zone} />
          </li>
        ),
      )}
    </ol>
  )
}

function Message({ locale, message, zone }: { locale: Locale; message: ThreadMessage; zone: Zone }) {
  return (
    <article>
      <header>
        <span>
          <Icon name={message.by === 'reporter' ? 'person' : 'office'} />
          <strong>{message.name}</strong>
        </span>{' '}
        <Moment locale={locale} at={message.at} zone={zone} />
      </header>
      {message.internal ? <p class="internal-word">{message.internal}</p> : null}
      {message.outcome ? <p class="outcome">{message.outcome}</p> : null}
      <div class="prose">{message.text}</div>
      {message.asPublic ? <p class="hint">{wordsIn(locale).redact_as_public(message.asPublic)}</p> : null}
      {message.pictures?.length ? <Pictures words={wordsIn(locale).common_photo} pictures={message.pictures} /> : null}
    </article>
  )
}
