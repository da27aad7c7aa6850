import { isTroubling } from './looks-new.ts'
import { isPolite, readMessage } from './said.ts'
import { namesPlace } from './stands-alone.ts'
import { taking } from './withdraw.ts'
import { forbidding, refusing } from './words.ts'
import { wordSet } from './word-set.ts'

/** More than that tells something itself. */
const mostWords = 3
const naming = wordSet('yang yg soal tentang ttg mengenai laporan aduan pengaduan lap kasus')
const filler = wordSet('saja aja sj ya yah dulu dl lagi nya ku saya dong itu ini tadi masalah')
const checking = wordSet('cek cekk check chek status lacak')
/** "cek ulang ke lapangan": asked of an office. */
const looking = wordSet('ke di ulang kembali langsung lapangan lokasi tempat sendiri coba dulu sana sini')

/**
 * "cek lampu", "cabut yang lampu", "status laporan jalan": CEK or CABUT of the report that is called by a thing in it. "cek jalan rusak" and "cek jalan di
 * Oesapa" ask an office to look.
 */
export function commandOfThing(text: string): 'status' | 'withdraw' | undefined {
  const { bare, asks } = readMessage(text, [], [])
  const told = bare.filter(({ word }) => !filler.has(word) && (naming.has(word) || !isPolite(word)))
  const [first, ...behind] = told
  const things = behind.filter(({ word }) => !naming.has(word))
  const isOther = told.some(({ word }) => refusing.has(word) || forbidding.has(word))
  if (!first || asks || isOther || things.length === 0 || things.length > mostWords) return undefined
  if (things.some(({ word, means }) => means !== undefined || looking.has(word)) || namesPlace(things)) return undefined
  const isNamed = things.length < behind.length
  if (taking.has(first.word)) return 'withdraw'
  return checking.has(first.word) && (isNamed || !things.some(isTroubling)) ? 'status' : undefined
}
