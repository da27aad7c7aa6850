import { mayAnswer } from './instead-of-filing.ts'
import { isKnownThing, looksNew } from './looks-new.ts'
import { isPolite, readMessage, spoken } from './said.ts'
import { persisting } from './words.ts'

const longest = 7
const places = new Set(
  'rt rw kel kelurahan desa dusun kampung kec kecamatan gang gg lorong jl jln blok blk lantai kavling kompleks komplek perum perumahan'.split(
    ' ',
  ),
)
/** Of an answer they are said as well. */
const openings = new Set('ya iya ada itu yang yg tadi kemarin'.split(' '))

/** "depan masjid", "RT 4 RW 2", "blok C nomor 11", "kelurahan Oebobo": short, a place or a time, and nothing of how the work stands. */
export function answersQuestion(text: string): boolean {
  const said = readMessage(text, [], [])
  const first = said.words.find(({ word }) => !isPolite(word))
  const isOfWork = said.words.some((one) => one.means !== undefined || persisting.has(one.word) || isKnownThing(one))
  if (!first || openings.has(first.word) || isOfWork) return false
  return mayAnswer(said) || (places.has(first.word) && said.words.length <= longest && !looksNew(spoken(said)))
}
