import { isUtf8 } from 'node:buffer'

/** What a charset is called, and the encoded words of a head (RFC 2047). */
const named = /(charset\s*=\s*"?\s*)([\w.:+-]{1,40})(\s*")?/gi
const word = /=\?(utf-?8[\w-]+)\?(?=[bq]\?)/gi

/** A name that says nothing, or less than is there. */
const saysNothing = /^(?:x-unknown|unknown-8bit|unknown|us-ascii|ascii|default)$/i
/** As databases and old programs call it: "utf8mb4". */
const someUtf8 = /^(?:utf-?8|cp65001)/i

/** Most mails hold none of these. */
const looksLike = /(?:charset\s*=\s*"?\s*|=\?)(?:x-unknown|unknown|us-ascii|ascii|default|utf-?8[\w-]|cp65001)/i

const longestHead = 512 * 1024

/**
 * The same octets where a charset says nothing (`unknown-8bit`), less than is there (`us-ascii` over 8 bits), or bears a name of a database: what is
 * UTF-8 as a whole is called UTF-8, all else is read as windows-1252. A head in 8 bits that is no UTF-8 is read so too, line by line.
 */
export function withKnownCharset(raw: Uint8Array): Uint8Array {
  const all = withReadableHead(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength))
  const text = all.toString('latin1')
  if (!looksLike.test(text)) return all
  const name = isUtf8(all) ? 'utf-8' : 'l1'
  const known = text
    .replace(named, (said, before: string, called: string, after = '') => {
      if (saysNothing.test(called)) return `charset=${name}`.padEnd(said.length).slice(0, said.length)
      return someUtf8.test(called) && !isKnown(called) ? `${before}utf-8${after}` : said
    })
    .replace(word, (said, called: string) => (isKnown(called) ? said : '=?utf-8?'))
  return known === text ? all : Buffer.from(known, 'latin1')
}

function withReadableHead(all: Buffer): Buffer {
  const begins = all.subarray(0, longestHead)
  const end = /\r?\n\r?\n/.exec(begins.toString('latin1'))?.index ?? begins.length
  const head = all.subarray(0, end)
  if (isUtf8(head)) return all
  const lines = head.toString('latin1').split('\n')
  const read = lines.map((line) => {
    const octets = Buffer.from(line, 'latin1')
    return isUtf8(octets) ? octets : Buffer.from(new TextDecoder('windows-1252').decode(octets))
  })
  const newline = Buffer.from('\n')
  return Buffer.concat([...read.flatMap((line, at) => (at > 0 ? [newline, line] : [line])), all.subarray(end)])
}

function isKnown(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== ''
  } catch {
    return false
  }
}
