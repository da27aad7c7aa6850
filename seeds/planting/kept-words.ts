import { hash, randomBytes } from 'node:crypto'
import { keptPoint } from '../../src/report/kept-point.ts'
import type { Keeper } from '../../src/report/keeper.ts'
import type { Believable } from '../believable.ts'

const saltBytes = 16

/** What an event keeps of its words: with a salt and the commitment that its hash covers, or sealed. `words_hash` in hexadecimal. */
export function keptEvent(keeper: Keeper, id: string, text: string | null, confidential: boolean) {
  if (text === null) return { text, words_salt: null, words_hash: null }
  if (confidential) return { ...keeper.sealEvent(id, text), words_salt: null }
  const salt = randomBytes(saltBytes)
  const words_hash = hash('sha256', Buffer.concat([salt, Buffer.from(text)]))
  return { text, words_salt: `\\x${salt.toString('hex')}`, words_hash }
}

/** Columns of the report and its words, sealed as `file-report.ts` seals them. */
export function keptWords(keeper: Keeper, id: string, report: Believable) {
  const { confidential, anonymous } = report
  const words = (said: string) => (confidential ? keeper.sealWords(id, said) : said)
  const text = words(report.text)
  return {
    place: words(report.place),
    point: keptPoint(keeper, id, { lat: report.lat, lon: report.lon }, anonymous || confidential),
    content: { report_id: id, original_text: text, title: words(report.title), text },
  }
}
