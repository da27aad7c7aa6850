import { type Context, Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import type { Deps } from '../secrecy/deps.ts'
import { link } from '../ui/locale.ts'
import type { FormErrors } from './action.ts'
import { actionOf } from './actions/index.ts'
import { doneWords } from './done-words.ts'
import { type Duty, dutyOf, type KnownPerson } from './duty.ts'
import { deskHome } from './home.ts'
import { readPresses } from './look-again.ts'
import { isNoun, type Noun } from './nouns.ts'
import { type Outcome, performAction } from './perform-action.ts'
import { type PostedAction, readPosted } from './read-posted.ts'
import { refusalWords } from './refusal-words.ts'
import { SaidPreview } from './said-preview.tsx'
import { type Shown, showReport } from './show-report.tsx'

/** /kelola/laporan/{id}, and what is done with a report: one sub-resource a move. */
export function reportRoutes(deps: Deps) {
  return new Hono<KnownPerson>()
    .get('/kelola/laporan/:id', staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      if (!deskHome(duty.person.role)) return c.notFound()
      return showReport(deps, c, duty, c.req.param('id'), { done: doneWords(duty.t, c.req.query('sudah')) })
    })
    .get('/kelola/laporan/:id/:noun', staffOnly, async (c) => {
      const { id, noun } = c.req.param()
      const duty = await dutyOf(deps, c)
      if (!isNoun(noun) || !deskHome(duty.person.role)) return c.notFound()
      const attempt = { noun, values: {}, errors: {}, formKey: '', staged: [] }
      return showReport(deps, c, duty, id, { attempt })
    })
    .post('/kelola/laporan/:id/:noun', staffOnly, async (c) => {
      const { id, noun } = c.req.param()
      const duty = await dutyOf(deps, c)
      const action = isNoun(noun) ? actionOf(noun) : undefined
      if (!action || !deskHome(duty.person.role)) return c.notFound()
      const arrived = await readPosted(deps, c, duty, action.noun, action.pictures)
      const { whole: posted, said } = readPresses(arrived)
      if (arrived.values.step === 'edit') return formAgain(deps, c, duty, { id, noun: action.noun, posted })
      const outcome: Outcome =
        Object.keys(posted.errors).length > 0
          ? { kind: 'wrong', errors: posted.errors }
          : await performAction(deps, duty, action, id, said)
      return answer(deps, c, duty, { id, noun: action.noun, posted, outcome })
    })
}

export type Tried = { id: string; noun: Noun; posted: PostedAction; outcome: Outcome }

/** What a browser is told after a step: onward with 303, or the report again with what was typed. */
export function answer(deps: Deps, c: Context<KnownPerson>, duty: Duty, { outcome, ...tried }: Tried) {
  const { id, noun, posted } = tried
  const again = (shown: Shown, errors = {}) => formAgain(deps, c, duty, tried, shown, errors)
  switch (outcome.kind) {
    case 'absent':
      return c.notFound()
    case 'done':
      return c.redirect(link(duty.locale, afterwards(duty, id, noun, outcome.inSight)), 303)
    case 'wrong':
      return again({ status: 422 }, outcome.errors)
    case 'look':
      c.header('cache-control', 'no-store')
      return c.html(<SaidPreview {...{ duty, noun, posted }} asked={outcome} />, outcome.isPress ? 200 : 422)
    case 'changed':
      return again({ status: 409, since: outcome.since })
    case 'refused':
      return again({ status: 409, refused: refusalWords(duty.t, outcome.reason) })
  }
}

/** The report with the form as it was typed. */
function formAgain(
  deps: Deps,
  c: Context<KnownPerson>,
  duty: Duty,
  { id, noun, posted: { values, formKey, staged } }: Omit<Tried, 'outcome'>,
  shown: Shown = {},
  errors: FormErrors = {},
) {
  return showReport(deps, c, duty, id, { attempt: { noun, values, errors, formKey, staged }, ...shown })
}

/** Back to the report, or to the desk when it has left this person's sight. */
function afterwards({ person }: Duty, id: string, noun: Noun, inSight: boolean): string {
  return inSight ? `/kelola/laporan/${id}?sudah=${noun}` : `${deskHome(person.role)}?sudah=${noun}&nomor=${id}`
}
