import type { Words } from './words.ts'

/** What may point at somebody, before it is published: taken out by one press, put back by one. */
export const redactionWords = {
  redact_preview: { id: 'Periksa dulu sebelum terbit', en: 'Look once more before it is published' },
  redact_send: { id: 'Kirim seperti di atas', en: 'Send it as above' },
  redact_change: { id: 'Ubah tulisan', en: 'Change the words' },
  redact_heading: { id: 'Yang mungkin menunjuk orang', en: 'What may point at somebody' },
  redact_open: {
    id: (count: number) =>
      `${count} hal masih terbaca semua orang. Samarkan yang bersifat pribadi; pejabat boleh tetap.`,
    en: (count: number) => `Everyone can still read ${count} of these. Take out what is private; officials may stay.`,
  },
  redact_open_office: {
    id: (count: number) => `${count} hal masih terbaca kantor yang menangani. Samarkan yang menunjuk pelapor.`,
    en: (count: number) => `The office can still read ${count} of these. Take out what points at the reporter.`,
  },
  redact_all: { id: 'Semua yang ditemukan sudah disamarkan.', en: 'Everything found has been taken out.' },
  redact_none: {
    id: 'Tidak ditemukan nama, NIK, nomor, surel, atau pelat. Baca sekali lagi: mesin bisa luput.',
    en: 'No name, NIK, number, e-mail or plate was found. Read it once more: a machine can miss one.',
  },
  redact_do: { id: 'Samarkan', en: 'Take out' },
  redact_undo: { id: 'Tampilkan lagi', en: 'Put back' },
  redact_all_do: { id: 'Samarkan semuanya', en: 'Take out all of these' },
  redact_all_undo: { id: 'Tampilkan semuanya lagi', en: 'Put all of these back' },
  redact_more: { id: 'Samarkan kata lain', en: 'Take out other words' },
  redact_more_hint: {
    id: 'Ejaan seperti di atas; huruf besar atau kecil sama saja. Disamarkan di mana pun ia tertulis.',
    en: 'Spelt as above; capitals or not. Taken out wherever it stands.',
  },
  redact_not_found: {
    id: (words: readonly string[]) => `Tidak ada yang disamarkan: ${quoted(words)} tidak tertulis begitu di atas.`,
    en: (words: readonly string[]) => `Nothing was taken out: ${quoted(words)} does not stand above like this.`,
  },
  redact_as_public: {
    id: (words: string) => `Yang dibaca umum: “${words}”`,
    en: (words: string) => `The public reads: “${words}”`,
  },
  redact_nik: { id: 'NIK', en: 'NIK' },
  redact_phone: { id: 'Telepon', en: 'Phone' },
  redact_email: { id: 'Surel', en: 'E-mail' },
  redact_plate: { id: 'Pelat', en: 'Plate' },
  redact_account: { id: 'Nomor rekening atau kartu', en: 'Account or card' },
  redact_name: { id: 'Nama', en: 'Name' },
  redact_address: { id: 'Alamat', en: 'Address' },
  redact_handle: { id: 'Akun media sosial', en: 'Social media account' },
  redact_report: { id: 'Nomor laporan', en: 'Report number' },
  redact_other: { id: 'Anda pilih', en: 'Your choice' },
  redact_earlier: { id: 'Yang sudah ditulis sebelum terbit', en: 'What was written before publication' },
  redact_earlier_open: {
    id: 'Ikut terbit bersama laporan, dan ada yang mungkin menunjuk orang. Pilih untuk tiap yang bertanda.',
    en: 'Published with the report, and some may point at somebody. Choose for each that is marked.',
  },
  redact_earlier_hint: {
    id: 'Ikut terbit bersama laporan. Yang tidak pantas dibaca umum dapat tinggal di antara para pihak.',
    en: 'Published with the report. What is not for everybody can stay with the parties.',
  },
  redact_earlier_words: { id: 'Isinya ikut terbit.', en: 'Its words are published.' },
  redact_earlier_line: { id: 'Hanya barisnya yang terbit.', en: 'Only a line is published.' },
  redact_earlier_undecided: { id: 'Belum dipilih.', en: 'Not chosen yet.' },
  redact_earlier_to_words: { id: 'Terbitkan isinya', en: 'Publish its words' },
  redact_earlier_to_line: { id: 'Hanya barisnya', en: 'Only a line' },
  notifications_words_changed_subject: { id: 'kata-kata laporan berubah', en: 'words of your report changed' },
  notifications_words_changed: {
    id: (_due: string) =>
      'Admin nasional menyamarkan, atau menampilkan lagi, sebagian kata yang dibaca umum. Tulisan asli Anda tetap. Apa yang berubah: lihat halaman laporan.',
    en: (_due: string) =>
      'The national desk took out, or put back, some of the words that the public reads. What you wrote is kept. What changed: see the report’s page.',
  },
} as const satisfies Words

function quoted(words: readonly string[]): string {
  return words.map((piece) => `“${piece}”`).join(', ')
}
