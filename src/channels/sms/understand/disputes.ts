import { frowns } from './frowns.ts'
import { isTroubling, looksNew } from './looks-new.ts'
import { readWords, type Word } from './read-words.ts'
import { isPolite } from './said.ts'
import { already, content, glad, ofTheWork, refusing, repairing } from './words.ts'
import { wordSet } from './word-set.ts'

/** Who says so is not content, whatever stands beside it. */
const displeased =
  wordSet(`bohong bohongan kebohongan pembohong boong kecewa mengecewakan dikecewakan percuma boro ngawur ngarang bercanda becanda pencitraan hoax hoaks
  jelek buruk payah`)
/** "apanya yang bagus", "selesai dari mana": asked of what the office says. */
const whereby = wordSet('apanya mananya')
/** Behind NOT they speak of our question, or of their telephone. */
const ofTheQuestion = wordSet('mengerti ngerti mngerti ngrti paham pahami faham phm pulsa kuota sinyal')
const ofTheAnswer = wordSet('jawaban jawabannya balasan balasannya tanggapan tanggapannya menjawab dijawab nyambung')
/** More than that tells a story of its own. */
const fewWords = 5

/**
 * Whether in words about an answer a denial or displeasure stands, wherever: "sudah saya cek, belum", "tidak menjawab pertanyaan saya", "apanya yang
 * bagus". Another complaint ("lampu di RT 5 tidak menyala") disputes no answer.
 */
export function disputes(text: string): boolean {
  const words = readWords(text)
  const told = words.filter(({ word }) => !isPolite(word))
  if (frowns(text) && !looksNew({ words, asks: false })) return true
  // "no"; beside other words it is a number's.
  if (told.length === 0) return words.some(({ word }) => word === 'no')
  if (told.some(({ word }) => ofTheQuestion.has(word))) return false
  if (told.length <= fewWords && isDispleased(words)) return true
  if (!told.some(denies)) return false
  const isOfAnswer = told.some(({ word }) => ofTheAnswer.has(word))
  return isOfAnswer ? !told.some((one) => isTroubling(one) && !isOfWork(one)) : !looksNew({ words, asks: false })
}

export function isDispleased(words: readonly Word[]): boolean {
  const isOfDone = words.some(
    ({ word, means }) => means === 'done' || [glad, content, repairing, already].some((some) => some.has(word)),
  )
  return words.some(
    ({ word }, at) =>
      displeased.has(word) || (isOfDone && (whereby.has(word) || (word === 'mana' && words[at - 1]?.word === 'dari'))),
  )
}

export function denies({ word, means }: Word): boolean {
  return means === 'not' || refusing.has(word)
}

function isOfWork({ word }: Word): boolean {
  return ofTheWork.has(word)
}
