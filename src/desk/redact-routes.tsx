import { type Context, Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { as } from '../report/as.ts'
import type { Deps } from '../secrecy/deps.ts'
import { afterPress } from '../secrecy/redactions.ts'
import { isOffered, type Values } from './action.ts'
import { redactAction } from './actions/redact-action.tsx'
import { type Duty, dutyOf, type KnownPerson } from './duty.ts'
import { performAction } from './perform-action.ts'
import { readPosted } from './read-posted.ts'
import { piecesOut, readToRedact } from './redacting.tsx'
import { RedactPage } from './redact-page.tsx'
import { answer } from './report-routes.tsx'

const { noun } = redactAction

/** What the public reads, with words taken out or put back: shown first, then done. To whoever may not, the report says so. */
export function redactRoutes(deps: Deps) {
  return new Hono<KnownPerson>()
    .get(`/kelola/laporan/:id/${noun}`, staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      return show(deps, c, duty, undefined)
    })
    .post(`/kelola/laporan/:id/${noun}`, staffOnly, async (c) => {
      const duty = await dutyOf(deps, c)
      const arrived = await readPosted(deps, c, duty, noun)
      const { values, pressed } = afterPress(arrived.values)
      if (pressed || values.step !== 'send') return show(deps, c, duty, values)
      const id = c.req.param('id')
      const posted = { ...arrived, values }
      const outcome = await performAction(deps, duty, redactAction, id, posted)
      if (outcome.kind === 'wrong') return show(deps, c, duty, values, outcome.errors.approved)
      return answer(deps, c, duty, { id, noun, posted, outcome })
    })
}

/** @param values of the form; undefined: as the report stands */
async function show(deps: Deps, c: Context<KnownPerson>, duty: Duty, values: Values | undefined, notice?: string) {
  const id = c.req.param('id') ?? ''
  const read = await as(deps.db, duty.actor, (tx) => readToRedact(tx, duty, id))
  if (!read) return c.notFound()
  if (!isOffered(redactAction, read.open, duty)) {
    const refused = { kind: 'refused', reason: 'not_allowed' } as const
    const posted = { values: {}, seenSeq: undefined, attachments: undefined, formKey: '', staged: [], errors: {} }
    return answer(deps, c, duty, { id, noun, posted, outcome: refused })
  }
  c.header('cache-control', 'no-store')
  return c.html(<RedactPage {...{ duty, read, notice }} values={values ?? piecesOut(duty, read.open)} />)
}
