import type { Now } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/db.ts'
import type { XAccount } from './account.ts'
import { readFailure } from './read-failure.ts'
import { signAsUs } from './sign.ts'
import { noteState, type Part } from './state.ts'
import { type Trouble, XFailed } from './x-failed.ts'

const patienceMs = 10_000

/** `by`: our account (`us`), or the app with its bearer token. */
export type Call = {
  part: Part
  by: 'us' | 'app'
  method?: 'GET' | 'POST' | 'DELETE'
  path: string
  query?: Readonly<Record<string, string | undefined>>
  body?: object
  /** Instead of our patience: for a stream. */
  signal?: AbortSignal
}

export type CallDeps = { db: Db; now: Now }

/** Asks X once and notes for the operator how that went. @throws XFailed */
export async function callX(deps: CallDeps, account: XAccount, call: Call): Promise<unknown> {
  const answer = await openX(deps, account, call)
  return answer.json().catch(() => {
    throw new XFailed('X no JSON', { trouble: 'away' })
  })
}

/** The same, the body still to be read. */
export async function openX(deps: CallDeps, account: XAccount, call: Call): Promise<Response> {
  try {
    const answer = await send(deps, account, call)
    await noteState(deps, call.part)
    return answer
  } catch (error) {
    if (error instanceof XFailed) await noteState(deps, call.part, troubleOf(error, call.part), error.againAt)
    throw error
  }
}

/** What X refuses of one message is no trouble; a list that it refuses, for whatever reason, brings nothing any more. */
function troubleOf({ trouble, why }: XFailed, part: Part): Trouble | undefined {
  if (trouble || part === 'post' || part === 'direct') return trouble
  return part === 'lookup' && why !== 'unknown' ? undefined : 'unknown'
}

async function send({ now }: CallDeps, { apiUrl, keys }: XAccount, call: Call): Promise<Response> {
  const { by, method = 'GET', path, query = {}, body, signal = AbortSignal.timeout(patienceMs) } = call
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${strict(value)}`],
  )
  const url = `${apiUrl.replace(/\/$/, '')}${path}${asked.length > 0 ? `?${asked.join('&')}` : ''}`
  const answer = await fetch(url, {
    method,
    redirect: 'error',
    signal,
    headers: {
      authorization: by === 'us' ? signAsUs(keys, method, url) : `Bearer ${keys.bearer}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    body: body && JSON.stringify(body),
  }).catch((error: Error) => {
    throw new XFailed(error.name === 'TimeoutError' ? 'X too slow' : 'X away', { trouble: 'away' })
  })
  if (answer.ok) return answer
  throw readFailure(answer.status, answer.headers, await answer.text().catch(() => ''), now())
}

/** As RFC 3986 has it, and OAuth with it: `!'()*` are signs too. */
function strict(value: string): string {
  return encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
