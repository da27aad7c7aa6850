import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { cleanLine, cleanText, maxTextLength, saysSomething } from '../intake/clean-text.ts'
import type { Role } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import type { Move, Stage } from '../report/lifecycle.ts'
import type { Moved } from '../report/move.ts'
import type { StagedPicture } from '../report/staged-pictures.ts'
import { can } from '../secrecy/can.ts'
import { secrecyFacts } from '../secrecy/facts.ts'
import { fieldId } from '../ui/components/index.ts'
import type { Vocabulary } from '../ui/words/index.ts'
import type { Duty } from './duty.ts'
import type { Noun } from './nouns.ts'
import type { OpenReport } from './open-report.ts'

export type Values = Readonly<Record<string, string>>
/** Field → why it came back, in the reader's words. */
export type FormErrors = Readonly<Record<string, string>>
type ErrorWord = Extract<keyof Vocabulary, `${'desk' | 'opening'}_error_${string}`>

/**
 * What a form brought, besides its values. `attachments`: under which its pictures were put aside, when there are any. `taken`: something was
 * taken out of its words (`whole`), or a button of their preview was pressed that only shows them again.
 */
export type Posted = {
  values: Values
  seenSeq: number | undefined
  attachments: string | undefined
  taken?: { whole: string; isPress: boolean }
}

/** A colleague to whom a report may be assigned. */
export type Colleague = { id: string; name: string; unitId: string }

export type FieldsProps = {
  duty: Duty
  open: OpenReport
  values: Values
  errors: FormErrors
  staged: readonly StagedPicture[]
  formKey: string
  colleagues: readonly Colleague[]
  /** Open reports about perhaps the same matter; undefined: not looked for yet. */
  candidates?: readonly Candidate[]
}

/** A report into which another might be merged. `title` is null where it may not be read. */
export type Candidate = { trackingId: string; title: string | null; stage: Stage; filedAt: Date }

/** Something that can be done with a report at a desk: its form, and the use case behind it. */
export type Action = {
  noun: Noun
  /** The move of the lifecycle that it is. */
  move(role: Role): Move
  /** Rules beyond the table and secrecy; the use case tells them again under the lock. */
  offered?(open: OpenReport, duty: Duty): boolean
  /** Whether its words stay among offices; all others are looked at before they leave (words-leaving.ts). */
  staysInside?(values: Values): boolean
  /** Of a form that edits the report itself: how its words would stand. Only what the editor added is looked at. */
  edited?(duty: Duty, values: Values): string
  /** Of a form that merges: the report, as written, whose words then stand above this one's; they are looked at as said about it. */
  joins?(values: Values): string | undefined
  /** Whether its form takes pictures. */
  pictures?: true
  Fields(props: FieldsProps): Child
  /** @returns what must be put right; undefined when it is done @throws ReportNotFound · MoveRefused */
  perform(tx: Tx, duty: Duty, open: OpenReport, posted: Posted): Promise<FormErrors | undefined>
}

type Plan<S extends z.ZodObject> = Omit<Action, 'perform'> & {
  schema: S
  run(tx: Tx, duty: Duty, open: OpenReport, input: z.output<S>, posted: Posted): Promise<Moved | Wrong>
}

/** Ties a form's schema to its use case. `run` may answer `wrong(…)` for what only it can know. */
export function makeAction<S extends z.ZodObject>({ schema, run, ...rest }: Plan<S>): Action {
  return {
    ...rest,
    perform: async (tx, duty, open, posted) => {
      const read = readFields(schema, posted.values, duty.t)
      if (!read.ok) return read.errors
      const answer = await run(tx, duty, open, read.value, posted)
      return 'wrong' in answer ? answer.wrong : undefined
    },
  }
}

type Wrong = { wrong: FormErrors }

export function wrong(field: string, words: string): Wrong {
  return { wrong: { [field]: words } }
}

export function isOffered(action: Action, open: OpenReport, duty: Duty): boolean {
  return (
    can(duty.actor, action.move(duty.actor.role), 'case', secrecyFacts(open.report), duty.setting.now) &&
    (action.offered?.(open, duty) ?? true)
  )
}

export function readFields<S extends z.ZodType>(
  schema: S,
  values: Values,
  t: Vocabulary,
): { ok: true; value: z.output<S> } | { ok: false; errors: FormErrors } {
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors = parsed.error.issues.map(({ path, message }) => [path.join('.'), errorWords(t, message)])
  return { ok: false, errors: Object.fromEntries(errors.reverse()) }
}

function errorWords(t: Vocabulary, word: string): string {
  return /^(desk|opening)_error_/.test(word) && word in t
    ? (t[word as ErrorWord] ?? t.desk_error_choice)
    : t.desk_error_choice
}

/** Several lines that must say something. @param missing why it came back empty */
export function words(missing: ErrorWord, most = maxTextLength) {
  return z
    .string()
    .default('')
    .transform(cleanText)
    .refine(saysSomething, missing)
    .refine((text) => text.length <= most, 'desk_error_long' satisfies ErrorWord)
}

/** One line that may stay empty: then it is undefined. */
export function maybeLine(most = 200) {
  return z
    .string()
    .default('')
    .transform((text) => cleanLine(text) || undefined)
    .refine((text) => (text?.length ?? 0) <= most, 'desk_error_long' satisfies ErrorWord)
}

/** Several lines that may stay empty. */
export function maybeWords(most = maxTextLength) {
  return z
    .string()
    .default('')
    .transform((text) => cleanText(text) || undefined)
    .refine((text) => (text?.length ?? 0) <= most, 'desk_error_long' satisfies ErrorWord)
}

export const tick = z.string().optional().transform(Boolean)

/** What a field of this form needs to be drawn: its own id among the forms of the page, what was typed, why it came back. */
export function fieldOf(noun: Noun, { values, errors }: Pick<FieldsProps, 'values' | 'errors'>, name: string) {
  return { name, id: fieldId(`${noun}-${name}`), value: values[name], error: errors[name] }
}
