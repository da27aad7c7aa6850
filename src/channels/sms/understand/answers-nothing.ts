import { onlyThanks } from '../../arrivals/only-thanks.ts'
import { nudges } from './nudges.ts'
import { readWords, textWithout, type Word } from './read-words.ts'
import { isPolite } from './said.ts'
import {
  acknowledging,
  already,
  delaying,
  refusing,
  repairing,
  selves,
  thanks,
  timesOfDay,
  wondering,
} from './words.ts'
import { wordSet } from './word-set.ts'

/** When one means to answer, and how; "nanti sore" alone is an answer. */
const later = wordSet(
  'nanti nnti ntar tar nt besok bsk esok lusa dulu dlu segera secepatnya akan habis setelah sepulang',
)
const answering =
  wordSet(`kirim kirimkan krm dikirim kabari kabarin kabarkan kabar dikabari balas bls jawab infokan info sampaikan hubungi beritahu kasih tahu tau
  lengkapi susul susulkan disusulkan cek cari carikan tanya tanyakan lihat telepon telpon foto fotokan`)
const besidePromise = wordSet(
  'iya ya y iyah foto video data alamat lokasi bukti berkas surat lagi kalau kalo klo pulang kerja sampai rumah',
)

/** What our question is called, and how one asks about it. */
const question = wordSet(
  'pertanyaan pertanyaannya pertanyaanya ditanya ditanyakan maksud maksudnya maksdnya mksdnya mksud menjawab menjawabnya jawabnya hah',
)
const besideQuestion =
  wordSet(`apa apaan apakah ap apanya mana di dimana yang yg kok ko knp kenapa lagi cara caranya ulang ulangi diulang sih kah ini itu untuk
  utk soal tentang dari siapa bagaimana gimana gmn bgmn harus anda kamu dimaksud dgn dengan ke kemana sms smsnya ya iya mau jawab tanya jelas`)
const understanding = wordSet('mengerti ngerti mngerti ngrti paham pahami faham phm')

/** Late, or out of credit. */
const excuses = wordSet('baca buka bukak balas bls lihat liat respon pulsa kuota')
const besideExcuse =
  wordSet(`baru br telat terlambat lambat lama punya ada habis abis hp wa sms smsnya pesan pesannya sempat sinyal karena krn ya iya sedang lg lagi
  sibuk kerja`)

/**
 * What answers no question of ours, though it comes while one is open: `kindness` is a greeting or thanks; `later` a promise to answer, an excuse, a
 * nudge, a question about the question, or that it was not understood. "Ya", "besok", "tidak tahu" and "malam" are answers.
 */
export function answersNothing(text: string): 'kindness' | 'later' | undefined {
  const said = readWords(text)
  const words = said.filter(({ means }) => means !== 'reply' && means !== 'file')
  const bare = textWithout(
    text,
    said.filter((word) => !words.includes(word)),
  )
  if (words.length === 0) return undefined
  const isThanking = words.some(({ word }) => thanks.has(word))
  if (
    isThanking &&
    onlyThanks(bare) &&
    !words.some(({ word, means }) => repairing.has(word) || (means === 'done' && !already.has(word)))
  )
    return 'kindness'
  const told = words.filter(({ word }) => !isPolite(word) || selves.has(word))
  const all = (...some: ReadonlySet<string>[]) =>
    told.every(({ word }) => selves.has(word) || some.some((one) => one.has(word)))
  const any = (some: ReadonlySet<string>) => told.some(({ word }) => some.has(word))
  const isPromise = any(answering) && any(later) && told.every((one) => mayPromise(one))
  const isPuzzled =
    any(understanding) && any(notUnderstood) && all(understanding, notUnderstood, question, besideQuestion)
  const isExcuse = any(excuses) && (isSorry(words) || any(credit)) && all(excuses, besideExcuse, notUnderstood)
  const isAsking = asksBack(words, told) || (any(question) && all(question, besideQuestion, notUnderstood))
  const isNudge = (any(pressing) || /[?]|laporan|aduan/i.test(text)) && nudges(text)
  return isPromise || isPuzzled || isExcuse || isAsking || isNudge ? 'later' : undefined
}

const notUnderstood = new Set([...refusing, 'kurang', 'krg', 'blm', 'belum'])
const credit = wordSet('pulsa kuota')
/** "belum ditangani pak" may be an answer. */
const pressing = new Set([...wondering, ...wordSet('segera kabar kabarnya tunggu menunggu ditunggu harap')])

function mayPromise({ word, means }: Word): boolean {
  const isKnown = [later, answering, besidePromise, delaying, acknowledging, timesOfDay, selves].some((some) =>
    some.has(word),
  )
  return isKnown || means === 'yes' || /^\p{L}{3,}nya$/u.test(word)
}

/** "apa?", "yang mana pak", "siapa ini". */
function asksBack(words: readonly Word[], told: readonly Word[]): boolean {
  const asked = told.filter(({ word }) => !selves.has(word))
  const isAsked = asked.some(({ word }) => /^(apa|mana|siapa|hah|gimana|bagaimana)$/.test(word))
  return isAsked && words.length <= 4 && asked.every(({ word }) => besideQuestion.has(word) || question.has(word))
}

function isSorry(words: readonly Word[]): boolean {
  const said = words.map(({ word }) => word)
  return (
    said.some((word) => /^(maaf|mf|maf|sori|sory|sorry)$/.test(word)) ||
    (said.includes('baru') && said.includes('baca'))
  )
}
