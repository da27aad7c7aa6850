import { isDispleased } from './disputes.ts'
import { saysAgainst } from './only-praises.ts'
import { readWords, type Word } from './read-words.ts'
import { isPolite } from './said.ts'
import { wordSet } from './word-set.ts'
import { already } from './words.ts'

const fewWords = 5

/** "yang jalan sudah pak", "sudah yang jalan", "sampah sdh diangkut": the thing, and that it is done. No YA, and no refusal either. */
export function saysOneDone(text: string): boolean {
  const words = readWords(text).filter(({ word }) => !isPolite(word))
  const isDone = words.some(({ word, means }) => means === 'done' || already.has(word))
  if (words.some(({ word }) => scorning.has(word) || /\d/.test(word))) return false
  const isDealtWith = words.some(({ word }, at) => /^di\p{L}{4,}$/u.test(word) && isSo(words[at - 1]))
  const left = isDealtWith ? words.filter(({ word }) => !things.has(word)) : words
  return isDone && words.length <= fewWords && !text.includes('?') && !saysAgainst(left) && !isDispleased(words)
}

function isSo(word: Word | undefined): boolean {
  return word !== undefined && (word.means === 'done' || already.has(word.word))
}

/** Troubles that are named as a thing, too: "sampah sudah diangkut". */
const things = wordSet('sampah limbah lubang trotoar sampahnya lubangnya')
/** "siapa bilang beres", "kok dibilang sudah beres" */
const scorning = wordSet(
  'siapa bilang dibilang blg kata katanya kok ko kenapa knp mana apanya apa masa masak emang memang baru kalau kalo kl jika nanti hampir',
)
