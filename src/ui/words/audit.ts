import type { Words } from './words.ts'

/** The daily heads and the reporter's receipt. A head is called "segel harian" on screen. */
export const auditWords = {
  audit_heading: { id: 'Segel harian', en: 'Daily seals' },
  audit_intro: {
    id: 'Setiap hari kami menyegel riwayat semua laporan, juga catatan siapa yang pernah membukanya, dengan satu tanda tangan. Bila sesudah itu ada riwayat atau catatan yang diubah, dihapus, atau disisipi, segelnya tidak cocok lagi.',
    en: 'Every day we seal the histories of all reports, and the ledger of who opened any, with one signature. If a history or the ledger is changed, removed or added to afterwards, the seal no longer fits.',
  },
  audit_tells_nothing: {
    id: 'Segel selalu sama panjang. Dari segel tidak dapat diketahui berapa laporan yang ada, laporan yang mana, atau apakah hari itu ada yang dibuka.',
    en: 'A seal always has the same length. It does not tell how many reports there are, which, or whether any was opened that day.',
  },
  audit_latest: { id: 'Segel terbaru', en: 'Latest seals' },
  audit_none: { id: 'Belum ada segel.', en: 'No seals yet.' },
  audit_number: { id: 'Nomor', en: 'Number' },
  audit_day: { id: 'Hari (WIB)', en: 'Day (WIB)' },
  audit_root: { id: 'Akar', en: 'Root' },
  audit_key: { id: 'Kunci publik', en: 'Public key' },
  audit_key_hint: {
    id: 'Simpan kunci ini dari tempat lain juga, misalnya dari media. Segel terbaru ditandatangani dengannya (Ed25519).',
    en: 'Keep this key from another place too, such as the press. It signs the newest seals (Ed25519).',
  },
  audit_successions: { id: 'Kunci yang diganti', en: 'Keys that were replaced' },
  audit_successions_hint: {
    id: 'Kunci lama menandatangani penggantinya, dan segel terakhir yang ditandatanganinya. Segel sampai nomor itu diperiksa dengan kunci lama.',
    en: 'The old key signed the one after it, and the last seal that it signed itself. Seals up to that number are checked with the old key.',
  },
  audit_check: { id: 'Memeriksa sendiri', en: 'Check it yourself' },
  audit_check_hint: {
    id: 'Simpan bukti tercatat Anda sebagai bukti.json, lalu jalankan ini. Yang diperlukan hanya sed, openssl, dan sha256sum.',
    en: 'Save your receipt as bukti.json, then run this. It needs only sed, openssl and sha256sum.',
  },
  audit_check_good: {
    id: 'Bila keluar "Signature Verified Successfully" dan "tercatat", laporan Anda ada di dalam segel hari itu. Segel berikutnya menyebut segel sebelumnya, jadi segel lama pun tidak dapat diganti diam-diam.',
    en: 'When it says “Signature Verified Successfully” and “tercatat” (recorded), your report is in that day’s seal. Each seal names the one before, so an old one cannot be replaced quietly.',
  },
  audit_data: { id: 'Semua segel sebagai data (API)', en: 'All seals as data (API)' },
  audit_receipt: { id: 'Bukti tercatat', en: 'Proof of record' },
  audit_receipt_ask: {
    id: 'Bukti bahwa laporan ini tercatat dan riwayatnya tidak dapat diubah diam-diam.',
    en: 'Proof that this report is recorded and that its history cannot be changed quietly.',
  },
  audit_receipt_button: { id: 'Lihat bukti tercatat', en: 'See the proof of record' },
  audit_receipt_says: {
    id: (events: number, day: string) => `Laporan Anda, dengan ${events} peristiwa, ada di dalam segel ${day}.`,
    en: (events: number, day: string) => `Your report, with ${events} events, is in the seal of ${day}.`,
  },
  audit_receipt_later: {
    id: 'Laporan Anda belum masuk segel. Segel dibuat setiap hari; lihat lagi besok.',
    en: 'Your report is not in a seal yet. One is made every day; look again tomorrow.',
  },
  audit_receipt_keep: {
    id: 'Simpan berkas ini di tempat Anda sendiri. Bila kelak riwayat sampai hari itu diubah atau laporan dihapus, berkas ini membuktikannya. Di dalamnya ada nomor laporan, tetapi tidak ada isi laporan dan tidak ada nama.',
    en: 'Keep this file with you. Should the history up to that day be changed one day, or the report removed, this file proves it. It holds the tracking ID, but no words of the report and no name.',
  },
  audit_receipt_download: { id: 'Unduh bukti (JSON)', en: 'Download the proof (JSON)' },
  audit_receipt_seal: { id: 'Segel', en: 'Seal' },
  audit_receipt_leaf: { id: 'Daun', en: 'Leaf' },
  audit_receipt_how: { id: 'Cara memeriksanya', en: 'How to check it' },
  audit_receipt_not_yet: {
    id: 'Laporan ini belum masuk segel harian.',
    en: 'This report is not in a daily seal yet.',
  },
} as const satisfies Words
