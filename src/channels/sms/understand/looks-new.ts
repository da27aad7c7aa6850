import type { Word } from './read-words.ts'
import { isPolite, type Said } from './said.ts'
import { address, agreeing, answering, lacking, naming, refusing, troubles, wishing } from './words.ts'

const longestAgreement = 6
const longestAnswer = 8
const longestPlace = 12
const fewWords = 3
const beginnings = ['', 'ke', 'ber', 'ter', 'di', 'pe', 'per']
const endings = ['', 'an', 'kan', 'i']

/**
 * Whether words that come while our question is open may be a new complaint: a trouble, something that does not come, or a wish, and no
 * beginning of an answer; or simply longer than people answer. An answer taken for a complaint costs one question more, a complaint
 * taken for an answer is lost in another report.
 */
export function looksNew({ words, asks }: Pick<Said, 'words' | 'asks'>): boolean {
  const told = words.filter(({ word }) => !isPolite(word))
  const first = told[0]?.word ?? ''
  const spoken = words.find(({ word }) => !address.has(word))?.word ?? ''
  const isTrouble = told.some(isTroubling) || lacksSomething(told)
  const isKnown = told.some(isKnownThing) || told.slice(0, fewWords).some(({ word }) => naming.has(word))
  if (agreeing.has(spoken) && told.length <= (lacksSomething(told.slice(0, 2)) ? 2 : longestAgreement)) return false
  if (told.length > longestPlace || asks || (wishes(words) && told.length > 1)) return true
  if (answering.has(first) || /^\d/.test(first)) return isTrouble && !isKnown
  return isTrouble || opensAsLetter(words) || (told.length > longestAnswer && !isKnown)
}

/** "kebanjiran", "bocornya", "dipukuli", "perampokan" as "banjir", "bocor", "pukul", "rampok". */
export function isTroubling({ word }: Word): boolean {
  const plain = word.replace(/(nya|lah)$/, '')
  return beginnings.some((beginning) => {
    if (!plain.startsWith(beginning)) return false
    const bare = plain.slice(beginning.length)
    return endings.some((ending) => bare.endsWith(ending) && troubles.has(bare.slice(0, bare.length - ending.length)))
  })
}

/** "tidak datang", "belum cair", "tanpa izin": what should be and is not. */
export function lacksSomething(told: readonly Word[]): boolean {
  return told.some(({ word, means }, at) => {
    if (means !== 'not' && !refusing.has(word) && word !== 'tanpa') return false
    return told.slice(at + 1, at + 3).some(({ word: next }) => lacking.has(next) || /^(di|ter)\p{L}{4,}/u.test(next))
  })
}

/** "lampunya": the one that was asked about. */
export function isKnownThing({ word }: Word): boolean {
  return /\p{L}{3,}nya$/u.test(word) && !/^(hanya|punya|tanya|biasanya|adanya)$/.test(word)
}

function opensAsLetter(words: readonly Word[]): boolean {
  const first = words[0]?.word ?? ''
  return /^(ass|salam|yth|kepada|kpd|lapor|aduan|pengaduan)/.test(first) && words.length > longestAgreement
}

/** "tolong …", "mohon …", "kapan …": who answers does not wish. */
function wishes(words: readonly Word[]): boolean {
  return words.some(({ word }) => wishing.has(word))
}
