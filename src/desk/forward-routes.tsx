import { type Context, Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { as } from '../report/as.ts'
import type { Deps } from '../secrecy/deps.ts'
import { afterPress } from '../secrecy/redactions.ts'
import { type FormErrors, isOffered } from './action.ts'
import { forwardAction } from './actions/forward-action.tsx'
import { type Duty, dutyOf, type KnownPerson } from './duty.ts'
import { standingPlace } from './forward-fields.tsx'
import { ForwardPage, type ForwardPageProps } from './forward-page.tsx'
import { ForwardPreview } from './forward-preview.tsx'
import { readToShow } from './forward-shown.tsx'
import { readForwarding } from './forwarding.ts'
import { afterChoice } from '../secrecy/earlier-choices.ts'
import { deskHome } from './home.ts'
import { openReport } from './open-report.ts'
import { performAction } from './perform-action.ts'
import { readPosted } from './read-posted.ts'
import { refusalWords } from './refusal-words.ts'
import { answer } from './report-routes.tsx'
import { showReport } from './show-report.tsx'

/**
 * Verify and forward: the form, then exactly what the public will see, then the act. Nothing is published that was not
 * shown: the second post carries the fingerprint of what the first one showed.
 */
export function forwardRoutes(deps: Deps) {
  return new Hono<KnownPerson>()
    .get('/kelola/laporan/:id/penerusan', staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      return showForm(deps, c, duty, c.req.param('id'), {})
    })
    .post('/kelola/laporan/:id/penerusan', staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      const id = c.req.param('id')
      const arrived = await readPosted(deps, c, duty, 'penerusan')
      const redacted = afterPress(arrived.values)
      const chosen = afterChoice(redacted.values)
      const { values } = chosen
      const posted = { ...arrived, values }
      const { seenSeq = 0 } = posted
      const read = readForwarding(duty, values)
      const errors = { ...(read.ok ? {} : read.errors), ...posted.errors }
      if (!read.ok || values.step === 'edit' || Object.keys(errors).length > 0) {
        const shown = values.step === 'edit' ? {} : errors
        return showForm(deps, c, duty, id, { values, errors: shown, status: values.step === 'edit' ? 200 : 422 })
      }
      const asks = values.step !== 'preview' && !redacted.pressed && !chosen.pressed
      if (!asks || !values.approved) return showPreview(deps, c, duty, id, { values, seenSeq })
      const outcome = await performAction(deps, duty, forwardAction, id, posted)
      if (outcome.kind === 'wrong' && (outcome.errors.approved || outcome.errors.earlier))
        return showPreview(deps, c, duty, id, { values, seenSeq, errors: outcome.errors })
      if (outcome.kind === 'wrong') return showForm(deps, c, duty, id, { values, errors: outcome.errors, status: 422 })
      if (outcome.kind === 'changed') return showForm(deps, c, duty, id, { values, since: outcome.since, status: 409 })
      return answer(deps, c, duty, { id, noun: 'penerusan', posted, outcome })
    })
}

type FormShown = Partial<Pick<ForwardPageProps, 'values' | 'errors' | 'since'>> & { status?: 200 | 409 | 422 }

/** The form; when forwarding is not (or no longer) this person's, the report says why. */
async function showForm(
  deps: Deps,
  c: Context<KnownPerson>,
  duty: Duty,
  id: string,
  { status = 200, ...shown }: FormShown,
) {
  if (!deskHome(duty.person.role)) return c.notFound()
  const open = await as(deps.db, duty.actor, (tx) => openReport(tx, duty, id))
  if (!open) return c.notFound()
  const { values = {}, errors = {}, since } = shown
  if (!isOffered(forwardAction, open, duty)) {
    const attempt = { noun: 'penerusan', values, errors: {}, formKey: '', staged: [] } as const
    return showReport(deps, c, duty, id, {
      attempt,
      since,
      refused: since ? undefined : refusalWords(duty.t, 'not_allowed'),
      status: 409,
    })
  }
  c.header('cache-control', 'no-store')
  return c.html(<ForwardPage {...{ duty, open, values, errors, since }} />, status)
}

type PreviewShown = { values: Readonly<Record<string, string>>; seenSeq: number; errors?: FormErrors }

async function showPreview(
  deps: Deps,
  c: Context<KnownPerson>,
  duty: Duty,
  id: string,
  { values: posted, seenSeq, errors }: PreviewShown,
) {
  const found = await as(deps.db, duty.actor, (tx) => readToShow(tx, duty, id, posted))
  if (!found) return c.notFound()
  // A form without the field leaves the place as it stands: it is shown, and looked at, all the same.
  const values = { place: standingPlace(found.open), ...posted }
  const read = readForwarding(duty, values)
  if (!read.ok) return c.notFound()
  const { open, heldUntil, known } = found
  const since = open.events.filter((event) => event.seq > seenSeq)
  if (since.length > 0 || !isOffered(forwardAction, open, duty))
    return showForm(deps, c, duty, id, { values, since, status: 409 })
  c.header('cache-control', 'no-store')
  const { forwarding } = read
  return c.html(
    <ForwardPreview {...{ duty, open, values, heldUntil, known, forwarding, errors }} />,
    errors?.earlier ? 422 : 200,
  )
}
