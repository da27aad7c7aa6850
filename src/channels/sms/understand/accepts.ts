import { readWords } from './read-words.ts'
import { isPolite } from './said.ts'

const sighing = '(?:ya|iya|iyah|yah|oh|ok|oke|okelah|baik|baiklah|sip|siap|memang)'
const done = '(?:sudah|sdh|udah|udh|dah|sudahlah|udahlah|yasudah|yaudah|yasudahlah)'
const so = '(?:(?:kalau|kalo|klo) (?:begitu|gitu|bgitu|demikian|memang begitu))'
const well =
  '(?:(?:tidak|tdk|tak|gak|ga|gk|g|nggak|ngga|enggak) (?:apa apa|apa2|apa|papa|masalah|mengapa)|gpp|gapapa|gakpapa|tidakapa)'
const accepting = RegExp(
  `^(?:${sighing}(?: |$))*(?=${done}|${so}|${well})(?:${done}(?: |$))?(?:${so}(?: |$))?(?:${well}(?: |$))?(?:ya|deh|kok)?$`,
)

/** "ya sudah tidak apa2", "baiklah kalau begitu": whoever says so objects to nothing. */
export function accepts(text: string): boolean {
  const line = readWords(text)
    .filter(({ word }) => !isPolite(word))
    .map(({ word }) => word)
    .join(' ')
  return line !== '' && accepting.test(line)
}
