import type { Mail } from './mail.ts'

/** What the server that received a mail for us found out about who sent it; `unknown` where no such server is set. */
export type Trust = 'passed' | 'failed' | 'unknown'

/**
 * Authentication-Results (RFC 8601) of the server that we trust, the topmost under its name: others can be written by anybody. DMARC
 * speaks of the address in From; a bare SPF or DKIM only where its domain is that of From.
 * @param trusts name under which that server writes
 */
export function trustOf({ headers, from }: Mail, trusts: string | null | undefined): Trust {
  if (!trusts || !from) return 'unknown'
  const results = headers.get('authentication-results')?.find((line) => {
    const [name = ''] = line.trim().split(/[\s;]/, 1)
    return name.toLowerCase() === trusts.toLowerCase()
  })
  if (!results) return 'unknown'
  const dmarc = /\bdmarc\s*=\s*(\w+)/i.exec(results)?.[1]?.toLowerCase()
  if (dmarc === 'fail') return 'failed'
  const domain = from.slice(from.indexOf('@') + 1)
  const isAligned = (found: string | undefined) => found?.toLowerCase().replace(/^.*@/, '') === domain
  const dkim = [...results.matchAll(/\bdkim\s*=\s*pass\b[^;]*?\bheader\.[di]\s*=\s*@?([^\s;]+)/gi)].some(([, d]) =>
    isAligned(d),
  )
  const spf = isAligned(/\bspf\s*=\s*pass\b[^;]*?\bsmtp\.mailfrom\s*=\s*([^\s;]+)/i.exec(results)?.[1])
  return dmarc === 'pass' || dkim || spf ? 'passed' : 'unknown'
}
