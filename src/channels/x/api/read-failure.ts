import { z } from 'zod'
import { XFailed } from './x-failed.ts'

const minuteMs = 60_000

/** Without a word of when: a window of X is 15 minutes; a measure of a month is asked about again after some hours; so are keys. */
const windowMs = 15 * minuteMs
const quotaMs = 6 * 60 * minuteMs

/** RFC 9457 as X v2 sends it, or the older list of numbered errors. */
const problem = z.object({
  type: z.string().optional(),
  detail: z.string().optional(),
  reason: z.string().optional(),
  errors: z.array(z.object({ code: z.number().optional(), message: z.string().optional() })).optional(),
})

/** What an answer that is no success means, for this message and for the next. @param now the application's clock */
export function readFailure(status: number, headers: Headers, body: string, now: Date): XFailed {
  const said = read(body)
  const words = [said.type, said.detail, said.reason, ...(said.errors ?? []).map(({ message }) => message)].join(' ')
  const codes = (said.errors ?? []).map(({ code }) => code)
  const later = (ms: number) => new Date(now.getTime() + ms)
  if (status === 429) {
    const spent = /usage-capped|UsageCapExceeded|monthly/i.test(words)
    const day = resetOf(headers, 'x-user-limit-24hour') ?? resetOf(headers, 'x-app-limit-24hour')
    if (spent) return new XFailed('X 429 quota', { trouble: 'quota', againAt: later(quotaMs) })
    if (day) return new XFailed('X 429 day', { trouble: 'quota', againAt: soonest(day, now) })
    const reset = resetOf(headers, 'x-rate-limit', true)
    return new XFailed('X 429', { trouble: 'limited', againAt: reset ? soonest(reset, now) : later(windowMs) })
  }
  if (status >= 500) return new XFailed(`X ${status}`, { trouble: 'away' })
  if (status === 401) return new XFailed('X 401', { trouble: 'refused', againAt: later(windowMs) })
  if (status === 403) {
    if (/duplicate/i.test(words) || codes.includes(187)) return new XFailed('X 403 duplicate', { why: 'duplicate' })
    if (/deleted or not visible/i.test(words) || codes.includes(385)) return new XFailed('X 403 gone', { why: 'gone' })
    const isClosed =
      /cannot send messages|do not have permission to DM|not (?:permitted|allowed) to (?:send|message)|dm(?:s)? (?:is|are) closed/i
    if (isClosed.test(words) || codes.includes(349)) return new XFailed('X 403 closed', { why: 'closed' })
    const isOurs = /app permissions|client-forbidden|client-not-enrolled|suspended|locked|not-authorized/i
    if (isOurs.test(words) || codes.some((code) => [64, 89, 326, 453].includes(code ?? 0)))
      return new XFailed('X 403 refused', { trouble: 'refused', againAt: later(windowMs) })
    return new XFailed('X 403', { why: 'unknown' })
  }
  return new XFailed(`X ${status}`, { why: status === 404 ? 'gone' : 'unknown' })
}

function read(body: string): z.infer<typeof problem> {
  try {
    return problem.safeParse(JSON.parse(body)).data ?? {}
  } catch {
    return {}
  }
}

/** When the window opens again, where nothing of it is left. Seconds since 1970 by the clock of X. */
function resetOf(headers: Headers, name: string, always = false): number | undefined {
  const reset = Number(headers.get(`${name}-reset`))
  const isSpent = always || headers.get(`${name}-remaining`) === '0'
  return isSpent && reset > 0 ? reset : undefined
}

/** By how long it is from now on the machine's own clock, so that a moved clock of the application waits no longer. */
function soonest(resetSeconds: number, now: Date): Date {
  const waitMs = Math.max(resetSeconds * 1_000 - Date.now(), 0) + 1_000
  return new Date(now.getTime() + waitMs)
}
