import { createHmac, randomUUID } from 'node:crypto'
import { createToken } from '../../../accounts/token.ts'
import type { makeApp } from '../../../app.tsx'
import type { TestDatabase } from '../../../platform/testing/test-database.ts'
import { aWednesday, testKeys } from '../../../testing/test-deps.ts'
import type { ways } from '../http/ways.ts'

type Signed = Exclude<keyof typeof ways, 'kannel'>
type Said = { json?: unknown; form?: Record<string, string>; headers?: Record<string, string>; query?: string }

const secret = 'rahasia-bersama'

/** One SMS as each of these gateways posts it, with its own proof of who it is; one that is added does not compile without. */
const posts: Record<Signed, (from: string, text: string, token: string, url: string) => Said> = {
  infobip: (from, text, token) => ({
    json: {
      results: [{ messageId: randomUUID(), from, to: '1708', text, receivedAt: '2026-01-14T01:00:00.000+0000' }],
    },
    headers: { authorization: `Bearer ${token}` },
  }),
  twilio(from, text, _token, url) {
    const form: Record<string, string> = {
      Body: text,
      From: `+${from}`,
      MessageSid: randomUUID(),
      NumMedia: '0',
      To: '+621708',
    }
    const said = url + Object.entries(form).flat().join('')
    return { form, headers: { 'x-twilio-signature': createHmac('sha1', secret).update(said).digest('base64') } }
  },
  'africas-talking': (from, text, token) => ({
    form: { linkId: 'L', text, to: '1708', id: randomUUID(), date: '2026-01-14 01:00:00', from: `+${from}` },
    query: `?token=${token}`,
  }),
  vonage(msisdn, text) {
    const form = {
      'message-timestamp': '2026-01-14 01:00:00',
      messageId: randomUUID(),
      msisdn,
      nonce: randomUUID(),
      text,
      timestamp: '1768352400',
      to: '1708',
      type: 'unicode',
    }
    const said = Object.entries(form)
      .map(([name, value]) => `&${name}=${value.replace(/[&=]/g, '_')}`)
      .join('')
    return { form: { ...form, sig: createHmac('sha256', secret).update(said).digest('hex') } }
  },
}

export const signedKinds = Object.keys(posts) as Signed[]

/** The rows of these gateways, and how each brings an SMS. @returns the status of our answer */
export async function signedGateways(db: TestDatabase, app: ReturnType<typeof makeApp>) {
  const tokens = new Map<Signed, string>()
  for (const kind of signedKinds) {
    const id = randomUUID()
    const hook_secret = ['twilio', 'vonage'].includes(kind) ? testKeys.keeper.sealWords(id, secret) : null
    const row = { id, name: kind, kind, username: '', hook_secret, changed_at: aWednesday }
    await db.owner.insertInto('identity.gateway').values(row).execute()
    tokens.set(kind, await createToken(db.owner, { purpose: 'gateway', label: `sms:${kind}` }, aWednesday))
  }
  /** @param from digits alone, with the country's */
  return async (kind: Signed, from: string, text: string): Promise<number> => {
    const url = `http://lapor.test/hooks/sms/${kind}`
    const { json, form, headers, query = '' } = posts[kind](from, text, tokens.get(kind) ?? '', url)
    const body = json === undefined ? new URLSearchParams(form).toString() : JSON.stringify(json)
    const type = json === undefined ? 'application/x-www-form-urlencoded' : 'application/json'
    const init = { method: 'POST', headers: { 'content-type': type, ...headers }, body }
    return (await app.request(`${url}${query}`, init)).status
  }
}
