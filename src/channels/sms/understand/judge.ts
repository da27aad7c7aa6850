import { isNumber, ratingIn } from './says-one-thing.ts'
import type { FoundId } from './find-id.ts'
import { frowns } from './frowns.ts'
import { ask, asksWhetherDone, awaiting, endedLately, firstWord, isPolite, type Said, textBeside } from './said.ts'
import { readWords, type Word } from './read-words.ts'
import type { OwnReport, Understood } from './understood.ts'
import {
  acknowledging,
  address,
  already,
  content,
  judging,
  ofTheWork,
  persisting,
  praised,
  refusing,
  repairing,
  thanks,
} from './words.ts'

/** A longer message that begins with "masih" or "tidak" may well be another complaint. */
const fewWords = 6

/** YA, "sudah selesai pak", BELUM <alasan>, "masih rusak": the reporter's judgement of an answer. */
export function judge(said: Said): Understood | undefined {
  const yes = saysYes(said)
  const reason = yes ? undefined : refusal(said)
  if (!yes && reason === undefined) return undefined
  const { id, own } = said
  if (id && id.whose !== 'own' && (yes || id.whose === 'other' || isBeside(said, id)))
    return ask('no_such_report', id.id)
  const asked = own.filter(({ awaits }) => awaits)
  const report = id?.whose === 'own' ? id.report : asked.length === 1 ? asked[0] : undefined
  if (report?.awaits === 'details') return undefined
  // Of what awaits no verdict, more than YA is told to whoever has it.
  if (report && yes && !report.awaits && !said.bare.every(({ means }) => means === 'yes')) return undefined
  // What silence has closed can be opened again, not confirmed: how it stands is said.
  if (report?.awaits && yes && !report.open) return { kind: 'status', trackingId: report.trackingId }
  if (report && yes) return { kind: 'confirm', trackingId: report.trackingId, ...rating(said) }
  // "masih gelap", "selokan sudah, lampu belum": perhaps of another that is in work; BELUM is what we asked for.
  const isUnsure = report && !id && firstWord(said.rest)?.means !== 'not' && own.some((one) => one.open && !one.awaits)
  if (isUnsure) return ask('which_report', report.trackingId)
  if (report && id?.whose !== 'own' && maybeNew(said)) return ask('new_or_reply', report.trackingId)
  if (report) return notDone(report, reason)
  if (awaiting(own, 'judgement').length > 0) return ask('which_report')
  return asked.length > 0 ? undefined : nothingToJudge(said, yes, reason)
}

/** "BELUM 8K2…": an ID was meant. */
function isBeside({ words }: Said, id: FoundId): boolean {
  const before = words[words.indexOf(id.words[0] as Word) - 1]
  return before?.means === 'not' && firstWord(words) === before
}

/** Every single word agrees; a question, a number or any other word makes it unclear. */
function saysYes(said: Said): boolean {
  const { bare, asks } = said
  const agrees = ({ means }: Word) => means === 'yes' || means === 'done'
  const isRating = ({ word, means }: Word, at: number) => {
    const [before, next] = [bare[at - 1], bare[at + 1]]
    const isTold = before?.means === 'rate' || before?.means === 'yes' || next?.means === 'rate'
    return means === 'rate' || (isNumber(word) && (isTold || isNumber(before?.word ?? '')))
  }
  const isMany = ({ word }: Word, at: number) => word === 'banyak' && thanks.has(bare[at - 1]?.word ?? '')
  const isClear = bare.every(
    (word, at) =>
      agrees(word) ||
      address.has(word.word) ||
      thanks.has(word.word) ||
      (content.has(word.word) && !isWish(bare, at)) ||
      isMany(word, at) ||
      isRating(word, at),
  )
  const numbers = bare.filter(({ word }) => isNumber(word))
  return (
    !asks &&
    !frowns(said.text) &&
    isClear &&
    bare.some(agrees) &&
    !isOnlyPolite(bare) &&
    (numbers.length === 0 || ratingIn(said) !== undefined)
  )
}

/** "oke terima kasih infonya", "makasih ya", "ya baik pak", "ya sudah": politeness closes nothing; "oke sudah selesai" agrees. */
function isOnlyPolite(bare: readonly Word[]): boolean {
  const told = bare.filter(({ word }) => !address.has(word) && !thanks.has(word))
  const [first, next] = told
  const isSigh = told.length === 2 && first?.means === 'yes' && already.has(next?.word ?? '')
  const [opening] = bare.filter(({ word }) => !address.has(word))
  const opens = opening !== undefined && (opening.means === 'yes' || opening.means === 'rate' || isNumber(opening.word))
  const isDone = told.some(({ means }) => means === 'done')
  return isSigh || (!isDone && (!opens || told.some(({ word }) => acknowledging.has(word))))
}

/** "cepat diperbaiki ya"; not "sudah diperbaiki", "sudah diperbaiki dengan cepat" nor "respon cepat". */
function isWish(bare: readonly Word[], at: number): boolean {
  const { word = '' } = bare[at] ?? {}
  const before = bare.slice(0, at)
  if (repairing.has(word)) return !before.some(({ means }) => means === 'done')
  return word === 'cepat' && !before.some(({ word }) => repairing.has(word)) && !praised.has(before.at(-1)?.word ?? '')
}

function rating(said: Said): { rating?: number } {
  const rating = ratingIn(said)
  return rating ? { rating } : {}
}

/**
 * Why not, in all the words that were written: without its BELUM a sentence may say the opposite. '' where no reason is given; undefined where the
 * message refuses nothing for sure.
 */
function refusal(said: Said): string | undefined {
  const { rest, id } = said
  if (asksWhetherDone(rest) || saysBoth(said)) return undefined
  const at = rest.findIndex(({ word, means }) => !isPolite(word) && means !== 'yes')
  const first = rest[at]
  const hasReason = rest.some(
    (word, at) => !isPlainVerdict(word) && !sighs.test(word.word) && (!isPolite(word.word) || isLacked(rest, at)),
  )
  if (first?.means === 'not') return hasReason ? textBeside(said) : ''
  const last = rest.findLast(({ word }) => !isPolite(word))
  if (last?.means === 'not' && !hasReason) return ''
  if (last?.means === 'not' && (rest.length <= fewWords || id?.whose === 'own')) return textBeside(said)
  const isRefusal = id?.whose === 'own' && rest.some(({ means }) => means === 'not')
  if (isRefusal || (first && refusesShortly(said, first, rest[at + 1]))) return hasReason ? textBeside(said) : ''
  return undefined
}

/** "eh belum" */
const sighs = /^(?:eh|oh|ah|aduh|waduh|wah|lho|loh|lah|yah|sori|sorry|hmm?|ding)$/

/** "ya atau belum", "YA/BELUM": our own words copied. */
export function copiesQuestion(text: string): boolean {
  return saysBoth({ rest: readWords(text), text })
}

function saysBoth({ rest, text }: Pick<Said, 'rest' | 'text'>): boolean {
  const told = rest.filter(({ word }) => !isPolite(word))
  const isPlain = told.every((word) => isPlainVerdict(word) || word.word === 'atau')
  const either = told.some(({ word }) => word === 'atau') || /\p{L}\s*\/\s*\p{L}/u.test(text)
  return isPlain && either && told.some(({ means }) => means === 'not') && told.some(({ means }) => means !== 'not')
}

/** "masih rusak", "tidak puas", "gak, lampunya mati lagi"; not "tidak ada masalah" nor "tidak rusak lagi". */
function refusesShortly({ rest, text }: Said, first: Word, next: Word | undefined): boolean {
  if (rest.length > fewWords) return false
  if (persisting.has(first.word)) return !rest.some(({ word }) => content.has(word))
  const isWhole = !next || rest.slice(rest.indexOf(next)).every(({ word }) => isPolite(word))
  const isApart = /[,.;:!]/.test(text.slice(first.to, next?.from))
  return refusing.has(first.word) && (isWhole || isApart || next?.means === 'done' || judging.has(next?.word ?? ''))
}

function isPlainVerdict({ word, means }: Word): boolean {
  return means === 'not' || means === 'yes' || means === 'done' || refusing.has(word)
}

/** "belum saya terima"; not "belum, terima kasih". */
function isLacked(rest: readonly Word[], at: number): boolean {
  return rest[at]?.word === 'terima' && !thanks.has(rest[at + 1]?.word ?? '')
}

/** "belum ada …", "belum pernah …", "belum terima …": what somebody lacks. "belum jalan" is as likely a road. */
const having = new Set('ada dapat dpt pernah terima menerima punya'.split(' '))
const elsewhere = new Set('kami kita desa kampung dusun kelurahan kecamatan warga kampungku desaku'.split(' '))

/**
 * "belum ada air bersih di desa kami": a sentence about something else as likely as about the answer. "BELUM, …" and "BELUM ada air" are the command,
 * as we teach it, and "belum ada perubahan" is about the answer.
 */
export function maybeNew({ rest, text }: Pick<Said, 'rest' | 'text'>): boolean {
  const at = rest.findIndex(({ word, means }) => !isPolite(word) && means !== 'yes')
  const [first, next, ...thing] = rest.slice(at)
  if (first?.means !== 'not' || !next || !having.has(next.word)) return false
  if (/[,.;:!]/.test(text.slice(first.to, next.from))) return false
  const [command, sentence] = [text.slice(first.from, first.to), text.slice(next.from)]
  if (command === command.toUpperCase() && sentence !== sentence.toUpperCase()) return false
  if (thing.slice(0, 2).some(({ word }) => ofTheWork.has(word) || /\p{L}{3,}nya$/u.test(word))) return false
  return thing.length > 0 && (rest.length > fewWords || thing.some(({ word }) => elsewhere.has(word)))
}

function notDone({ trackingId }: OwnReport, reason = ''): Understood {
  return reason ? { kind: 'not_done', trackingId, text: reason } : ask('why_not', trackingId)
}

/** No answer is waiting for a judgement: BELUM is of what ended lately, or of the only one that is there; a complaint may well begin with "belum ada air". */
function nothingToJudge({ own, rest }: Said, yes: boolean, reason = ''): Understood | undefined {
  const all = own.filter(({ past }) => !past)
  const ended = yes ? [] : endedLately(own)
  const [meant, ...others] = ended.length > 0 ? ended : all
  if (!meant) return yes ? ask('what_happened') : undefined
  if (yes || (!reason && others.length > 0)) return ask('which_report')
  if (!reason) return ask('why_not', meant.trackingId)
  if (ended.length === 0 && firstWord(rest)?.means !== 'not') return undefined
  return ask('new_or_reply', meant.trackingId)
}
