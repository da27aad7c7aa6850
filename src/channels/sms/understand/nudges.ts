import { readWords } from './read-words.ts'
import { isPolite } from './said.ts'
import { following, forbidding, ofTheWork, refusing, repairing, wondering } from './words.ts'
import { wordSet } from './word-set.ts'

/** How one asks that something be done, or whether it is. */
const urging =
  wordSet(`segera cepat cepatnya secepatnya cepetan buruan tunggu ditunggu nunggu menunggu harap berharap semoga kabar kabarnya kejelasan kepastian kepastiannya
  tanggapan tanggapannya jawaban jawabannya balasan respon responnya direspon digubris ditindaklanjuti ditindak tindaklanjut tindaklanjutnya tindaklanjuti
  kelanjutan kelanjutannya lanjutannya perkembangan perkembangannya progres progresnya proses prosesnya diproses hasil hasilnya nasib nasibnya dikerjakan diatasi
  diselesaikan ditanggapi dijawab diangkat terkirim dibaca ditangani diurus perhatian dibantu dipercepat percepat menangani mengurus`)
const beside =
  wordSet(`mohon tolong minta agar supaya spy biar kira kira2 dapat dpt bisa bs sudah sdh udah udh dah belum blm blom belom masih msh tidak ada juga jg terus trus lagi
  lg sampai sampe skg sekarang skrg saat sejak dari kemarin kmrn tadi lama sekali banget bgt kok ko kenapa knp knapa mengapa kapan kpn bagaimana gimana gmn bgmn apa apakah
  kah sih ya yah yaa y dan atas untuk tentang soal tindak lanjut lanjutnya laporan laporannya laporanku
  pengaduan aduan sms saya kami kita nya di oleh secara sebulan seminggu setahun sehari satu dua tiga empat lima enam tujuh beberapa hari minggu bulan tahun jam lebih
  berapa hampir hingga kali berkali perlu kan to toh mana nih pak bu bapak ibu selalu siapa lho loh`)

/**
 * "mohon segera ditindaklanjuti", "sudah seminggu belum ada kabar", "gimana kelanjutannya": words that only ask after what was filed, or that it be done, and
 * name nothing themselves. No report is made of them.
 */
export function nudges(text: string): boolean {
  const words = readWords(text.replace(office, ' ')).filter(({ means }) => means !== 'reply')
  const isFiled = /\blaporan|aduan/i.test(text)
  const isKnown = (word: string) =>
    isPolite(word) || (isFiled && filed.has(word)) || /^\d+$/.test(word) || [...known].some((some) => some.has(word))
  const isUrging = words.some(
    ({ word }) => urging.has(word) || (isFiled && filed.has(word)) || repairing.has(word) || wondering.has(word),
  )
  return (
    words.length > 1 &&
    isUrging &&
    words.every(({ word }) => isKnown(word)) &&
    !words.some(({ word }) => forbidding.has(word))
  )
}

/** "laporan saya sudah masuk belum?"; not "petugas tidak masuk". */
const filed = wordSet('masuk diterima')
const office = /\bdari (?:pihak )?(?:dinas|petugas|pemerintah|instansi)(?: terkait)?\b|\bdari pihak terkait\b/gi
const work = [...ofTheWork].filter((word) => word !== 'petugas')
const known = [urging, beside, following, repairing, wondering, new Set(work), refusing]
