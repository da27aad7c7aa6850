import { skeleton } from './skeleton.ts'

// The words that stand before somebody's name, in the letters and answers of offices. Never complete.

const setOf = (words: string) => new Set(words.trim().split(/\s+/).map(skeleton))

/** Titles: never a part of a name. */
const titles = setOf(`
  bapak bapa bpk pak ibu bu sdr sdri saudara saudari tn tuan ny nyonya nona dr drs dra ir prof h hj haji hajjah se sh mm st msi spd skom
  mpd`)

/** By which people call each other: whoever follows is called by name, however it is written. */
const callings = setOf(`
  kak kakak mas mbak mba bang abang kang neng mama papa om tante oma opa mr mrs ms miss bernama named`)

/** How letters and messages begin: somebody follows, or an office. */
const openings = setOf('terhormat sir madam dear halo hallo hai hei hello hi hey')

/** Whoever follows these is somebody when written with a capital, or when nothing goes on the way a word goes on. */
const addresses = setOf(`
  kepada pelapor pemohon pengadu pengirim nama namanya terimakasih trimakasih makasih trims thanks salam reporter`)

/** Pairs that do the same. */
const pairs = new Set(
  ['terima kasih', 'trima kasih', 'thank you', 'selamat pagi', 'selamat siang', 'selamat sore', 'selamat malam'].map(
    (pair) => pair.split(' ').map(skeleton).join(' '),
  ),
)

/** Between thanks and whom they are for. */
const fillers = setOf('banyak sekali kembali')

/** Who people are, and what is done with them: somebody when written with a capital. */
const people = setOf(`
  warga saksi korban milik rumah anak suami istri menemui ditemui bertemu menghubungi dihubungi mengunjungi citizen resident met
  contacted`)

/** The same, but months are said behind them too ("dari Juni sampai Agustus"). */
const relations = setOf('oleh dari dengan bersama to from by with for')

/** How a sentence goes on behind whom it speaks to; behind a word in small letters it goes on otherwise. */
const goingOn = setOf(
  'atas sudah telah ya yang karena sehingga kami anda terkait mengenai tentang perihal dan untuk for',
)

export type Address = 'title' | 'calling' | 'opening' | 'address' | 'people' | 'relation'

/** "Yth." as it is written: its skeleton is that of "it". */
export function isEsteemed(written: string): boolean {
  return /^yth$/i.test(written)
}

/** As what a word stands before another. @param bare,before its skeleton, and that of the word before it */
export function addressOf(bare = '', before = ''): Address | undefined {
  if (titles.has(bare)) return 'title'
  if (callings.has(bare)) return 'calling'
  if (openings.has(bare)) return 'opening'
  if (addresses.has(bare) || pairs.has(`${before} ${bare}`)) return 'address'
  if (people.has(bare)) return 'people'
  return relations.has(bare) ? 'relation' : undefined
}

/** @param bare as `skeleton` gives it */
export function isTitle(bare: string): boolean {
  return titles.has(bare)
}

/** @param bare as `skeleton` gives it */
export function isFiller(bare: string): boolean {
  return fillers.has(bare)
}

/** @param bare as `skeleton` gives it */
export function goesOn(bare: string): boolean {
  return goingOn.has(bare)
}
