import { denies } from './disputes.ts'
import { goesBackIn } from './goes-back.ts'
import { isKnownThing, isTroubling, lacksSomething } from './looks-new.ts'
import { readWords, type Word } from './read-words.ts'
import { isPolite } from './said.ts'
import { contradicts } from './speaks-of-answer.ts'
import { namesPlace } from './stands-alone.ts'
import { wordSet } from './word-set.ts'

/** Where something else may begin: behind a stop or a comma, or with a word that goes on to it. */
const seam = /[.,;!?\n]+\s*|\s+(?=(?:dan|trus|terus|trs|oh ya|oh iya|oiya|selain itu)\s)/gi
/** They leave what was said: "oh ya", "trus"; not "terus terang", "terus menerus". */
const leaving =
  /^(?:(?:dan|pak|bu|min|kak|eh) )*(?:o+h? ?i?ya|btw|(?:trus|terus|trs) (?!(?:terang|menerus|saja|aja|dibiarkan|rusak|mati|banjir|bocor|bau)\b)|selain itu|satu lagi|ada lagi|plus)/
/** "Jl. Bumi" goes on. */
const end = /(?<!\b(?:jl|jln|gg|ds|kel|kec|no|rt|rw))\.|[;!?\n]/i
const home = /\b(?:di )?(?:(?:depan|dekat|samping|belakang) )?rumah (?:saya|sy|kami|aku)\b/gi
const fewWords = 6
/** In UTF-16 units: who writes a whole letter first tells one story. */
const longestFront = 320
const longestClause = 200
const also = /\b(?:juga|jg|jga)\b/
/** It is what it was, or worse. */
const still = wordSet('masih msh tetap tetep makin semakin tambah bertambah lagi kembali malah')
/** Nothing that could be complained of. */
const around = wordSet(
  'dan trus terus trs oh oiya oya btw iya ya eh juga jg jga ada selain itu malah sekarang skrg parah sekali banget bgt sangat sering tadi kemarin sudah udah sdh sini sana kami kita warga dari rumah',
)
const where =
  /\b(?:di|dari|dpn|(?:di)?(?:depan|dekat|samping|belakang|seberang|sekitar|sepanjang|sebelah)|dkt|rt|rw)(?: (?:dpn|depan|dekat|dkt|samping|belakang|seberang|sebelah|pinggir|jalan|jl|jln|gang|gg|rt|rw|desa|dusun|kampung|kelurahan|kecamatan|perumahan|simpang|pasar|sd|sdn|smp|smpn|gereja|masjid|rumah|tempat|wilayah|daerah))* [\p{L}\p{N}]+(?: \d+)?/gu

/**
 * Where behind a denial another complaint begins, in UTF-16 units: "belum. oh ya di gang mawar jg ada jalan rusak". It names its thing, its trouble and a
 * place of its own, and says that it is another, or is so "juga". What is still so, "lampunya", "di RT 6 juga mati" say why not.
 */
export function behindDenial(text: string): number | undefined {
  const [first] = readWords(text.slice(0, longestClause)).filter(({ word }) => !isPolite(word))
  if (!first || !(first.means === 'not' || still.has(first.word) || denies(first))) return undefined
  const starts = [...text.slice(0, longestFront).matchAll(seam)].map((end) => end.index + end[0].length)
  return starts.find((start) => {
    const isNear = readWords(text.slice(0, start)).filter(({ word }) => !isPolite(word)).length <= fewWords
    return tellsAnother(text.slice(start, start + longestClause), isNear) && denied(text.slice(0, start), first)
  })
}

function denied(front: string, first: Word): boolean {
  return first.means === 'not' || contradicts(front)
}

/** @param isNear right behind the denial "juga" is enough; further on it may be the same story. */
function tellsAnother(rest: string, isNear: boolean): boolean {
  const [clause = ''] = rest.split(end)
  const words = readWords(clause.replace(home, ' '))
  const line = lineOf(words)
  const told = words.filter(({ word }) => !isPolite(word))
  if (!leaving.test(line) && !(isNear && also.test(line))) return false
  if (told.some(({ word, means }) => means === 'not' || (still.has(word) && !isLeft(word, line)))) return false
  if (!told.some(isTroubling) && !lacksSomething(told)) return false
  if (told.some(isKnownThing) || goesBackIn(line.replace(leaving, ' ').trim(), [])) return false
  return namesPlace(words) && namesThing(line)
}

/** "ada lagi", "satu lagi"; "malah jalan di gang mawar juga rusak". */
function isLeft(word: string, line: string): boolean {
  return word === 'malah' || (word === 'lagi' && /^(?:\p{L}+ ){0,2}(?:ada|satu) lagi\b/u.test(line))
}

/** More than its trouble and its place: "jalan", "pohon"; what names none is so there as well. */
function namesThing(line: string): boolean {
  const beside = readWords(line.replace(where, ' . '))
  const things = beside.filter(({ word }) => !isPolite(word) && !around.has(word) && !/^\d/.test(word))
  return things.length > 1 && things.some((one) => !isTroubling(one))
}

function lineOf(words: readonly Word[]): string {
  return words.map(({ word }) => word).join(' ')
}
