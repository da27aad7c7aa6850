import type { Words } from './words.ts'

/** X: what is said there and nowhere else. Everybody reads a public answer: it names nobody and nothing but the page. */
export const xWords = {
  x_public_answer: {
    id: (page: string) =>
      `Terima kasih, laporan Anda kami terima. Pantau di ${page} . Rincian (alamat, foto, nomor telepon) kirim lewat DM kepada kami, jangan di balasan ini.`,
    en: (page: string) =>
      `Thank you, we have your report. Follow it at ${page} . Send details (address, photos, phone) by DM to us, not in a reply here.`,
  },
  x_receipt: {
    id: (id: string, due: string) =>
      `LAPOR! Laporan ${id} diterima, diperiksa${due ? ` paling lambat ${due}` : ''}. Balas DM ini untuk menambah rincian, atau tulis CEK untuk perkembangannya.`,
    en: (id: string, due: string) =>
      `LAPOR! Report ${id} received, to be checked${due ? ` by ${due}` : ''}. Reply to this DM to add details, or write CEK for news.`,
  },
  x_question: {
    id: (id: string, due: string) =>
      `LAPOR! ${id}: petugas bertanya. Balas DM ini dengan keterangan Anda${due ? ` paling lambat ${due}` : ''}. Pertanyaannya: tulis CEK ${id}`,
    en: (id: string, due: string) =>
      `LAPOR! ${id}: we have a question. Reply to this DM${due ? ` by ${due}` : ''}. To read it: write CEK ${id}`,
  },
  x_status_page: {
    id: (id: string, status: string, _page: string, due: string) =>
      `LAPOR! ${id}: ${status}${due ? `, paling lambat ${due}` : ''}. Baca di halaman ini. Tautannya berlaku satu kali, hari ini.`,
    en: (id: string, status: string, _page: string, due: string) =>
      `LAPOR! ${id}: ${status}${due ? `, by ${due}` : ''}. Read it on this page. The link works once, today.`,
  },
  x_no_such_report: {
    id: 'LAPOR! Nomor itu tidak kami temukan pada akun ini. Periksa lagi, atau tulis CEK untuk laporan terakhir Anda.',
    en: 'LAPOR! We find no such number with this account. Check it, or write CEK for your latest report.',
  },
  x_no_reports: {
    id: 'LAPOR! Belum ada laporan dari akun ini. Untuk melapor, tulis saja yang terjadi: apa, di mana, sejak kapan.',
    en: 'LAPOR! There is no report from this account yet. To report, just write what happened: what, where, since when.',
  },
  x_secrecy_changed: {
    id: (id: string, _due: string) =>
      `LAPOR! Pengaturan laporan ${id} berubah. Apa yang berubah: lihat halaman laporan.`,
    en: (id: string, _due: string) => `LAPOR! A setting of report ${id} changed. What changed: see the report's page.`,
  },
  x_words_changed: {
    id: (id: string, _due: string) =>
      `LAPOR! Sebagian kata laporan ${id} disamarkan atau ditampilkan lagi. Lihat halaman laporan.`,
    en: (id: string, _due: string) =>
      `LAPOR! Some words of report ${id} were taken out or put back. See the report's page.`,
  },
  x_settings_page: {
    id: (id: string, _due: string) =>
      `LAPOR! Pengaturan laporan ${id} hanya dapat Anda ubah di halaman ini. Tautannya berlaku satu kali, hari ini.`,
    en: (id: string, _due: string) =>
      `LAPOR! Only you can change the settings of report ${id}, on this page. The link works once, today.`,
  },
  x_withdraw_page: {
    id: (id: string, _due: string) =>
      `LAPOR! Untuk mencabut ${id}, buka halaman ini lalu pilih Cabut laporan. Tautannya berlaku satu kali, hari ini.`,
    en: (id: string, _due: string) =>
      `LAPOR! To withdraw ${id}, open this page and choose Withdraw the report. The link works once, today.`,
  },
  x_withdrawn_before: {
    id: (id: string, day: string) =>
      `LAPOR! ${id} sudah dicabut pada ${day} dan tidak ditangani lagi. Untuk melapor lagi, tulis keluhan Anda di sini.`,
    en: (id: string, day: string) =>
      `LAPOR! ${id} was withdrawn on ${day} and is handled no more. To report again, write your complaint here.`,
  },
  x_ombudsman_offer: {
    id: (id: string, _due: string) =>
      `LAPOR! ${id} belum selesai setelah 60 hari. Anda dapat menyerahkannya kepada Ombudsman lewat halaman laporan.`,
    en: (id: string, _due: string) =>
      `LAPOR! ${id} is not settled after 60 days. You can hand it to the Ombudsman on its page.`,
  },
  x_opening_noted: {
    id: (id: string, _due: string) =>
      `LAPOR! Ada yang meminta membuka data pada ${id}. Siapa dan mengapa: lihat halaman laporan.`,
    en: (id: string, _due: string) =>
      `LAPOR! Somebody asked to open data of ${id}. Who and why: see the report's page.`,
  },
  x_stopped: {
    id: 'LAPOR! Kami berhenti mengirim kabar ke akun ini. Laporan Anda tetap ditangani. Lanjut lagi: tulis MULAI',
    en: 'LAPOR! We send no more news to this account. Your reports go on. To hear again: write MULAI',
  },
  x_started: { id: 'LAPOR! Kami mengirim kabar ke akun ini lagi.', en: 'LAPOR! We send news to this account again.' },
  x_photos: { id: 'Foto atau video dari X', en: 'Photos or a video from X' },
  x_only_photo: {
    id: 'Foto atau video tanpa kata-kata, dikirim lewat X.',
    en: 'A photo or a video without words, sent on X.',
  },
  x_photos_missing: {
    id: (count: number) => `[${count} foto pada X tidak dapat diambil]`,
    en: (count: number) => `[${count} photos on X could not be fetched]`,
  },
  x_videos_missing: {
    id: (count: number) => `[${count} video atau lampiran lain pada X tidak dapat diambil]`,
    en: (count: number) => `[${count} videos or other attachments on X could not be fetched]`,
  },
  x_own_link: { id: '[tautan ke X]', en: '[a link to X]' },
  x_edited: {
    id: (text: string) => `Diubah pelapor di X:\n${text}`,
    en: (text: string) => `Edited by the reporter on X:\n${text}`,
  },
  x_taken_back: {
    id: 'Pelapor menghapus kirimannya di X. Tanyakan sebelum meneruskan.',
    en: 'The reporter deleted the post on X. Ask before forwarding.',
  },
  desk_x: { id: 'Hubungan dengan X', en: 'How it goes with X' },
  desk_x_caption: { id: 'Hubungan dengan X, menurut bagiannya', en: 'How it goes with X, by part' },
  desk_x_part: { id: 'Bagian', en: 'Part' },
  desk_x_how: { id: 'Keadaan', en: 'State' },
  desk_x_again: { id: 'Dicoba lagi', en: 'Tried again' },
  desk_x_stream: { id: 'Aliran kiriman', en: 'Stream of posts' },
  desk_x_mentions: { id: 'Daftar sebutan', en: 'List of mentions' },
  desk_x_search: { id: 'Pencarian', en: 'Search' },
  desk_x_directs: { id: 'Pesan langsung masuk', en: 'Direct messages in' },
  desk_x_post: { id: 'Balasan publik', en: 'Public answers' },
  desk_x_direct: { id: 'Pesan langsung keluar', en: 'Direct messages out' },
  desk_x_lookup: { id: 'Pemeriksaan kiriman', en: 'Looking posts up' },
  desk_x_threads: { id: 'Lanjutan utas', en: 'The rest of threads' },
  desk_x_is_well: { id: 'Baik', en: 'Well' },
  desk_x_is_limited: { id: 'Dibatasi sementara oleh X', en: 'Limited by X for a while' },
  desk_x_is_quota: { id: 'Kuota harian atau bulanan habis', en: 'The day’s or month’s quota is spent' },
  desk_x_is_refused: {
    id: 'Kunci ditolak: pasang lagi dengan lapor x set',
    en: 'Keys refused: set them again with lapor x set',
  },
  desk_x_is_away: { id: 'X tidak menjawab', en: 'X does not answer' },
  desk_x_is_unknown: {
    id: 'X menolak permintaan ini: lihat alasannya di log',
    en: 'X refuses what is asked: the log says with which code',
  },
  desk_quarantined_unsure: { id: 'Belum pasti apakah laporan', en: 'Unclear whether a report' },
  opening_x: { id: 'Akun X', en: 'Account on X' },
  desk_flag_words_taken_back: {
    id: 'Pelapor menghapus kirimannya di X',
    en: 'The reporter deleted the post on X',
  },
} as const satisfies Words
