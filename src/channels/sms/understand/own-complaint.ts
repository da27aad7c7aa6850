import { isBarePlace } from './bare-place.ts'
import { isKnownThing, isTroubling, lacksSomething } from './looks-new.ts'
import { persists } from './persists.ts'
import { readWords, type Word } from './read-words.ts'
import { isPolite } from './said.ts'
import { saysSettled } from './says-settled.ts'
import { isAnnounced, isInstitution, namesPlace, standsAlone } from './stands-alone.ts'
import type { Keyword } from './understood.ts'
import { troubles, wishing, wondering } from './words.ts'

/** So many words name a thing and what ails it; behind an institution, what it does; at a place, or with a wish, what is meant; and tell something. */
const [fewest, behindInstitution, withMore, telling] = [2, 3, 3, 6]
/** With these somebody begins who has something else to say. */
const introducing =
  /\b(?:yth|kepada|kpd|perihal|prihal|izin|ijin|tanya|nanya|bertanya|mengadukan|adukan|melaporkan|mengeluhkan|mengusulkan|usul|usulan|(?:saya|kami) (?:warga|adalah|seorang|dari|mewakili)|nama saya)\b/

/** A longer message tells a story. */
const talked = 12
const toSomebody = /^(?:yth|kepada|kpd)$/

/**
 * Whether words of somebody who has a report already are filed at once: they are announced, stand alone, or complain of a thing, and nothing in them
 * says that it is still so. Of all others we ask whether they are new.
 */
export function isOwnComplaint(text: string, keywords: readonly Keyword[]): boolean {
  if (isAnnounced(text, keywords)) return true
  if (isBarePlace(text) || saysSettled(text) || speaksOfKnown(text)) return false
  return (standsAlone(text, keywords) || complains(text)) && !persists(text)
}

/** "pohon tumbang", "bansos belum cair", "puskesmas tutup jam 10", "minta lampu jalan di RT 4": what is wrong, missing or wished for. */
export function complains(text: string): boolean {
  const words = readWords(text)
  const told = words.filter(({ word, means }) => !isPolite(word) && means !== 'yes')
  if (told.length < fewest) return false
  if (told.some(ails) || lacksSomething(told)) return true
  // "ada orang gila di pasar Oeba", "Kepada Bapak Wali Kota: zebra cross pudar"
  if (told[0]?.word === 'ada' && told.some(({ word }) => word === 'di')) return true
  if (toSomebody.test(words[0]?.word ?? '') && told.length > behindInstitution) return true
  if (told.length >= behindInstitution && told[0] && isInstitution(told[0])) return true
  return namesPlace(words) && words.some(({ word }) => wishing.has(word) && !wondering.has(word))
}

/** "lubangnya makin besar": the one that was spoken of; "kemarin ada yg jatuh lagi di lubang itu". */
function speaksOfKnown(text: string): boolean {
  const told = readWords(text).filter(({ word }) => !isPolite(word) || word === 'itu')
  const isThat = told.some(({ word }, at) => (word === 'itu' || word === 'tsb' || word === 'tersebut') && at > 0)
  return (
    told.length <= talked && (isThat || told.slice(0, 2).some((one) => isKnownThing(one) && one.word !== 'katanya'))
  )
}

/** "salah" too, which ends as a word that is only stressed. */
function ails(one: Word): boolean {
  return isTroubling(one) || troubles.has(one.word)
}

/**
 * What nobody explained for a day, of somebody whose report is in work or over, and what names no thing that stands in it: a report where it complains, begins
 * like one, wishes for something, names a place or is simply longer than one asks how far it is. "suka hati kalian" and "janjinya mana" are told to it.
 */
export function mayBeOwn(text: string): boolean {
  const words = readWords(text)
  const told = words.filter(({ word, means }) => !isPolite(word) && means !== 'yes')
  const line = words.map(({ word }) => word).join(' ')
  if (persists(text) || isBarePlace(text) || saysSettled(text) || speaksOfKnown(text)) return false
  if (complains(text) || told.some(ails) || told.length >= telling) return true
  const wishes = words.some(({ word }) => wishing.has(word) && !wondering.has(word))
  return introducing.test(line) || (told.length >= withMore && (wishes || namesPlace(words)))
}
