import type { Asked } from './ask.ts'
import type { Account, Outgoing } from './ways.ts'

const formType = { 'content-type': 'application/x-www-form-urlencoded' }
const jsonAnswer = { accept: 'application/json' }

/** Kannel, `dlr-mask`: reached the phone, did not, was refused by the operator. */
const dlrMask = 1 + 2 + 16

/** Our texts are plain GSM; Kannel is told UTF-8 and chooses the alphabet. */
export function askKannel({ url, username, password }: Account, { from, to, text, callback }: Outgoing): Asked {
  const asked = new URL('/cgi-bin/sendsms', url)
  asked.search = new URLSearchParams({
    username,
    password,
    from,
    to,
    text,
    charset: 'UTF-8',
    coding: '0',
    ...(callback ? { 'dlr-mask': `${dlrMask}`, 'dlr-url': `${callback}&dlr=%d` } : {}),
  }).toString()
  return { url: asked }
}

/** https://www.infobip.com/docs/api/channels/sms: the message gets our reference as its id. */
export function askInfobip({ url, password }: Account, { from, to, text, ref, callback }: Outgoing): Asked {
  const destinations = [{ to: digits(to), messageId: ref }]
  const notify = callback ? { notifyUrl: callback, notifyContentType: 'application/json' } : {}
  return {
    url: new URL('/sms/2/text/advanced', url),
    method: 'POST',
    headers: { authorization: `App ${password}`, 'content-type': 'application/json', ...jsonAnswer },
    body: JSON.stringify({ messages: [{ from, destinations, text, ...notify }] }),
  }
}

/** https://www.twilio.com/docs/messaging/api/message-resource */
export function askTwilio({ url, username, password }: Account, { from, to, text, callback }: Outgoing): Asked {
  return {
    url: new URL(`/2010-04-01/Accounts/${encodeURIComponent(username)}/Messages.json`, url),
    method: 'POST',
    headers: { ...formType, authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
    body: form({ To: to, From: from, Body: text, ...(callback ? { StatusCallback: callback } : {}) }),
  }
}

/** https://developers.africastalking.com/docs/sms/sending/bulk */
export function askTalking({ url, username, password }: Account, { from, to, text }: Outgoing): Asked {
  return {
    url: new URL('/version1/messaging', url),
    method: 'POST',
    headers: { ...formType, ...jsonAnswer, apiKey: password },
    body: form({ username, to, message: text, from }),
  }
}

/** https://developer.vonage.com/en/api/sms */
export function askVonage({ url, username, password }: Account, { from, to, text, callback }: Outgoing): Asked {
  const sms = { from, to: digits(to), text, type: 'text', ...(callback ? { callback } : {}) }
  return {
    url: new URL('/sms/json', url),
    method: 'POST',
    headers: { ...formType, ...jsonAnswer },
    body: form({ api_key: username, api_secret: password, ...sms }),
  }
}

function form(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString()
}

/** In international form without its plus. */
function digits(to: string): string {
  return to.replace(/^\+/, '')
}
