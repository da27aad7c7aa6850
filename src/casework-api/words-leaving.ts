import type { Context } from 'hono'
import { problem } from '../platform/problem.ts'
import type { Tx } from '../report/as.ts'
import type { Keeper } from '../report/keeper.ts'
import { addedWords } from '../secrecy/added-words.ts'
import { type HeldBack, pauseHours } from '../secrecy/letting-words-out.ts'
import { wordsSaid } from '../secrecy/words-said.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { MoveCall } from './move-call.ts'
import { saidInCall } from './said-in-call.ts'

/** Moves whose words stay among offices. */
const staysInside: readonly MoveCall['path'][] = ['assignment', 'merge']

const t = wordsIn('id')

/** Whether the words of a call stay among offices; of a merge it is the parent's that are looked at. */
export function isInside({ path }: MoveCall): boolean {
  return path !== 'merge' && staysInside.includes(path)
}

/** Whether the words of a call leave the office as they are; the forwarding shows what it publishes by itself. */
export function leavesOffice({ path }: MoveCall): boolean {
  return path !== 'verification' && !staysInside.includes(path)
}

type Body = Readonly<Record<string, unknown>>

/**
 * The words of a call that leave the office: every text of it, whatever its name. Of the forwarding what it adds to the reporter's own
 * words; at those it looks itself. Of a merge what was said on the parent, which then stands above this report's.
 */
export async function leavingWords(tx: Tx, keeper: Keeper, { path }: MoveCall, id: string, body: Body) {
  if (path === 'merge') return wordsSaid(tx, keeper, String(body.into))
  if (path === 'verification') return addedWords(tx, keeper, id, textsOf([body.title, body.text, body.place]))
  return textsOf(Object.values(saidInCall(body)))
}

function textsOf(values: readonly unknown[]): string {
  return values.filter((value) => typeof value === 'string').join('\n')
}

/** The answer to words that may not leave. */
export function heldBack(c: Context, held: HeldBack, { path }: MoveCall): Response {
  if (held === 'stopped')
    return problem(c, 422, 'names_somebody', path === 'merge' ? t.desk_error_merge : t.desk_error_names)
  c.header('retry-after', String(pauseHours * 3600))
  return problem(c, 429, 'too_many_tries', t.desk_error_names_wait)
}
