import { onlyThanks } from '../../arrivals/only-thanks.ts'
import { readWords, textWithout, type Word } from './read-words.ts'
import { wordSet } from './word-set.ts'
import { acknowledging, address, selves, thanks, timesOfDay } from './words.ts'

/** "ok ditunggu": the answer is still to come. "Lagi" and "menunggu" may complain. */
const waiting = wordSet('tunggu tggu ditunggu sabar sebentar bentar sbntr nanti')
const besideWaiting = wordSet(
  'dulu aja saja sj ya kabar kabarnya infonya info kelanjutannya hasil hasilnya selanjutnya',
)
const blessing = wordSet('amin alhamdulillah alhamdulilah syukur semoga sukses berkah barokah')
/** What good one wishes. "Semoga diperbaiki" asks for it. */
const luck =
  wordSet(`cepat segera lekas cepet lancar dilancarkan beres selesai kelar tuntas teratasi terselesaikan membaik baik lebih makin semakin tambah maju jaya terus
  selalu sukses sehat sehat2 panjang umur rezeki rejeki rezekinya dimudahkan mudah diberkahi dibalas diberi kebaikan kebaikannya kesehatan pahala
  tuhan allah swt yme yang yg maha esa kuasa semuanya semua urusannya kerjanya pekerjaannya juga jg dan ya aja`)

/**
 * Thanks, an agreement, waiting, a wish for good luck, and nothing else, however typed: no report, no refusal and no answer, whatever awaits one. "Ya"
 * alone is a verdict, and "selamat siang" a greeting.
 */
export function idles(text: string): boolean {
  const words = readWords(text)
  const [isHoping, isWaiting] = [
    words.some(({ word }) => word === 'semoga'),
    words.some(({ word }) => waiting.has(word)),
  ]
  const isBeside = ({ word }: Word) =>
    (isWaiting && (waiting.has(word) || besideWaiting.has(word) || selves.has(word))) ||
    (isHoping && (luck.has(word) || address.has(word)))
  return words.some(isTalk) && !text.includes('?') && onlyThanks(textWithout(text, words.filter(isBeside)))
}

function isTalk({ word }: Word): boolean {
  return (
    thanks.has(word) || waiting.has(word) || blessing.has(word) || (acknowledging.has(word) && !timesOfDay.has(word))
  )
}
