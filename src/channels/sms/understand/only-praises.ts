import { isTroubling } from './looks-new.ts'
import { readWords } from './read-words.ts'
import { content, persisting, refusing, thanks } from './words.ts'

const but = new Set('tapi tp tetapi namun cuma hanya sayang jelek buruk lagi asal'.split(' '))

/** "terima kasih pak lampunya sudah menyala": glad, and nothing against it. It sends no report back to its office. */
export function onlyPraises(text: string): boolean {
  const words = readWords(text)
  const isGlad = words.some(({ word }) => thanks.has(word) || content.has(word))
  const isAgainst = words.some(
    (one) =>
      one.means === 'not' ||
      isTroubling(one) ||
      [but, persisting, refusing].some((objecting) => objecting.has(one.word)),
  )
  return isGlad && !isAgainst
}
