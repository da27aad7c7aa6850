import type { Alphabet } from './alphabet.ts'
import { readGatewayTime } from './gateway-time.ts'
import { readHeader } from './header.ts'
import { makePart, type SmsIn } from './part.ts'
import { readAddress, readSender } from './sender.ts'

/** `%C`, without anything but letters and digits. */
const charsets: Record<string, Alphabet> = {
  utf8: 'utf8',
  usascii: 'utf8',
  ascii: 'utf8',
  utf16be: 'ucs2',
  utf16: 'ucs2',
  ucs2: 'ucs2',
  ucs2be: 'ucs2',
  iso10646ucs2: 'ucs2',
  iso88591: 'latin1',
  latin1: 'latin1',
  windows1252: 'latin1',
  cp1252: 'latin1',
  gsm: 'gsm7',
  gsm0338: 'gsm7',
  '8bit': 'octets',
  binary: 'octets',
}

/** `%c`, where no charset helps: 7 bits come as UTF-8. 3 is UCS-2 in Kannel before 1.4. */
const codings: Record<string, Alphabet> = { '-1': 'utf8', 0: 'utf8', 1: 'octets', 2: 'ucs2', 3: 'ucs2' }

/**
 * A message as Kannel brings it: `from=%p&to=%P&id=%I&smsc=%i&charset=%C&coding=%c&udh=%u&text=%b&time=%t`. Kannel writes `%b` and
 * `%u` as octets, in the charset it names: so the fields come from `rawFields`. Never throws; a field that is not there is empty.
 */
export function readKannel(fields: ReadonlyMap<string, Buffer>): SmsIn {
  const octets = (name: string) => fields.get(name) ?? Buffer.alloc(0)
  const word = (name: string) => readAddress(octets(name).toString('utf8'))
  const header = readHeader(octets('udh'))
  const alphabet = alphabetOf(word('charset'), word('coding'))
  return {
    ...readSender(octets('from').toString('utf8')),
    to: word('to'),
    messageId: word('id') || undefined,
    smsc: word('smsc') || undefined,
    part: makePart(octets('text'), alphabet, header.ref, header.lies ? ['header_lies'] : []),
    gatewayAt: readGatewayTime(word('time')),
  }
}

function alphabetOf(charset: string, coding: string): Alphabet {
  return charsets[charset.toLowerCase().replace(/[^a-z0-9]/g, '')] ?? codings[coding] ?? 'utf8'
}
