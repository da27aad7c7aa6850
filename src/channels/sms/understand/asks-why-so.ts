import { readWords } from './read-words.ts'
import { isPolite } from './said.ts'
import { wordSet } from './word-set.ts'

const asking = wordSet(
  'maksud maksudnya maksdnya mksdnya mksud kok ko kenapa knp knapa mengapa alasan alasannya sebab sebabnya apa apaan gimana gmn bagaimana bgmn',
)
const beside = wordSet(
  'gitu gtu begitu bgitu begini gini bisa bs ya yah y sih kah lho loh lo lah eh hah nih dari dgn dengan jadi yang yg mana coba dimaksud diarsip diarsipkan arsip',
)
/** They ask that it be said in other words, or why. */
const fewest = 2

/** "maksudnya apa", "maksudnya gmn pak?", "kok gitu", "lho kok begitu": asked of whoever said or decided something; no thing is named. */
export function asksWhySo(text: string): boolean {
  const told = readWords(text).filter(({ word }) => !isPolite(word))
  const isAsked = told.some(({ word }) => asking.has(word))
  return told.length >= fewest && isAsked && told.every(({ word }) => asking.has(word) || beside.has(word))
}
