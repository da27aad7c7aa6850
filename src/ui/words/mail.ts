import type { Words } from './words.ts'

/**
 * What is said by mail to whoever wrote one. Mailboxes are shared: no text here names a title, an office, a person or what a report
 * is about.
 */
const by = (due: string, before: string) => (due ? `${before}${due}` : '')

export const mailWords = {
  notifications_question_by_mail: {
    id: (due: string) =>
      `Petugas perlu keterangan Anda agar laporan dapat dilanjutkan. Balas surel ini dengan CEK untuk membaca pertanyaannya, lalu balas lagi dengan jawaban Anda${by(due, ' paling lambat ')}.`,
    en: (due: string) =>
      `To go on, we need something from you. Reply CEK to this e-mail to read the question, then reply with your answer${by(due, ' by ')}.`,
  },
  notifications_answered_by_mail: {
    id: (due: string) =>
      `Ada tanggapan atas laporan Anda. Balas surel ini dengan CEK untuk membacanya, lalu balas YA bila sudah selesai, atau BELUM dan alasannya${by(due, ', paling lambat ')}. Bila Anda diam sampai hari itu berakhir, laporan ditutup sebagai "tanpa tanggapan".`,
    en: (due: string) =>
      `There is an answer to your report. Reply CEK to this e-mail to read it, then reply YA if it is settled, or BELUM and why${by(due, ', by ')}. If you stay silent until that day ends, the report closes as “no response”.`,
  },
  notifications_message_by_mail: {
    id: (_due: string) => 'Petugas menulis pesan untuk Anda. Balas surel ini dengan CEK untuk membacanya.',
    en: (_due: string) => 'There is a message for you. Reply CEK to this e-mail to read it.',
  },
  mail_footer: {
    id: 'Balaslah surel ini untuk menjawab. CEK: perkembangan dan tanggapan. YA: sudah selesai. BELUM dan alasannya: belum selesai. Untuk laporan lain, tulislah surel baru. STOP: tanpa kabar. Kunci laporan tidak pernah kami kirim atau minta lewat surel.',
    en: 'Reply to this e-mail to answer. CEK: news and answers. YA: it is settled. BELUM and why: it is not. For another report, write a new e-mail. STOP: no more news. We never send or ask for a report key by e-mail.',
  },
  mail_footer_unanswered: {
    id: 'Kunci laporan tidak pernah kami kirim atau minta lewat surel.',
    en: 'We never send or ask for a report key by e-mail.',
  },
  mail_footer_stop: { id: 'Berhenti menerima kabar laporan ini', en: 'Stop news of this report' },
  mail_answer_subject: { id: 'surel Anda', en: 'your e-mail' },
  mail_noted: { id: 'Pesan Anda kami terima. Terima kasih.', en: 'We have your message. Thank you.' },
  mail_thanks: {
    id: 'Terima kasih, laporan ini selesai. Ingin memberi nilai? Balas: YA, NILAI 1 sampai NILAI 5.',
    en: 'Thank you, this report is settled. To rate it, reply: YA, NILAI 1 to NILAI 5.',
  },
  mail_not_now: {
    id: 'Itu tidak dapat dilakukan pada laporan ini sekarang. Balas CEK untuk melihat perkembangannya.',
    en: 'That cannot be done with this report now. Reply CEK to see where it stands.',
  },
  mail_no_such_report: {
    id: 'Nomor itu tidak kami temukan pada alamat surel ini. Periksa lagi nomornya, atau balas surel kami tentang laporan itu.',
    en: 'We do not find that number for this e-mail address. Look again, or reply to our e-mail about that report.',
  },
  mail_no_reports: {
    id: 'Nomor laporannya belum Anda sebut. Perkembangannya: balas surel kami tentang laporan itu dengan CEK. Untuk melapor, tulis saja yang terjadi: apa, di mana, sejak kapan.',
    en: 'You have not named the number of a report. To see where it stands, reply CEK to our e-mail about it. To report, just write what happened: what, where, since when.',
  },
  mail_what_happened: {
    id: 'Apa yang terjadi? Balas dengan isi laporan Anda: apa, di mana, sejak kapan.',
    en: 'What happened? Reply with your report: what, where, since when.',
  },
  mail_why_not: {
    id: 'Apa yang belum selesai? Balas: BELUM lalu alasannya.',
    en: 'What is not settled? Reply: BELUM and why.',
  },
  mail_yes_or_no: {
    id: 'Apakah laporan ini sudah selesai? Balas YA, atau BELUM dan alasannya.',
    en: 'Is this report settled? Reply YA, or BELUM and why.',
  },
  mail_which_report: {
    id: 'Laporan yang mana? Balaslah surel kami tentang laporan itu.',
    en: 'Which report? Please reply to our e-mail about that report.',
  },
  mail_which_or_all: {
    id: 'Untuk laporan yang mana? Balaslah surel kami tentang laporan itu.',
    en: 'For which report? Please reply to our e-mail about that report.',
  },
  mail_noted_all: {
    id: 'Pesan Anda pada semua laporan Anda yang dimaksud kami terima. Terima kasih.',
    en: 'We have your message on all the reports that you mean. Thank you.',
  },
  mail_new_or_reply: {
    id: 'Apakah ini jawaban untuk laporan ini atau laporan baru? Untuk menjawab, balas surel ini; untuk laporan baru, tulis surel baru.',
    en: 'Is this an answer or a new report? To answer, reply to this e-mail; for a new report, write a new e-mail.',
  },
  mail_unsure_keyword: {
    id: (keyword: string) => `Laporan Anda kami terima. Maksud Anda ${keyword}? Admin nasional memeriksanya.`,
    en: (keyword: string) => `We have your report. Did you mean ${keyword}? The national desk looks at it.`,
  },
  mail_stopped: {
    id: 'Kami berhenti mengirim kabar laporan ini lewat surel. Laporan Anda tetap ditangani. Ingin kabar lagi? Balas MULAI.',
    en: 'We stop sending news of this report by e-mail. It is still handled. To hear news again, reply MULAI.',
  },
  mail_started: {
    id: 'Kami mengirim kabar laporan ini lagi lewat surel.',
    en: 'We send news of this report by e-mail again.',
  },
  mail_help: {
    id: 'Tulis keluhan Anda dalam surel baru dan kirim; foto boleh dilampirkan. Dengan membalas surel kami: CEK untuk perkembangan, YA bila sudah selesai, BELUM dan alasannya bila belum, RAHASIA atau ANONIM untuk menyembunyikan, CABUT untuk mencabut laporan, STOP untuk berhenti menerima kabar.',
    en: 'Write your complaint in a new e-mail and send it; you may attach photos. In reply to our e-mails: CEK for news, YA if it is settled, BELUM and why if it is not, RAHASIA or ANONIM to hide it, CABUT to withdraw it, STOP for no more news.',
  },
  mail_withdraw_page: {
    id: (page: string) =>
      `Untuk mencabut laporan ini, buka halaman berikut lalu pilih Cabut laporan. Tautannya berlaku satu kali, hari ini:\n${page}`,
    en: (page: string) =>
      `To withdraw this report, open this page and choose Withdraw the report. The link works once, today:\n${page}`,
  },
  mail_settings_page: {
    id: (page: string) =>
      `Pengaturan laporan ini hanya dapat Anda ubah di halaman berikut. Tautannya berlaku satu kali, hari ini:\n${page}`,
    en: (page: string) =>
      `Only you can change the settings of this report, on this page. The link works once, today:\n${page}`,
  },
  mail_withdraw_over: {
    id: (stage: string) => `Laporan ini sekarang tidak dapat dicabut. Statusnya: ${stage}.`,
    en: (stage: string) => `This report cannot be withdrawn now. It is: ${stage}.`,
  },
  mail_withdrawn_before: {
    id: (day: string) =>
      `Laporan ini sudah dicabut pada ${day} dan tidak ditangani lagi. Untuk melapor lagi, tulislah surel baru.`,
    en: (day: string) =>
      `This report was withdrawn on ${day} and is handled no more. To report again, write a new e-mail.`,
  },
  mail_status: {
    id: (stage: string, due: string) => `Status: ${stage}${by(due, ', paling lambat ')}.`,
    en: (stage: string, due: string) => `Status: ${stage}${by(due, ', by ')}.`,
  },
  mail_status_page: {
    id: (stage: string, page: string, due: string) =>
      `Status: ${stage}${by(due, ', paling lambat ')}.\n\nPertanyaan atau tanggapannya hanya ada di halaman berikut. Tautannya berlaku satu kali, hari ini:\n${page}`,
    en: (stage: string, page: string, due: string) =>
      `Status: ${stage}${by(due, ', by ')}.\n\nWhat was asked or answered stands on this page alone. The link works once, today:\n${page}`,
  },
  mail_status_said: { id: 'Kata petugas:', en: 'They say:' },
  mail_other_address: {
    id: 'Surel Anda menjawab laporan yang dikirim dari alamat lain, jadi tidak kami teruskan. Balaslah dari alamat yang dipakai ketika melapor. Untuk laporan baru, tulislah surel baru.',
    en: 'Your e-mail answers a report that came from another address, so we did not pass it on. Please reply from the address that was used to report. For a new report, write a new e-mail.',
  },
  mail_on_page: {
    id: 'Laporan ini tidak dapat dijawab lewat surel. Bukalah halaman laporan dengan nomor dan kuncinya. Untuk laporan baru, tulislah surel baru.',
    en: 'This report cannot be answered by e-mail. Please open its page with its number and key. For a new report, write a new e-mail.',
  },
  mail_reply_to_this: {
    id: 'Siapa pun dapat menulis nama pengirim, jadi kami perlu kepastian. Balaslah surel ini dengan pesan yang sama, dan kami melakukannya.',
    en: 'Anybody can write a sender’s name, so we have to be sure. Reply to this e-mail with the same message, and we will do it.',
  },
  mail_unreadable: {
    id: 'Surel Anda tidak dapat kami baca karena dienkripsi. Kirimlah lagi tanpa enkripsi, atau laporkan di situs kami.',
    en: 'We cannot read your e-mail because it is encrypted. Please send it again without encryption, or report on our site.',
  },
  mail_desk_only: {
    id: 'Balasan petugas lewat surel tidak diterima. Bukalah laporan ini di ruang kerja.',
    en: 'We do not take answers of officers by e-mail. Please open this report at your desk.',
  },
  mail_left_out: {
    id: 'Pesan Anda kami terima, tetapi ada lampiran yang tidak dapat disimpan. Kami menyimpan foto JPEG, PNG, dan WebP, paling banyak 10, masing-masing paling besar 10 MiB. Isi berkas lain tulislah dalam surel.',
    en: 'We have your message, but some attachments could not be kept. We keep photos: JPEG, PNG and WebP, at most 10, each up to 10 MiB. Please write what other files say into an e-mail.',
  },
  mail_in_encrypted: {
    id: '[Surel terenkripsi yang tidak dapat dibaca. Pengirimnya diminta mengirim ulang.]',
    en: '[An encrypted e-mail that cannot be read. Its sender was asked to send it again.]',
  },
  mail_in_broken: {
    id: '[Surel rusak; inilah yang terbaca.]',
    en: '[A broken e-mail; this is what can be read.]',
  },
  mail_in_cut: {
    id: '[…surel terlalu panjang, selebihnya hilang…]',
    en: '[…the e-mail is too long, the rest is missing…]',
  },
  mail_in_only_photos: { id: 'Surel tanpa kata-kata, dengan foto.', en: 'An e-mail without words, with photos.' },
  mail_in_only_files: {
    id: '[Surel tanpa kata-kata, dengan berkas yang tidak dapat dibuka. Pengirimnya diminta menuliskan isinya.]',
    en: '[An e-mail without words, with files that cannot be opened. Its sender was asked to write what they say.]',
  },
  mail_in_attached: { id: 'Isi lampiran:', en: 'What is attached says:' },
  mail_in_from: {
    id: (name: string) => `Surel dari ${name}:`,
    en: (name: string) => `An e-mail from ${name}:`,
  },
  mail_in_address: { id: '[alamat surel pelapor]', en: '[the reporter’s e-mail address]' },
  mail_stop_title: { id: 'Kabar lewat surel', en: 'News by e-mail' },
  mail_stop_on: {
    id: 'Kami mengirim kabar tentang satu laporan ke surel Anda. Anda dapat berhenti menerimanya; laporannya tetap ditangani.',
    en: 'We send you news of one report by e-mail. You can stop them; the report is still handled.',
  },
  mail_stop_off: {
    id: 'Kami tidak mengirim kabar laporan ini lewat surel. Laporannya tetap ditangani.',
    en: 'We send no news of this report by e-mail. It is still handled.',
  },
  mail_stop_do: { id: 'Berhenti menerima kabar', en: 'Stop the news' },
  mail_stop_undo: { id: 'Terima kabar lagi', en: 'Hear news again' },
} as const satisfies Words
