import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Post } from './post.ts'

/**
 * X-Twilio-Signature: HMAC-SHA1 over the address and the posted fields, by name, name and value one after the other; in base64.
 * https://www.twilio.com/docs/usage/security
 */
export function isFromTwilio(post: Pick<Post, 'url' | 'form' | 'twilioSignature'>, authToken: string): boolean {
  const fields = Object.entries(post.form).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const said = post.url + fields.map(([name, value]) => name + value).join('')
  return isSame(post.twilioSignature, createHmac('sha1', authToken).update(said).digest('base64'))
}

/**
 * Vonage signs either with a JWT (HS256, `payload_hash` over the body) in `Authorization`, or with the field `sig` over the others: HMAC of
 * `&name=value` by name, `&` and `=` within a value as `_`. https://developer.vonage.com/en/getting-started/concepts/webhooks
 */
export function isFromVonage(
  post: Pick<Post, 'authorization' | 'bytes' | 'form' | 'query' | 'isJson'>,
  secret: string,
) {
  const token = /^Bearer +(\S+) *$/i.exec(post.authorization)?.[1]
  if (token) return isTokenOver(post.bytes, token, secret)
  const { sig, ...others } = post.isJson ? jsonFields(post.bytes) : { ...post.query, ...post.form }
  if (!sig) return false
  // Of an address that we gave with a message nobody says whether its query is signed with the fields that Vonage puts there.
  const { ref: _ours, ...theirs } = others
  return [others, theirs].some((fields) => isSignatureOver(fields, sig, secret))
}

function isSignatureOver(fields: Record<string, string>, sig: string, secret: string): boolean {
  const said = Object.entries(fields)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `&${name}=${value.replace(/[&=]/g, '_')}`)
    .join('')
  return ['sha256', 'sha512', 'sha1'].some((hash) =>
    isSame(sig.toLowerCase(), createHmac(hash, secret).update(said).digest('hex')),
  )
}

function isTokenOver(bytes: Buffer, token: string, secret: string): boolean {
  const [head = '', payload = '', signature = ''] = token.split('.')
  if (decoded(head)?.alg !== 'HS256') return false
  if (!isSame(signature, createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url'))) return false
  const { payload_hash } = decoded(payload) ?? {}
  return payload_hash === undefined
    ? bytes.length === 0
    : isSame(String(payload_hash), createHash('sha256').update(bytes).digest('hex'))
}

function decoded(part: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>
  } catch {
    return undefined
  }
}

function jsonFields(bytes: Buffer): Record<string, string> {
  try {
    const body = JSON.parse(bytes.toString('utf8')) as unknown
    if (typeof body !== 'object' || body === null) return {}
    return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]))
  } catch {
    return {}
  }
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** Where a gateway that does not sign may put the token that we gave it: its address, a bearer token, or the password of basic authentication. */
export function tokenIn({ query, authorization }: Pick<Post, 'query' | 'authorization'>): string {
  const [, scheme, value = ''] = /^(Bearer|App|Basic) +(\S+) *$/i.exec(authorization) ?? []
  if (!scheme) return query.token ?? ''
  if (scheme.toLowerCase() !== 'basic') return value
  return /:(.*)$/s.exec(Buffer.from(value, 'base64').toString('utf8'))?.[1] ?? ''
}
