import type { Words } from './words.ts'

/** Messages that came and that a human has to look at. */
export const lookWords = {
  desk_page_pintu_perlu_dilihat: { id: 'Pesan masuk', en: 'Messages in' },
  look_heading: { id: 'Pesan masuk yang perlu dilihat', en: 'Messages to look at' },
  look_intro: {
    id: 'Pesan dari semua pintu yang belum menjadi apa-apa. Siapa pengirimnya tidak terlihat di sini. Yang Anda jadikan laporan masuk ke Verifikasi.',
    en: 'Messages from all doors that have become nothing yet. Who sent them is not shown here. What you make a report of comes to Verification.',
  },
  look_waiting: {
    id: (n: string, _all: number) => `${n} pesan menunggu, yang tertua dulu.`,
    en: (n: string, all: number) => (all === 1 ? 'One message waits.' : `${n} messages wait, the oldest first.`),
  },
  look_door: { id: 'Pintu', en: 'Door' },
  look_when: { id: 'Masuk', en: 'Came' },
  look_why: { id: 'Sebab', en: 'Cause' },
  look_tried: { id: 'Gagal diolah; masih dicoba sendiri', en: 'Could not be processed; still being tried' },
  look_message: { id: (n: string) => `Pesan ${n}`, en: (n: string) => `Message ${n}` },
  look_words_soon: {
    id: 'Katanya sedang dibuka; muat ulang halaman ini dalam satu menit.',
    en: 'Its words are being opened; load this page again in a minute.',
  },
  look_no_words: { id: '[Pesan tanpa kata yang dapat dibaca]', en: '[A message without words that can be read]' },
  look_names_report: {
    id: 'Pesan ini menyangkut laporan yang sudah ada: dicoba terus sampai masuk ke laporan itu.',
    en: 'This message is about a report that is there: it is tried until it is part of that report.',
  },
  look_shut: {
    id: '[Isinya milik laporan yang tidak terbuka bagi Anda]',
    en: '[Its words belong to a report that is not open to you]',
  },
  look_file: { id: 'Jadikan laporan', en: 'Make it a report' },
  look_again: { id: 'Coba lagi', en: 'Try again' },
  look_dismiss: { id: 'Bukan laporan', en: 'No report' },
  look_dismiss_why: { id: 'Mengapa bukan laporan', en: 'Why it is no report' },
  look_why_spam: { id: 'Iklan atau penipuan', en: 'Advertising or fraud' },
  look_why_no_content: { id: 'Tidak ada isinya', en: 'It says nothing' },
  look_why_known: { id: 'Sudah ada laporannya', en: 'There is a report of it already' },
  look_why_test: { id: 'Percobaan', en: 'A test' },
  look_step_file: { id: 'Sudah pernah dijadikan laporan', en: 'Was made a report before' },
  look_step_again: { id: 'Sudah pernah dicoba lagi', en: 'Was tried again before' },
  look_step_dismiss: { id: 'Sudah pernah dinilai bukan laporan', en: 'Was judged no report before' },
  look_done_file: {
    id: 'Pesan itu dijadikan laporan; sebentar lagi ada di Verifikasi.',
    en: 'The message becomes a report; it will be at Verification in a moment.',
  },
  look_done_again: { id: 'Pesan itu dicoba lagi.', en: 'The message is tried again.' },
  look_done_dismiss: { id: 'Pesan itu dicatat sebagai bukan laporan.', en: 'The message is recorded as no report.' },
  look_done_nothing: {
    id: 'Tidak ada yang berubah: pesan itu sudah dikerjakan.',
    en: 'Nothing changed: that message had been dealt with.',
  },
  arrival_refused_dismissed_spam: {
    id: 'Iklan atau penipuan, menurut admin nasional',
    en: 'Advertising, by the national desk',
  },
  arrival_refused_dismissed_no_content: {
    id: 'Tanpa isi, menurut admin nasional',
    en: 'Says nothing, by the national desk',
  },
  arrival_refused_dismissed_known: {
    id: 'Sudah ada laporannya, menurut admin nasional',
    en: 'Known already, by the national desk',
  },
  arrival_refused_dismissed_test: { id: 'Percobaan, menurut admin nasional', en: 'A test, by the national desk' },
  desk_quarantined_maybe_machine: {
    id: 'Surel bertanda mesin atau milis, isinya seperti laporan',
    en: 'An e-mail marked as a machine’s or a list’s that reads like a report',
  },
  desk_quarantined_only_files: {
    id: 'Surel tanpa kata-kata, dengan berkas yang tidak dapat dibuka; tercatat pada laporannya, di Verifikasi bila baru',
    en: 'An e-mail without words, with files that cannot be opened; noted in its report, at Verification where it is new',
  },
  desk_quarantined_encrypted_reply: {
    id: 'Balasan terenkripsi; pengirimnya diminta mengirim ulang',
    en: 'An encrypted reply; its sender was asked to send it again',
  },
} as const satisfies Words
