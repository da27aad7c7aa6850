import { addDays, dayOf, zones } from '../../report/clocks/day.ts'
import type { FromSender } from '../sms/acting.ts'
import type { Own } from '../sms/own-reports.ts'
import { isPolite, nearest, readMessage } from '../sms/understand/said.ts'
import { understand } from '../sms/understand/understand.ts'
import { isWord, type Told, wordsOf } from './fitting-words.ts'
import { type Kept, keptText } from './kept.ts'
import type { Answer } from './read-answer.ts'
import { wordSet } from '../sms/understand/word-set.ts'

const opening = /^\W*(?:(?:itu|laporan|aduan|lap)(?:nya| saya| ku)? )?(?:yang|yg|soal|tentang|ttg|mengenai)\b/i
const filler = wordSet(
  'yang yg soal tentang ttg mengenai itu ini laporan aduan lap saya ku nya aja saja di ke dan masalah kasus ya tadi',
)
const places = new Map([
  ['pertama', 0],
  ['awal', 0],
  ['duluan', 0],
  ['kedua', 1],
  ['ketiga', 2],
  ['terakhir', -1],
  ['terbaru', -1],
  ['barusan', -1],
])
const days = new Map([
  ['kemarin', -1],
  ['kmrn', -1],
  ['kemaren', -1],
])
/** More than that tells something itself. */
const mostWords = 6

/**
 * "yang suap", "yang jalan rusak", "yang kemarin", "yang pertama" to "which report?": the only report of theirs that fits all that is said. By its
 * words none is picked while one of them is confidential: whether we understand would tell whoever holds the phone what stands in it.
 * @returns undefined where none fits, or several
 */
export async function pickByWords(from: FromSender, text: string, last: Kept | undefined): Promise<Answer | undefined> {
  if (last?.question !== 'which_report' && last?.question !== 'which_or_all') return undefined
  const said = readMessage(text, [], from.own)
  const bare = said.bare.filter(({ typed }) => !isPolite(typed) && !filler.has(typed))
  const told = bare.map(({ typed }) => typed)
  // "lampu" alone as "yang lampu"; a command is none.
  const isOneWord = bare.length === 1 && bare[0]?.might.length === 0
  if (said.id || (!opening.test(text) && !isOneWord) || told.length === 0 || told.length > mostWords) return undefined
  const some = picked(await keptText(from.tx, from.pair, last), from.own)
  const content = told.filter((word) => !places.has(word) && !days.has(word))
  if (content.length > 0 && some.some(({ hides }) => hides.confidential)) return undefined
  const reports = await wordsOf(from.tx, some)
  const fit = reports.filter(
    (report) =>
      content.every((word) => report.words.some((one) => isWord(isOneWord ? word.replace(/nya$/, '') : word, one))) &&
      told.every((word) => wasOn(report.filedAt, from.setting.now, days.get(word))) &&
      told.every((word) => stands(reports, report, places.get(word))),
  )
  const [only, ...others] = fit
  return only && others.length === 0 ? { as: 'reply', trackingId: only.trackingId } : undefined
}

/** Those of which the words that we asked about can be said: YA of what was answered. */
function picked(text: string, own: readonly Own[]): readonly Own[] {
  const none: readonly string[] = ['ask', 'file', 'keyword_alone', 'status', 'nothing']
  const some = own.filter((report) => {
    const meant = understand(text, [], [report])
    // BELUM alone is said of what was answered.
    const isRefused = meant.kind === 'ask' && meant.question === 'why_not' && report.awaits === 'judgement'
    return isRefused || !none.includes(meant.kind)
  })
  return nearest(some.length > 0 ? some : own)
}

function stands(reports: readonly Told[], report: Told, place: number | undefined): boolean {
  return place === undefined || reports.at(place) === report
}

/** Wherever its reporter lives. */
function wasOn(filedAt: Date, now: Date, days: number | undefined): boolean {
  return days === undefined || zones.every((zone) => dayOf(filedAt, zone) === addDays(dayOf(now, zone), days))
}
