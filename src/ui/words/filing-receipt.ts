import type { Words } from './words.ts'

/** After sending: the receipt, and what is said when the same form was sent before. */
export const filingReceiptWords = {
  filing_sent_before_title: { id: 'Formulir ini sudah terkirim', en: 'This form was already sent' },
  filing_sent_before: {
    id: 'Laporan dari formulir ini sudah kami terima. Tulisan yang Anda kirim sekarang berbeda, jadi belum kami simpan.',
    en: 'We already have the report from this form. What you sent now is different, so it is not stored yet.',
  },
  filing_sent_before_receipt: { id: 'Lihat tanda terima yang pertama', en: 'See the first receipt' },
  filing_sent_before_new: {
    id: 'Ingin mengirim yang ini juga, sebagai laporan baru? Foto perlu dipilih lagi.',
    en: 'Do you want to send this one too, as a new report? Photos must be chosen again.',
  },
  filing_sent_before_button: { id: 'Kirim sebagai laporan baru', en: 'Send as a new report' },

  filing_receipt_title: { id: 'Laporan diterima', en: 'Report received' },
  filing_receipt_thanks: {
    id: 'Terima kasih. Laporan Anda tersimpan dan tidak akan hilang.',
    en: 'Thank you. Your report is stored and will not be lost.',
  },
  filing_receipt_key: {
    id: 'Nomor dan kunci membuka laporan Anda: membaca jawaban, membalas, menilai. Simpan kuncinya; kami hanya menunjukkannya di sini.',
    en: 'ID and key open your report: to read the answer, reply and judge it. Keep the key; we show it only here.',
  },
  filing_receipt_key_only_way: {
    id: 'Karena tanpa identitas, kunci ini satu-satunya jalan kembali. Bila hilang, kami tidak bisa menolong.',
    en: 'As you filed without identity, this key is the only way back. If it is lost, we cannot help.',
  },
  filing_receipt_account: {
    id: 'Laporan ini ada di akun Anda. Kunci tidak diperlukan.',
    en: 'This report is with your account. No key is needed.',
  },
  filing_handed: { id: 'Laporan terkirim', en: 'Report sent' },
  filing_handed_text: {
    id: 'Untuk pelapor: simpan nomor ini. Kabar dikirim ke telepon atau surel yang Anda berikan; dari sana pula Anda dapat bertanya dan membalas.',
    en: 'For the reporter: keep this ID. News goes to the phone or e-mail that you gave; from there you can ask and reply too.',
  },
  filing_handed_locked: {
    id: 'Untuk petugas: laporan ini tentang Anda atau kantor Anda. Anda tidak dapat melihatnya lagi, dan kuncinya tidak ditampilkan.',
    en: 'For the officer: this report is about you or your office. You cannot see it any more, and its key is not shown.',
  },
  filing_receipt_until: {
    id: 'Halaman ini dapat dibuka selama 24 jam. Cetak, salin, atau foto sekarang.',
    en: 'This page can be opened for 24 hours. Print, copy or photograph it now.',
  },
  filing_receipt_deadline: { id: 'Tenggat pertama', en: 'The first deadline' },
  filing_receipt_next: { id: 'Yang terjadi selanjutnya', en: 'What happens next' },
  filing_next_verify: { id: (who: string) => `${who} memeriksa`, en: (who: string) => `${who} checks it` },
  filing_next_verify_text: {
    id: (due: string) => `Paling lambat ${due}.`,
    en: (due: string) => `By ${due} at the latest.`,
  },
  filing_next_answer: { id: 'Instansi yang berwenang menjawab', en: 'The office in charge answers' },
  filing_next_answer_text: {
    id: (days: number) => `Dalam ${days} hari kerja sejak diteruskan.`,
    en: (days: number) => `Within ${days} working days of being forwarded.`,
  },
  filing_next_judge: { id: 'Anda yang menilai', en: 'You judge' },
  filing_next_judge_text: {
    id: (days: number) => `Selesai atau belum? Anda punya ${days} hari kerja untuk menjawab.`,
    en: (days: number) => `Settled or not? You have ${days} working days to say.`,
  },
  filing_receipt_open: { id: 'Buka laporan saya', en: 'Open my report' },
  filing_receipt_another: { id: 'Kirim laporan lain', en: 'File another report' },
  filing_receipt_gone_title: { id: 'Tanda terima tidak ada lagi', en: 'This receipt is gone' },
  filing_receipt_gone: {
    id: 'Tanda terima hanya dapat dibuka selama 24 jam setelah laporan dikirim. Laporannya sendiri tidak hilang.',
    en: 'A receipt can be opened for 24 hours after filing. The report itself is not lost.',
  },
  filing_receipt_gone_track: {
    id: 'Lacak dengan nomor dan kunci laporan',
    en: 'Track with the ID and the report key',
  },
} as const satisfies Words
