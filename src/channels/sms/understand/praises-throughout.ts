import { isDispleased } from './disputes.ts'
import { withoutExcuse } from './excuses-delay.ts'
import { saysAgainst } from './only-praises.ts'
import { praisesService } from './praises-service.ts'
import { readWords, type Word } from './read-words.ts'
import { isPolite } from './said.ts'
import { wordSet } from './word-set.ts'
import { acknowledging, address, already, glad, refusing, repairing, thanks, timesOfDay } from './words.ts'

/** UTF-16 units; whoever writes more has more to say. */
const longest = 2_000
/** What is named in thanks, though it names troubles too: our own name, "laporan kami", a hospital; and thanks without end. */
const noTrouble =
  /(?:\bSP4N[- ]?)?\bLAPOR\b!?|\b(?:laporan|aduan|pengaduan|keluhan|masalah)(?:nya|ku)?\b|\brumah sakit\b|\b(?:tak|tidak) (?:ter)?(?:hingga|kira|nilai)(?:nya)?\b/giu
const joyful =
  wordSet(`senang bahagia bangga gembira lega tenang nyaman syukur bersyukur puji memberkati diberkati berkah mengapresiasi apresiasi
  terharu jempol sukses sehat terbaik memuaskan alhamdulilah amin aamiin`)
/** Behind SUDAH: it is as it should be. */
const mended =
  wordSet(`menyala nyala hidup mengalir lancar berfungsi normal beroperasi terang bersih rapi mulus bagus baik aman membaik selesai beres tuntas
  teratasi terselesaikan terpasang cair jadi terbit ditambal diaspal diangkut diganti dipasang dirapikan dikeruk dicor dipangkas ditebang
  diselesaikan ditindaklanjuti direspon ditanggapi dibantu menanggapi merespon membantu menindaklanjuti memperbaiki menangani`)
const between = wordSet(
  'mulai sangat sekali lebih cukup bisa dapat pada semua semuanya juga jg kami saya sy kembali langsung cepat',
)
const restored = wordSet('kembali lagi')
/** Who is thanked. */
const offices =
  wordSet(`dinas pupr pu pln pdam pemkot pemkab pemda pemerintah kelurahan kecamatan kabupaten kota provinsi desa lurah camat kades bupati walikota wali
  gubernur menteri kementerian tim petugas jajaran seluruh semua dan serta beserta staf kepada untuk hormat hormati warga dari yang saya kami`)
/** They speak of another thing, of what should be, or of what was once so. */
const beyond =
  wordSet(`lain lainnya sebelah giliran selanjutnya berikutnya sekalian usul saran sebaiknya seharusnya harusnya semestinya kalau kalo kl jika bila supaya
  agar biar perlu harus ditambah tambahkan tambahan ditingkatkan kecuali selain kurangnya katanya kata bilang siapa kok ko masa masak mana
  apanya sebentar terus dulunya tadinya sisanya sisa tinggal ternyata nyatanya disana seandainya andai cek dicek dong donk menunggu tunggu ditunggu nunggu`)
const hoping = wordSet('semoga smoga moga mudah2an')
/** What is wished to whoever helped, not of them. */
const wished = wordSet(
  'dipertahankan diberi diberikan diberkahi diberkati dibalas dimudahkan dilancarkan dilindungi dirahmati lancar baik',
)
const giving = wordSet('atas kepada mengucapkan ucapkan menyampaikan')
const fewWords = 3
const part = /\bbaru\s+(?:\d|satu|dua|tiga|empat|lima|beberapa|sedikit|kali)/iu

/**
 * A letter of thanks, however it is worded: every clause of it thanks, praises, blesses, agrees or says that it is done, and no word of any objects,
 * asks, wishes for work or names another thing. Of whatever it is not sure of it says no.
 */
export function praisesThroughout(text: string): boolean {
  if (text.length > longest || text.includes('?')) return false
  const told = withoutExcuse(text.replace(noTrouble, ' '))
  const clauses = told.split(/[.,;:!\n]+/).flatMap((clause) => {
    const words = readWords(clause)
    return words.length > 0 ? [words] : []
  })
  if (part.test(told) || isDispleased(clauses.flat())) return false
  return clauses.some(isGlad) && clauses.every((words) => (isGlad(words) || isKind(words)) && !objects(words))
}

function isGlad(words: readonly Word[]): boolean {
  const isThanking = thanksIn(words)
  const praises = words.some(({ word }) => joyful.has(word) || glad.has(word) || (wished.has(word) && word !== 'baik'))
  return isThanking || praises || praisesService(words) || doneIn(words).length > 0
}

/** For something, or in few words more: "makasih min air PDAM warnanya coklat" goes on to say what is not well. */
function thanksIn(words: readonly Word[]): boolean {
  const thanked = words.some(
    ({ word }, at) => thanks.has(word) && word !== 'kasih' && (word !== 'terima' || words[at + 1]?.word === 'kasih'),
  )
  const others = words.filter(({ word }) => !isPolite(word) && !offices.has(word))
  return thanked && (others.length <= fewWords || words.some(({ word }) => giving.has(word)))
}

/** "Selamat siang Bapak", "YA", "Dinas PUPR dan semua petugas". */
function isKind(words: readonly Word[]): boolean {
  return words.every(
    ({ word, means }) =>
      isPolite(word) ||
      [address, acknowledging, timesOfDay, offices].some((some) => some.has(word)) ||
      means === 'yes' ||
      means === 'done' ||
      already.has(word) ||
      /^(?:lanjutkan|pertahankan)$/.test(word),
  )
}

function objects(words: readonly Word[]): boolean {
  const isHope = words.some(({ word }) => hoping.has(word))
  const done = doneIn(words)
  const first = words.findIndex((word) => done.includes(word))
  // "jalan rusak sudah diaspal": the trouble is over.
  const left = words.filter((word, at) => !done.includes(word) && !(at < first && isOverOnce(word)))
  const asksForWork = isHope && left.some(({ word }) => /^di\p{L}{4,}/u.test(word) && !wished.has(word))
  const isOther = words.some(({ word }) => beyond.has(word))
  const names = isHope && (done.length > 0 || words.some(({ word }) => mended.has(word) && !wished.has(word)))
  return (
    isOther ||
    asksForWork ||
    names ||
    /\d/.test(isHope ? words.map(({ word }) => word).join() : '') ||
    saysAgainst(left)
  )
}

/** A trouble that is named in front of its end; not a denial. */
function isOverOnce({ word, means }: Word): boolean {
  return means === undefined && !refusing.has(word) && word !== 'tapi' && word !== 'namun'
}

/** "sudah menyala kembali": the words that say so. */
function doneIn(words: readonly Word[]): Word[] {
  return words.flatMap((one, at) => {
    if (!already.has(one.word) && one.word !== 'telah') return []
    const behind = words.slice(at + 1)
    const found = behind.findIndex(({ word }) => !between.has(word))
    const last = behind[found]
    if (!last || !(mended.has(last.word) || repairing.has(last.word))) return []
    const next = behind[found + 1]
    return [one, ...behind.slice(0, found + 1), ...(next && restored.has(next.word) ? [next] : [])]
  })
}
