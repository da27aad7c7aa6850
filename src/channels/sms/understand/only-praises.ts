import { isTroubling } from './looks-new.ts'
import { readWords, type Word } from './read-words.ts'
import { glad, lacking, persisting, refusing, thanks } from './words.ts'

const but = new Set('tapi tp tetapi namun cuma hanya sayang jelek buruk lagi asal padahal setengah sebagian'.split(' '))
const asking = new Set(
  'keberatan alasan minta tolong tlg mohon mhn harap segera dibuka buka dicek kembali kapan kenapa mengapa'.split(' '),
)

/** "terima kasih pak lampunya sudah menyala": glad, and nothing against it. It sends no report back to its office. */
export function onlyPraises(text: string): boolean {
  const words = readWords(text)
  const isGlad = words.some(({ word }) => thanks.has(word) || glad.has(word))
  return isGlad && !saysAgainst(words)
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
