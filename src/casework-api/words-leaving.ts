import type { Context } from 'hono'
import { problem } from '../platform/problem.ts'
import { type HeldBack, pauseHours } from '../secrecy/letting-words-out.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { MoveCall } from './move-call.ts'

/** Moves whose words stay among offices, and the forwarding, which looks at its words itself. */
const staysInside: readonly MoveCall['path'][] = ['assignment', 'verification', 'merge']

const t = wordsIn('id')

/** The words of a call that leave the office: every text of it, whatever its name. */
export function leavingWords({ path }: MoveCall, body: Readonly<Record<string, unknown>>): string {
  if (staysInside.includes(path)) return ''
  return Object.values(body)
    .filter((value) => typeof value === 'string')
    .join('\n')
}

/** The answer to words that may not leave. */
export function heldBack(c: Context, held: HeldBack): Response {
  if (held === 'stopped') return problem(c, 422, 'names_somebody', t.desk_error_names)
  c.header('retry-after', String(pauseHours * 3600))
  return problem(c, 429, 'too_many_tries', t.desk_error_names_wait)
}
