import { isTroubling, lacksSomething } from './looks-new.ts'
import { readWords, type Word } from './read-words.ts'
import { isPolite } from './said.ts'
import { wordSet } from './word-set.ts'
import { wishing } from './words.ts'

const longest = 14
const beginnings = wordSet(
  `di dekat dkt depan dpn belakang blkg samping seberang sebelah sekitar pinggir lokasi lokasinya alamat alamatnya tempat tempatnya patokan patokannya titik titiknya
  posisi posisinya tepatnya persisnya jl jln jalan gang gg lorong rt rw kel kelurahan kec kecamatan desa dusun kampung blok perum perumahan km`,
)
/** A road, said of where it is: "jalan rusak" is told apart by its trouble. */
const verb =
  /^(?:me[mnrlyw]\p{L}{3,}|ber\p{L}{4,}|di\p{L}{5,}|ada|banyak|mau|minta|kami|kita|saya|sy|warga|orang|mereka|kapan|kenapa|apakah|apa)$/u
const since =
  /\b(?:(?:sudah|sdh|udah|udh|sejak|dari|selama|hampir) )*(?:\d+|se|satu|dua|tiga|empat|lima) ?(?:hari|minggu|mggu|bulan|bln|tahun|thn|jam|malam)\b/u
const nameless = wordSet('didalam dibelakang didepan disamping diseberang disebelah disekitar dipinggir')

/** "di jl Timor Raya km 9 depan Alfamart", "dekat toko Sinar RT 3", "di Oesapa sudah 3 hari": where something is, and nothing of what. */
export function isBarePlace(text: string): boolean {
  const line = readWords(text)
    .filter(({ word }) => !isPolite(word))
    .map(({ word }) => word)
    .join(' ')
  const words = readWords(line.replace(since, ' '))
  const [first] = words
  if (!first || !beginnings.has(first.word) || words.length < 2 || words.length > longest || text.includes('?'))
    return false
  return !lacksSomething(words) && !words.some(tells)
}

function tells(one: Word): boolean {
  return (
    isTroubling(one) || one.means === 'not' || wishing.has(one.word) || (verb.test(one.word) && !nameless.has(one.word))
  )
}
