import type { Context } from 'hono'
import type { Setting } from '../agencies/setting.ts'
import { problem } from '../platform/problem.ts'
import type { Actor } from '../report/actor.ts'
import type { Deps } from '../secrecy/deps.ts'
import { mayLeave, pauseHours } from '../secrecy/letting-words-out.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { MoveCall } from './move-call.ts'

/** Moves whose words stay among offices, and the forwarding, whose words have a page of their own to be looked at. */
const staysInside: readonly MoveCall['path'][] = ['assignment', 'verification', 'merge']

const t = wordsIn('id')

/** The answer to words that may not leave; undefined when they may. Every text of a call is looked at, whatever its name. */
export async function stopLeavingWords(
  deps: Deps,
  c: Context,
  actor: Actor,
  { path }: MoveCall,
  body: Readonly<Record<string, unknown>>,
  { directory, now }: Setting,
): Promise<Response | undefined> {
  if (staysInside.includes(path)) return undefined
  const text = Object.values(body).filter((value) => typeof value === 'string')
  const at = { db: deps.db, indexSecret: deps.keys.indexSecret, directory, now }
  const answer = await mayLeave(at, actor, c.req.param('id') ?? '', text.join('\n'))
  if (answer === 'pass') return undefined
  if (answer === 'stopped') return problem(c, 422, 'names_somebody', t.desk_error_names)
  c.header('retry-after', String(pauseHours * 3600))
  return problem(c, 429, 'too_many_tries', t.desk_error_names_wait)
}
