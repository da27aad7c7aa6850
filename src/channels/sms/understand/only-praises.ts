import { isDispleased } from './disputes.ts'
import { isTroubling } from './looks-new.ts'
import { praisesService } from './praises-service.ts'
import { readWords, type Word } from './read-words.ts'
import { isPolite } from './said.ts'
import { ridOf, worksAgain } from './works-again.ts'
import { already, glad, lacking, persisting, refusing, thanks } from './words.ts'

const but = new Set(
  'tapi tp tetapi namun cuma hanya sayang jelek buruk parah malah lagi asal padahal setengah sebagian separuh'.split(
    ' ',
  ),
)
const asking = new Set(
  'keberatan alasan minta tolong tlg mohon mhn harap segera dibuka buka dicek kembali kapan kenapa mengapa'.split(' '),
)
/** Who has none of them is content. */
const woes = new Set('masalah permasalahan keluhan kendala gangguan hambatan'.split(' '))
const fewWords = 6
/** What we are called, in thanks and wishes for us: "semoga LAPOR makin maju". It reports nothing there. */
const us =
  /(?<=\b(?:kasih|makasih|trims|thanks?|tim|admin|min|semoga|salut|buat|untuk|kepada) )(?:sp4n[- ]?)?lapor\b!?/giu

/** "terima kasih pak lampunya sudah menyala", "tidak ada keluhan lagi": content, and nothing against it. It sends no report back to its office. */
export function onlyPraises(text: string): boolean {
  const words = readWords(text.replace(us, ''))
  const left = withoutOvercome(words)
  const isOvercome = left.length < words.length && left.filter(({ word }) => !isPolite(word)).length <= fewWords
  const isGlad = isOvercome || praisesService(words) || words.some(({ word }) => thanks.has(word) || glad.has(word))
  return isGlad && !text.includes('?') && !saysAgainst(isOvercome ? left : words) && !isDispleased(words)
}

/** A trouble, a refusal, a wish, "tapi …": whoever says so is not simply content. */
export function saysAgainst(words: readonly Word[]): boolean {
  return words.some(
    (one, at) =>
      one.means === 'not' ||
      isTroubling(one) ||
      [but, asking, persisting, refusing].some((objecting) => objecting.has(one.word)) ||
      (one.word === 'tanpa' && lacking.has(words[at + 1]?.word ?? '')),
  )
}

/** Without "tidak ada masalah lagi", "sudah tidak berlubang", "tidak bau lagi", "sudah menyala lagi": a trouble that is over. */
function withoutOvercome(words: readonly Word[]): Word[] {
  const gone = new Set<Word>([...worksAgain(words), ...ridOf(words)])
  for (const [at, no] of words.entries()) {
    if (!refusing.has(no.word)) continue
    const behind = words.slice(at + 1).filter(({ word }) => word !== 'ada')
    const [woe, next] = behind[0]?.word === 'lagi' ? [behind[1], behind[0]] : behind
    const isOver = next?.word === 'lagi' || already.has(words[at - 1]?.word ?? '')
    if (!woe || !(woes.has(woe.word) || (isOver && isTroubling(woe)))) continue
    for (const one of words.slice(at, words.indexOf(woe) + 1)) gone.add(one)
    if (next?.word === 'lagi') gone.add(next)
  }
  return words.filter((word) => !gone.has(word))
}
