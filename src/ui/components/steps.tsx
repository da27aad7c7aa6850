import type { Child } from 'hono/jsx'

export type Step = { title: Child; text?: Child; state?: 'done' | 'now' | 'later' }

/** What happens next, in order. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <strong>{step.title}</strong>
          {step.text ? <p>{step.text}</p> : null}
        </li>
      ))}
    </ol>
  )
}
