import { readWords, type Word } from '../sms/understand/read-words.ts'
import { acknowledging, address, already, praised, repairing, thanks } from '../sms/understand/words.ts'
import { wordSet } from '../sms/understand/word-set.ts'

/** Greetings, and what one says after a thing is over. "sekarang" and "saja" are not among them: they tell of something. */
const kind =
  wordSet(`selamat siang pagi sore malam salam hormat alhamdulillah alhamdulilah syukur puji tuhan amin aamiin semoga sukses sehat
  selalu berkah barokah mantap mantab keren hebat top jos bagus puas senang bangga salut sangat sekali banget bgt ya yaa baiklah`)

/** Beside thanks they say for what: "terima kasih atas bantuan dan respon cepatnya". */
const wherefore =
  wordSet(`banyak atas buat untuk utk dan yang yg telah sudah udah sdh respon responnya tanggapan tanggapannya bantuan bantuannya
  perhatian perhatiannya kerja kerjanya kerjasama kerjasamanya info infonya informasi informasinya penjelasan penjelasannya jawaban jawabannya
  pelayanan pelayanannya tindakan tindakannya cepat cepatnya membantu dibantu merespon direspon menanggapi ditanggapi ditindaklanjuti diproses
  petugas dinas pemkot pemkab pemda kota kepada semua semuanya kami saya kembali`)

/**
 * "Terima kasih banyak.", "sama-sama min", "oke siap": no office has anything to do with it. Each word is one that we know; whatever is asked,
 * denied or wished for is more. "Sama" alone may mean that nothing has changed.
 */
export function onlyThanks(text: string): boolean {
  const words = readWords(text)
  if (text.includes('?')) return false
  const isThanking = words.some(({ word }) => thanks.has(word))
  return words.every((one, at) => {
    const { word, means } = one
    if (/^sama2$/.test(word)) return true
    if (word === 'sama') return [words[at - 1], words[at + 1]].some((beside) => beside?.word === 'sama')
    if (word === 'sekarang') return false
    if (thanks.has(word) || address.has(word) || kind.has(word) || acknowledging.has(word) || means === 'yes')
      return true
    if (repairing.has(word) || isDone(one)) return isThanking && words.slice(0, at).some(isAlready)
    return isThanking && (wherefore.has(word) || praised.has(word))
  })
}

function isAlready({ word }: Word): boolean {
  return already.has(word) || word === 'telah'
}

/** "sudah menyala": of what was dark. */
function isDone({ word }: Word): boolean {
  return ['selesai', 'beres', 'tuntas', 'menyala', 'nyala', 'bersih', 'lancar', 'normal', 'baik'].includes(word)
}
