import type { Deps } from '../secrecy/deps.ts'
import { mayLeave } from '../secrecy/letting-words-out.ts'
import type { Action, Values } from './action.ts'
import type { Duty } from './duty.ts'
import type { Outcome } from './perform-action.ts'

/**
 * Words that may not leave, as the form is told; undefined when they may. Whatever a form brings is looked at, unless its action
 * says that its words stay inside: an action added later is looked at without being named here.
 */
export async function stopLeavingWords(
  deps: Deps,
  { actor, setting, t }: Duty,
  action: Action,
  trackingId: string,
  values: Values,
): Promise<Outcome | undefined> {
  if (action.staysInside?.(values)) return undefined
  const at = { db: deps.db, indexSecret: deps.keys.indexSecret, directory: setting.directory, now: setting.now }
  const answer = await mayLeave(at, actor, trackingId, Object.values(values).join('\n'))
  if (answer === 'pass') return undefined
  return { kind: 'wrong', errors: { text: answer === 'wait' ? t.desk_error_names_wait : t.desk_error_names } }
}
