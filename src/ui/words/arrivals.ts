import type { Words } from './words.ts'

/** Why something that came through a door became nothing. */
export const arrivalWords = {
  arrival_refused: { id: 'Ditolak, menurut sebabnya', en: 'Refused, by cause' },
  arrival_refused_own: { id: 'Kiriman kami sendiri', en: 'Our own' },
  arrival_refused_retweet: { id: 'Hanya diteruskan', en: 'Only passed on' },
  arrival_refused_quote: { id: 'Mengutip kiriman lain', en: 'Quotes another post' },
  arrival_refused_not_addressed: { id: 'Tidak ditujukan kepada kami', en: 'Not addressed to us' },
  arrival_refused_promotion: { id: 'Promosi atau sosialisasi', en: 'Promotion' },
  arrival_refused_not_a_report: { id: 'Bukan laporan', en: 'No report' },
  arrival_refused_empty: { id: 'Tanpa kata', en: 'Without words' },
  arrival_refused_taken_back: {
    id: 'Dihapus penulisnya sebelum dibaca',
    en: 'Deleted by its author before it was read',
  },
  arrival_refused_judged: { id: 'Bukan laporan, menurut admin nasional', en: 'No report, by the national desk' },
  arrival_refused_not_theirs: { id: 'Bukan dari akun pelapornya', en: 'Not from the account that reported' },
  arrival_refused_unknown_post: {
    id: 'Perubahan pada kiriman yang tidak kami kenal',
    en: 'A change to a post that we do not know',
  },
  arrival_refused_office: {
    id: 'Dari petugas, yang bekerja di ruang kerja',
    en: 'From an officer, who works at the desk',
  },
  arrival_refused_other_address: { id: 'Bukan dari alamat pelapornya', en: 'Not from the address that reported' },
  arrival_refused_read_again: {
    id: 'Terbaca pada percobaan berikutnya; dihitung sekali lagi di atas',
    en: 'Read at a later try; counted once more above',
  },
  arrival_refused_forgotten: {
    id: 'Dihapus bersama laporannya, atas permintaan pelapor',
    en: 'Erased with its report, as the reporter asked',
  },
  arrival_refused_bounce_of_nothing: {
    id: 'Surat balik yang bukan tentang surat kami',
    en: 'Returned mail that is not about ours',
  },
} as const satisfies Words
