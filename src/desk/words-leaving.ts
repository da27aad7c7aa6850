import { addedWords } from '../secrecy/added-words.ts'
import type { Deps } from '../secrecy/deps.ts'
import { letOut } from '../secrecy/letting-words-out.ts'
import type { Tx } from '../report/as.ts'
import type { Action, Values } from './action.ts'
import type { Duty } from './duty.ts'
import { lookedAt } from './look-again.ts'
import type { Outcome } from './perform-action.ts'

/**
 * Does what a form asks for, unless its words may not leave: then the form comes back. Whatever a form brings is looked at, unless its
 * action says that its words stay inside: an action added later is looked at without being named here.
 */
export async function withLeavingWords(
  tx: Tx,
  deps: Deps,
  duty: Duty,
  { action, trackingId, values }: { action: Action; trackingId: string; values: Values },
  perform: () => Promise<Outcome>,
): Promise<Outcome> {
  const { actor, setting, t } = duty
  const { [lookedAt]: _hash, ...typed } = values
  const text = action.edited
    ? await addedWords(tx, deps.keys.keeper, trackingId, action.edited(duty, values))
    : action.staysInside?.(values)
      ? ''
      : Object.values(typed).join('\n')
  const at = { ...setting, indexSecret: deps.keys.indexSecret }
  const said = await letOut(tx, at, { actor, about: trackingId, text }, perform, ({ kind }) => kind === 'done')
  if (!said.held) return said.done
  return { kind: 'wrong', errors: { text: said.held === 'wait' ? t.desk_error_names_wait : t.desk_error_names } }
}
