import type { Word } from './read-words.ts'
import { already, lacking, refusing, thanks } from './words.ts'
import { wordSet } from './word-set.ts'

/** Behind SUDAH they say that a thing does what it should. "air sudah masuk rumah" and "sudah jalan tiga bulan" do not. */
const working =
  wordSet(`menyala nyala hidup mengalir ngalir jalan lancar berfungsi aktif normal beroperasi terang bersih rapi cair mulus bagus
  baik aman membaik`)
const between = wordSet('mulai mulus sangat lebih cukup bisa pada semua semuanya juga jg kembali agak')
const restored = wordSet('kembali lagi')
/** Said of what others say, or of what lasted no longer. */
const doubting = wordSet(
  'katanya kata bilang bilangnya dibilang siapa kok ko masa masak mana apanya sebentar sebelah lalu terus trus hari minggu bulan tahun kemarin kemaren dulu tadinya',
)

/** "air sudah lancar", "iya airnya sudah jalan", "sudah menyala lagi": the words that say so; none where somebody doubts it. */
export function worksAgain(words: readonly Word[]): Word[] {
  if (isDoubted(words)) return []
  return words.flatMap((one, at) => {
    if (!already.has(one.word)) return []
    const behind = words.slice(at + 1)
    const found = behind.findIndex(({ word }) => !between.has(word))
    const works = behind[found]
    if (!works || !working.has(works.word) || /^\d/.test(behind[found + 1]?.word ?? '')) return []
    const next = behind[found + 1]
    return [...behind.slice(0, found + 1), ...(next && restored.has(next.word) ? [next] : [])]
  })
}

/** "sudah tidak lewat lagi, terima kasih": who gives thanks for it is rid of it. Not "sudah tidak menyala lagi". */
export function ridOf(words: readonly Word[]): Word[] {
  if (isDoubted(words) || !words.some(({ word }) => thanks.has(word))) return []
  return words.flatMap((one, at) => {
    const [no, done, again] = words.slice(at + 1, at + 4)
    if (!already.has(one.word) || !no || !done || !refusing.has(no.word) || again?.word !== 'lagi') return []
    return lacking.has(done.word) || working.has(done.word) || done.means ? [] : [no, done, again]
  })
}

function isDoubted(words: readonly Word[]): boolean {
  return words.some(({ word }) => doubting.has(word))
}
