import { addedWords } from '../secrecy/added-words.ts'
import type { Deps } from '../secrecy/deps.ts'
import { letOut } from '../secrecy/letting-words-out.ts'
import { wordsSaid } from '../secrecy/words-said.ts'
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
  { action, trackingId, values }: Typed,
  perform: () => Promise<Outcome>,
): Promise<Outcome> {
  const { actor, setting, t } = duty
  const parent = action.joins?.(values)
  const text =
    parent === undefined
      ? await wordsOf(tx, deps, duty, { action, trackingId, values })
      : await wordsSaid(tx, deps.keys.keeper, parent)
  const at = { ...setting, indexSecret: deps.keys.indexSecret }
  const inside = parent === undefined && action.staysInside?.(values)
  const said = await letOut(tx, at, { actor, about: trackingId, text, inside }, perform, ({ kind }) => kind === 'done')
  if (!said.held) return said.done
  if (said.held === 'wait') return { kind: 'wrong', errors: { text: t.desk_error_names_wait } }
  return { kind: 'wrong', errors: parent === undefined ? { text: t.desk_error_names } : { parent: t.desk_error_merge } }
}

type Typed = { action: Action; trackingId: string; values: Values }

async function wordsOf(tx: Tx, deps: Deps, duty: Duty, { action, trackingId, values }: Typed): Promise<string> {
  if (action.edited) return addedWords(tx, deps.keys.keeper, trackingId, action.edited(duty, values))
  const { [lookedAt]: _hash, ...typed } = values
  return Object.values(typed).join('\n')
}
