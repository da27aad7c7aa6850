import type { Word } from './read-words.ts'
import { wordSet } from './word-set.ts'

/** Of whoever helped; "cepat" alone is a wish. */
const kind = wordSet(
  'ramah sopan sigap gercep gerak gesit tanggap profesional responsif terbaik membantu jos joss top hebat',
)
const served =
  /^(?:pelayanan|layanan|respon|respons|petugas|tim|kerja|kinerja|proses|penanganan|tanggapan|jawaban|tindakan|perbaikan|pengerjaan|bekerja|datang|ditangani|dikerjakan|diperbaiki|direspon|ditanggapi)(?:nya)?$/
const strengthening = wordSet(
  'sangat sungguh cukup lumayan lebih dengan dgn yang yg begitu memang datang kerja kerjanya',
)
const prospering = wordSet('maju sukses jaya berjaya berkembang')

/** "pelayanan cepat", "petugas datang cepat", "petugasnya ramah", "semoga lapor makin maju"; not "cepat diperbaiki ya". */
export function praisesService(words: readonly Word[]): boolean {
  const hopes = words.some(({ word }) => word === 'semoga' || word === 'smoga' || word === 'moga')
  return words.some(({ word }, at) => {
    if (kind.has(word)) return true
    if (prospering.has(word)) return hopes || ['makin', 'semakin', 'tambah'].includes(words[at - 1]?.word ?? '')
    return (word === 'cepat' || word === 'cepet') && isServed(words, at)
  })
}

/** "pelayanannya", "petugas", "respon": of whoever answered. */
export function namesService({ word }: Word): boolean {
  return kind.has(word) || served.test(word)
}

/** What was quick stands right in front, or behind "cepat sekali". */
function isServed(words: readonly Word[], at: number): boolean {
  const before = words.slice(0, at).findLast(({ word }) => !strengthening.has(word) || served.test(word))
  const next = words.slice(at + 1).find(({ word }) => !['sekali', 'banget', 'bgt', 'juga'].includes(word))
  const isPraised = words[at - 1]?.word === 'lumayan' || (before !== undefined && served.test(before.word))
  return isPraised && !/^di\p{L}{4,}/u.test(next?.word ?? '')
}
