import { createHmac } from 'node:crypto'
import OAuth from 'oauth-1.0a'
import type { XKeys } from './account.ts'

/** The header by which X knows that our account asks (OAuth 1.0a, HMAC-SHA1); of a JSON body nothing is signed. */
export function signAsUs({ apiKey, apiSecret, accessToken, accessSecret }: XKeys, method: string, url: string): string {
  const oauth = new OAuth({
    consumer: { key: apiKey, secret: apiSecret },
    signature_method: 'HMAC-SHA1',
    hash_function: (base, key) => createHmac('sha1', key).update(base).digest('base64'),
  })
  const signed = oauth.authorize({ url, method }, { key: accessToken, secret: accessSecret })
  return oauth.toHeader(signed).Authorization
}
