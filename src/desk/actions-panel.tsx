import { carryingPieces, redactionsIn } from '../secrecy/redactions.ts'
import { Button, Details, fieldId, HiddenFields } from '../ui/components/index.ts'
import { link } from '../ui/locale.ts'
import type { StagedPicture } from '../report/staged-pictures.ts'
import type { Action, Candidate, Colleague, FieldsProps, FormErrors, Values } from './action.ts'
import type { Duty } from './duty.ts'
import type { Noun } from './nouns.ts'
import type { OpenReport } from './open-report.ts'
import { wordKey } from './word-key.ts'

/** A form that came back, or was asked for by its own address. */
export type Attempt = {
  noun: Noun
  values: Values
  errors: FormErrors
  formKey: string
  staged: readonly StagedPicture[]
}

export type ActionsPanelProps = {
  duty: Duty
  open: OpenReport
  /** What may be done now. */
  offered: readonly Action[]
  attempt?: Attempt
  /** For a form that has none yet. */
  formKey: string
  colleagues: readonly Colleague[]
  candidates?: readonly Candidate[]
}

/** What this person may do with the report now, each a fold with its form; the usual next step stands open to the eye. */
export function ActionsPanel(props: ActionsPanelProps) {
  const { duty, offered, attempt } = props
  const { t } = duty
  const kept = attempt && !offered.some((action) => action.noun === attempt.noun) ? keptWords(attempt.values) : []
  return (
    <section class="desk-actions" aria-label={t.desk_actions}>
      <h2>{t.desk_actions}</h2>
      {kept.length > 0 ? <KeptWords duty={duty} kept={kept} /> : null}
      {offered.length === 0 ? <p class="hint">{t.desk_no_actions}</p> : null}
      {offered.map((action, index) =>
        action.noun === 'penerusan' || action.noun === 'penyamaran' ? (
          <PageLink {...props} noun={action.noun} n={index + 1} />
        ) : (
          <div class="desk-action" id={fieldId(action.noun)} data-key={String(index + 1)}>
            <Details summary={t[`desk_do_${wordKey(action.noun)}`]} open={attempt?.noun === action.noun}>
              <ActionForm {...props} action={action} />
            </Details>
          </div>
        ),
      )}
    </section>
  )
}

/** What publishes has a page of its own, on which what the public will read is shown first. */
function PageLink({ duty, open, noun, n }: ActionsPanelProps & { noun: 'penerusan' | 'penyamaran'; n: number }) {
  const { t, locale } = duty
  return (
    <p class="desk-action" data-key={String(n)}>
      <a
        class={noun === 'penerusan' ? 'button main' : 'button'}
        href={link(locale, `/kelola/laporan/${open.report.tracking_id}/${noun}`)}
      >
        {t[`desk_do_${noun}`]}
      </a>
    </p>
  )
}

function ActionForm({ action, ...props }: ActionsPanelProps & { action: Action }) {
  const { duty, open, attempt } = props
  const { noun, pictures, Fields } = action
  const tried = attempt?.noun === noun ? attempt : undefined
  const fields: FieldsProps = {
    duty,
    open,
    values: tried?.values ?? {},
    errors: tried?.errors ?? {},
    staged: tried?.staged ?? [],
    formKey: tried?.formKey ?? props.formKey,
    colleagues: props.colleagues,
    candidates: props.candidates,
  }
  return (
    <form
      method="post"
      action={link(duty.locale, `/kelola/laporan/${open.report.tracking_id}/${noun}`)}
      enctype={pictures ? 'multipart/form-data' : undefined}
      novalidate
    >
      <input type="hidden" name="seenSeq" value={String(open.report.last_seq)} />
      {pictures ? <input type="hidden" name="formKey" value={fields.formKey} /> : null}
      <HiddenFields values={carryingPieces({}, redactionsIn(fields.values))} />
      <Fields {...fields} />
      <Button tone={noun === 'jawaban' ? 'main' : 'plain'}>{duty.t[`desk_verb_${wordKey(noun)}`]}</Button>
    </form>
  )
}

/** What was typed into a form that is no longer offered: to be taken along, not lost. */
function KeptWords({ duty, kept }: { duty: Duty; kept: readonly string[] }) {
  return (
    <div class="card">
      <h3>{duty.t.desk_kept}</h3>
      {kept.map((words) => (
        <div class="prose">{words}</div>
      ))}
    </div>
  )
}

function keptWords({ title, text }: Values): string[] {
  return [title, text].flatMap((words) => (words?.trim() ? [words] : []))
}
