import type { Child } from 'hono/jsx'
import { FieldNotes, type FieldProps, fieldAttributes, fieldId } from './field-frame.tsx'

export type Choice = {
  value: string
  title: string
  /** One sentence: who sees what. */
  text?: Child
  /** Further plain lines under the sentence. */
  points?: readonly string[]
}

export type RadioCardsProps = Omit<FieldProps, 'label'> & {
  legend: Child
  choices: readonly Choice[]
  value?: string
}

/** One of a few choices, each a card that says what it means. The whole card is the target. */
export function RadioCards(props: RadioCardsProps) {
  const { name, id = fieldId(name), legend, hint, error, choices, value, required } = props
  return (
    <fieldset class={error ? 'field cards wrong' : 'field cards'} id={id} tabindex={-1}>
      <legend>{legend}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div class="choices">
        {choices.map((choice, index) => (
          <div>
            <label class="choice">
              <input
                type="radio"
                name={name}
                value={choice.value}
                checked={choice.value === value || undefined}
                required={required && index === 0 ? true : undefined}
              />{' '}
              <span class="choice-title">{choice.title}</span>{' '}
              {choice.text ? <span class="choice-text">{choice.text}</span> : null}
              {choice.points?.map((point) => (
                <span class="choice-text point">{point}</span>
              ))}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

/** Yes or no. `value` is what is posted when ticked. */
export function Checkbox(props: FieldProps & { checked?: boolean; value?: string }) {
  const { checked, value = '1', label, hint, error } = props
  const attributes = fieldAttributes(props)
  return (
    <div class={error ? 'field tick wrong' : 'field tick'}>
      <input {...attributes} type="checkbox" value={value} checked={checked || undefined} />
      <label for={attributes.id}>{label}</label>
      <FieldNotes id={attributes.id} hint={hint} error={error} />
    </div>
  )
}
