import { isUtf8 } from 'node:buffer'
import type { Attachment } from 'postal-mime'
import { saysSomething } from '../../../intake/clean-text.ts'
import { htmlToPlain } from './html-to-plain.ts'

/** Five times what a form takes, in UTF-8. */
const mostBytes = 400_000

const isText = /^text\/(?:plain|markdown|csv|x-log)$|\.(?:txt|text|md|csv|log)$/i
const isPage = /^text\/html$|\.html?$/i

/** What an attached text or page says, as far as a report goes; undefined where it is none, or says nothing. */
export function readTextFile({ mimeType, filename }: Attachment, bytes: Uint8Array): string | undefined {
  const like = (kind: RegExp) => kind.test(mimeType) || kind.test(filename ?? '')
  if (!like(isText) && !like(isPage)) return undefined
  const written = decoded(bytes.subarray(0, mostBytes))
  if (written === undefined) return undefined
  const words = like(isPage) ? htmlToPlain(written) : written
  return saysSomething(words) ? words.trim() : undefined
}

/** Programs of this country write UTF-8, Windows' own letters, or two octets for each. */
function decoded(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return undefined
  const isCutOrWhole = [0, 1, 2, 3].some((less) => isUtf8(bytes.subarray(0, bytes.length - less)))
  return new TextDecoder(isCutOrWhole ? 'utf-8' : 'windows-1252').decode(bytes)
}
