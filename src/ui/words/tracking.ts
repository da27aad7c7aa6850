import type { Words } from './words.ts'

/** Finding a report again by its ID, and opening it with its key. */
export const trackingWords = {
  tracking_title: { id: 'Lacak laporan', en: 'Track a report' },
  tracking_intro: {
    id: 'Nomor saja menampilkan laporan yang terbuka untuk umum. Nomor dan kunci membuka laporan Anda sendiri.',
    en: 'The ID alone shows a public report. ID and key open your own.',
  },
  tracking_id_hint: {
    id: 'Sembilan huruf dan angka, misalnya K7M-2QX-4PR. Spasi dan tanda hubung boleh.',
    en: 'Nine letters and digits, such as K7M-2QX-4PR. Spaces and dashes are fine.',
  },
  tracking_key_hint: {
    id: 'Dua puluh huruf dan angka dari tanda terima. Tidak punya? Kosongkan.',
    en: 'Twenty letters and digits from the receipt. None at hand? Leave it empty.',
  },
  tracking_button: { id: 'Lacak', en: 'Track' },
  tracking_not_found_title: { id: 'Laporan ini tidak terbuka untuk umum', en: 'This report is not public' },
  tracking_not_found: {
    id: 'Mungkin belum diteruskan, bersifat rahasia, atau nomornya keliru. Bila laporan ini milik Anda, isi kuncinya.',
    en: 'It may not be forwarded yet, be confidential, or the ID is mistyped. If it is yours, fill in its key.',
  },
  tracking_wrong_key_title: { id: 'Nomor dan kunci tidak cocok', en: 'ID and key do not match' },
  tracking_wrong_key: {
    id: 'Periksa keduanya huruf demi huruf. Keduanya tertulis di tanda terima.',
    en: 'Check both letter by letter. Both are on your receipt.',
  },
  tracking_did_you_mean: {
    id: 'Maksud Anda',
    en: 'Did you mean',
  },
  tracking_error_empty: { id: 'Isi nomor laporan.', en: 'Fill in the tracking ID.' },
  tracking_account: {
    id: 'Punya akun? Laporan Anda ada di sana.',
    en: 'Have an account? Your reports are there.',
  },
} as const satisfies Words
