import { encodeUcs2 } from './alphabet.ts'
import { alphabetOf } from './data-coding.ts'
import { readGatewayTime } from './gateway-time.ts'
import { readHeader, readSegment } from './header.ts'
import type { Mapping } from './mapping.ts'
import { makePart, type Odd, type Part, type SmsIn } from './part.ts'
import { readAddress, readInternational } from './sender.ts'
import { fieldAt, wordAt } from './word-at.ts'

/** `unread`: what should be a message and is none, for a human to look at; nothing is passed over. */
export type ReadMapped = { messages: SmsIn[]; unread: unknown[] }

/**
 * The messages in what a gateway posted.
 * @param body JSON as parsed, or a form's fields; anything else is unread. Never throws.
 */
export function readMapped(mapping: Mapping, body: unknown): ReadMapped {
  const found = mapping.list ? fieldAt(body, mapping.list) : [body]
  const items = Array.isArray(found) ? found : [body]
  const read = items.map((item) => readItem(mapping, item) ?? { unread: item })
  return {
    messages: read.filter((one) => 'part' in one),
    unread: read.filter((one) => 'unread' in one).map(({ unread }) => unread),
  }
}

function readItem(mapping: Mapping, item: unknown): SmsIn | null {
  const word = (path?: string) => (path ? wordAt(item, path) : undefined)
  const from = word(mapping.from)
  const part = readPart(mapping, word)
  if (from === undefined || !part) return null
  return {
    ...readInternational(from),
    to: readAddress(word(mapping.to) ?? ''),
    messageId: readAddress(word(mapping.id) ?? '') || undefined,
    part,
    gatewayAt: readGatewayTime(word(mapping.at) ?? ''),
  }
}

/**
 * A text from JSON is kept as UTF-16: the gateway may have cut an emoji, and its halves are in two messages.
 */
function readPart(
  { text, concat, octets, pictures }: Mapping,
  word: (path?: string) => string | undefined,
): Part | null {
  const odd: Odd[] = Number(word(pictures) ?? 0) > 0 ? ['pictures_left_out'] : []
  const number = (path?: string) => (word(path) ? Number(word(path)) : undefined)
  const segment = readSegment(number(concat?.number), number(concat?.of), number(concat?.at))
  const said = word(text)
  if (said !== undefined) {
    return makePart(encodeUcs2(said), 'ucs2', segment.ref, segment.lies ? [...odd, 'header_lies'] : odd)
  }
  const body = word(octets?.body)
  if (body === undefined) return null
  const header = readHeader(Buffer.from(word(octets?.header) ?? '', 'hex'))
  const lies = header.lies || segment.lies
  const coding = Number(word(octets?.coding) || Number.NaN)
  const alphabet = coding >= 0 && coding <= 0xff ? alphabetOf(coding) : 'octets'
  return makePart(Buffer.from(body, 'hex'), alphabet, header.ref ?? segment.ref, lies ? [...odd, 'header_lies'] : odd)
}
