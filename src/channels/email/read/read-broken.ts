import { normaliseEmail } from '../../../accounts/contact.ts'
import type { Mail } from './mail.ts'

const headBytes = 64 * 1024
const mostHeaders = 1_000
const textBytes = 256 * 1024

/** Some server or program wrote a line of a head. */
const isHeaded =
  /^(?:from|to|subject|date|received|message-id|mime-version|content-type|return-path|delivered-to)[ \t]*:/im

const nothing: Mail = {
  subject: '',
  text: '',
  refs: [],
  to: [],
  headers: new Map(),
  pictures: [],
  attached: [],
  otherFiles: 0,
  decorations: 0,
  encrypted: false,
  calendar: false,
  broken: true,
}

/** What can be known of a mail that no reader takes apart: the plainest of its head, and the lines of its body that look like words. */
export function readBroken(raw: Uint8Array): Mail {
  const all = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  if (!isHeaded.test(all.subarray(0, headBytes).toString('latin1')))
    return { ...nothing, text: wordsIn(all.toString('utf8', 0, textBytes)) }
  const end = /\r?\n\r?\n/.exec(all.subarray(0, headBytes).toString('latin1'))
  const head = all.subarray(0, end?.index ?? headBytes).toString('utf8')
  const body = all.subarray(end ? end.index + end[0].length : 0, textBytes).toString('utf8')
  const headers = new Map<string, string[]>()
  for (const line of head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .slice(0, mostHeaders)) {
    const [, name = '', value = ''] = /^([!-9;-~]{1,80}):(.*)$/.exec(line) ?? []
    if (name) headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value.trim()])
  }
  const [, address = ''] = /<?([^\s<>"]{1,64}@[^\s<>"]{1,190})>?\s*$/.exec(headers.get('from')?.[0] ?? '') ?? []
  return {
    ...nothing,
    from: normaliseEmail(address) ?? undefined,
    subject: headers.get('subject')?.[0] ?? '',
    text: wordsIn(body),
    messageId: /<([^<>\s]{3,250})>/.exec(headers.get('message-id')?.[0] ?? '')?.[1],
    headers,
  }
}

/** The words of a mail in whose parts a reader found none: their boundaries are wrong, or there is no head. */
export function bareWords(raw: Uint8Array): string {
  return readBroken(raw).text
}

/** Without boundaries, part headers and lumps of base64. */
function wordsIn(body: string): string {
  return body
    .split(/\r?\n/)
    .filter((line) => !/^(?:--\S|content-[a-z-]+:|\s+(?:charset|boundary|name|filename)=)/i.test(line))
    .filter((line) => line.length <= 998 && !/^[A-Za-z0-9+/=]{60,}$/.test(line.trim()))
    .slice(0, 400)
    .join('\n')
    .trim()
}
