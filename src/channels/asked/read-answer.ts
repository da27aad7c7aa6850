import type { Word } from '../sms/understand/read-words.ts'
import { isPolite, readMessage } from '../sms/understand/said.ts'
import { typos } from '../sms/understand/near.ts'
import { tellsWhenOrWho } from '../sms/understand/tells-nothing.ts'
import type { OwnReport } from '../sms/understand/understood.ts'
import { everything, refusing } from '../sms/understand/words.ts'
import type { Question } from '../sms/understand/understood.ts'

/** What the words that we asked about are, in a word or two. `unclear`: an answer for sure, but not which. */
export type Answer = { as: 'report' } | { as: 'reply'; trackingId?: string } | { as: 'all' } | { as: 'unclear' }

const replying = new Set('balasan balesan jawaban jawab menjawab membalas tanggapan lanjutan tambahan'.split(' '))
const filler = new Set('yang yg itu ini saja aja tadi nya buat untuk utk ke laporan nomor'.split(' '))
const pair = new Set('dua kedua keduanya duanya dua2nya kedua2nya dua2'.split(' '))
/** Longer ones say something themselves. */
const fewWords = 3

/** BARU, "laporan baru pak", BALAS, BALAS <id>, <id>, SEMUA; undefined for every message that says anything besides. */
export function readAnswer(
  text: string,
  question: Question | undefined,
  own: readonly OwnReport[],
): Answer | undefined {
  const { bare, id } = readMessage(text, [], own)
  const heard = bare.filter(({ word, means }) => means === 'file' || (!isPolite(word) && !filler.has(word)))
  // "ya, laporan baru"; YA and a number is a judgement.
  const told = !id && heard.length > 1 && heard[0]?.means === 'yes' ? heard.slice(1) : heard
  const isOfSome = question === 'which_report' || question === 'which_or_all'
  const isWhich = isOfSome || question === 'no_such_report'
  if (isOfSome && told.every(({ word }) => everything.has(word) || pair.has(word)) && told.some(isBoth))
    return { as: 'all' }
  // "yang kedua", "yang soal suap": of theirs for sure, but a number says which.
  // "yg jalan aja, lampu belum" objects, and is never only an answer that we do not understand.
  const isObjecting = told.length > 1 && told.some(({ means }) => means === 'not')
  if (isWhich && !id && !isObjecting && /^(?:yang|yg)\b/i.test(text.trim()) && told.length <= fewWords)
    return { as: 'unclear' }
  // "BALAS malam", "BALAS ibu saya": the answer itself.
  if (tellsWhenOrWho(bare)) return undefined
  if (id)
    return id.whose === 'own' && told.every(isReply) ? { as: 'reply', trackingId: id.report.trackingId } : undefined
  if (told.length === 0 || told.length > fewWords) return undefined
  if (told.every(isNew)) return question === 'which_or_all' ? { as: 'unclear' } : { as: 'report' }
  if (told.every(isReply)) return isWhich ? { as: 'unclear' } : { as: 'reply' }
  if (isOfSome && told.every(({ word }) => everything.has(word))) return { as: 'all' }
  if (told.some((word) => isNew(word) || isReply(word)) && told.every(isShort)) return { as: 'unclear' }
  return question !== 'yes_or_no' && question !== 'why_not' && told.every(isVerdict) ? { as: 'unclear' } : undefined
}

/** "dua-duanya" */
function isBoth({ word }: Word): boolean {
  return word === 'keduanya' || word === 'duanya' || /^(?:ke)?dua2(?:nya)?$/.test(word)
}

function isNew({ word, means }: Word): boolean {
  return means === 'file' || (word.length >= 3 && word.length <= 5 && typos(word, 'baru') <= 1)
}

function isReply({ word, means }: Word): boolean {
  return means === 'reply' || replying.has(word)
}

/** YA answers no "new or reply?", and closes nothing beside it. */
function isVerdict({ word, means }: Word): boolean {
  return means === 'yes' || means === 'done' || means === 'not' || refusing.has(word)
}

function isShort(word: Word): boolean {
  return isNew(word) || isReply(word) || isVerdict(word) || word.word === 'atau' || word.word === 'dan'
}
