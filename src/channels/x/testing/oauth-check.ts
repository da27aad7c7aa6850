import { createHmac } from 'node:crypto'
import type { XKeys } from '../api/account.ts'

/** RFC 5849, worked out again here: the library that signs must not judge itself. */
export function isSignedByUs(method: string, url: URL, header: string, keys: XKeys): boolean {
  if (!header.startsWith('OAuth ')) return false
  const sent = new Map(
    [...header.slice(6).matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      decodeURIComponent(value),
    ]),
  )
  const late = Math.abs(Number(sent.get('oauth_timestamp')) - Date.now() / 1_000) > 300
  if (late || sent.get('oauth_consumer_key') !== keys.apiKey || sent.get('oauth_token') !== keys.accessToken)
    return false
  const parameters = [...sent].filter(([name]) => name !== 'oauth_signature')
  const all = [...parameters, ...url.searchParams].map(([name, value]) => `${strict(name)}=${strict(value)}`).sort()
  const base = [method.toUpperCase(), `${url.origin}${url.pathname}`, all.join('&')].map(strict).join('&')
  const key = `${strict(keys.apiSecret)}&${strict(keys.accessSecret)}`
  return createHmac('sha1', key).update(base).digest('base64') === sent.get('oauth_signature')
}

function strict(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
