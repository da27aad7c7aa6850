import { postQuery } from '../read/v2.ts'
import type { XAccount } from './account.ts'
import { type CallDeps, openX } from './call.ts'
import { XFailed } from './x-failed.ts'

/** X sends an empty line every 20 seconds; a connection that is silent for longer is half open. */
const silenceMs = 45_000

/** One line is one post; longer is none. */
const maxLine = 1024 * 1024

/**
 * The filtered stream: hands on each line with words in it, until the connection ends or `signal` does. Ends only by throwing.
 * @throws XFailed · whatever `onLine` throws, for what was not kept must come again
 */
export async function followStream(
  deps: CallDeps,
  account: XAccount,
  signal: AbortSignal,
  onLine: (line: string) => Promise<void>,
): Promise<void> {
  const silence = new AbortController()
  const both = AbortSignal.any([signal, silence.signal])
  let timer = setTimeout(() => silence.abort(), silenceMs)
  try {
    const query = { ...postQuery, backfill_minutes: undefined }
    const call = { part: 'stream', by: 'app', path: '/2/tweets/search/stream', query, signal: both } as const
    const answer = await openX(deps, account, call)
    const lines = new TextDecoder()
    let rest = ''
    for await (const bytes of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), silenceMs)
      const [last = '', ...whole] = (rest + lines.decode(bytes, { stream: true })).split('\n').toReversed()
      rest = last.length > maxLine ? '' : last
      for (const line of whole.toReversed()) if (line.trim()) await onLine(line)
    }
    throw new XFailed('X stream ended', { trouble: 'away' })
  } catch (error) {
    if (error instanceof TypeError || (error as Error).name === 'AbortError')
      throw new XFailed('X stream broken', { trouble: 'away' })
    throw error
  } finally {
    clearTimeout(timer)
    silence.abort()
  }
}
