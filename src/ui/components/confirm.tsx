import type { Child } from 'hono/jsx'
import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'
import { Button } from './button.tsx'
import { HiddenFields } from './hidden-fields.tsx'

export type ConfirmProps = {
  locale: Locale
  question: string
  /** What will happen, in a sentence or two. */
  children: Child
  /** Where the answer is posted, and the verb on its button. */
  action: string
  verb: string
  /** Sent along unchanged; also what was typed before. */
  fields?: Readonly<Record<string, string>>
  cancel: string
  danger?: boolean
  /** 2 when the page has its own first heading. */
  level?: 1 | 2
}

/** A page instead of a dialog: the question, what follows from it, one verb, one way back. */
export function Confirm({
  locale,
  question,
  children,
  action,
  verb,
  fields = {},
  cancel,
  danger,
  level = 1,
}: ConfirmProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <form class="confirm" method="post" action={action}>
      <Heading>{question}</Heading>
      {children}
      <HiddenFields values={fields} />
      <div class="actions">
        <Button tone={danger ? 'danger' : 'main'}>{verb}</Button>
        <a href={cancel}>{wordsIn(locale).common_cancel}</a>
      </div>
    </form>
  )
}
