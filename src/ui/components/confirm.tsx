import type { Child } from 'hono/jsx'
import type { Locale } from '../locale.ts'
import { wordsIn } from '../words/index.ts'
import { Button } from './button.tsx'

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
}

/** A page instead of a dialog: the question, what follows from it, one verb, one way back. */
export function Confirm({ locale, question, children, action, verb, fields = {}, cancel, danger }: ConfirmProps) {
  return (
    <form class="confirm" method="post" action={action}>
      <h1>{question}</h1>
      {children}
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="actions">
        <Button tone={danger ? 'danger' : 'main'}>{verb}</Button>
        <a href={cancel}>{wordsIn(locale).common_cancel}</a>
      </div>
    </form>
  )
}
