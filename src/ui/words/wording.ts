import type { Words } from './words.ts'

/** The table of notifications at the desk, and the edits of its words. */
export const wordingWords = {
  desk_page_pemberitahuan: { id: 'Pemberitahuan', en: 'Notifications' },
  wording_intro: {
    id: 'Siapa mendengar apa, lewat pintu mana, dengan kata-kata mana. Yang tidak ada di tabel ini tidak dikirim kepada siapa pun. Petugas dapat memilih menerima perihal surat-suratnya dalam satu surel setiap pagi hari kerja, yang juga ada di sini.',
    en: 'Who hears what, by which door, in which words. What is not in this table is sent to nobody. Officers may choose to get the subjects of their letters in one e-mail a working morning, which stands here too.',
  },
  wording_secrecy_intro: {
    id: 'Pesan tentang laporan anonim atau rahasia tidak pernah menyebut judulnya. Pelapor hanya mendengar yang ia pilih di halaman laporannya.',
    en: 'A message about an anonymous or confidential report never names its title. Reporters hear only what they choose on their report’s page.',
  },
  wording_filter: { id: 'Pilih pintu dan kejadian', en: 'Choose door and event' },
  wording_all_doors: { id: 'Semua pintu', en: 'All doors' },
  wording_all_events: { id: 'Semua kejadian', en: 'All events' },
  wording_none_shown: {
    id: 'Tidak ada pesan untuk kejadian ini lewat pintu ini. Pilih semua pintu.',
    en: 'No message of this event goes by this door. Choose all doors.',
  },
  wording_jump: { id: 'Bagian halaman ini', en: 'Parts of this page' },
  wording_jump_in: {
    id: (heading: string) => `Peristiwa di bagian “${heading}”`,
    en: (heading: string) => `Events in “${heading}”`,
  },
  wording_jump_up: { id: 'Kembali ke awal halaman', en: 'Back to the top' },
  wording_to_reporter_heading: { id: 'Untuk pelapor', en: 'To reporters' },
  wording_to_offices_heading: { id: 'Untuk instansi', en: 'To offices' },
  wording_answers_heading: { id: 'Jawaban langsung kepada yang menulis', en: 'Answers at once to whoever wrote' },
  wording_caption: {
    id: (heading: string) => `${heading}: peristiwa, penerima, pintu, kata-kata`,
    en: (heading: string) => `${heading}: events, receivers, doors, words`,
  },
  wording_on: { id: 'Bila', en: 'When' },
  wording_to: { id: 'Yang mendengar', en: 'Who hears' },
  wording_doors: { id: 'Lewat', en: 'By' },
  wording_words: { id: 'Kata-kata', en: 'Words' },
  wording_named: { id: 'Yang disebut selain nomor', en: 'Named besides the number' },
  wording_names_title: { id: 'judul', en: 'title' },
  wording_names_deadline: { id: 'tenggat', en: 'deadline' },
  wording_names_day: { id: 'tanggal dicabut', en: 'day of withdrawing' },
  wording_names_no_more: { id: 'tidak ada', en: 'nothing' },
  wording_own: { id: 'diubah', en: 'edited' },
  wording_by: { id: (roles: string) => `oleh ${roles}`, en: (roles: string) => `by ${roles}` },
  wording_door_email: { id: 'Surel', en: 'E-mail' },
  wording_door_sms: { id: 'SMS', en: 'SMS' },
  wording_door_x: { id: 'DM X', en: 'DM on X' },
  wording_door_public: { id: 'X, di muka umum', en: 'X, in public' },
  wording_open: { id: 'Terbuka', en: 'Open' },
  wording_anonymous: { id: 'Anonim', en: 'Anonymous' },
  wording_confidential: { id: 'Rahasia', en: 'Confidential' },
  wording_as_it_leaves: { id: 'Seperti yang akan terkirim', en: 'As it would leave' },
  wording_example: {
    id: 'Contoh dengan laporan karangan CONTOH123, dibuat oleh program yang mengirim.',
    en: 'An example with the invented report CONTOH123, made by the program that sends.',
  },
  wording_not_said: { id: 'Tidak dikatakan begini.', en: 'Not said in this way.' },
  wording_as_open: { id: 'Sama seperti laporan terbuka.', en: 'The same as for an open report.' },
  wording_edit: { id: (door: string) => `Ubah kata-kata: ${door}`, en: (door: string) => `Edit the words: ${door}` },
  wording_subject: { id: 'Perihal', en: 'Subject' },
  wording_subject_hint: {
    id: 'Di depannya selalu ada LAPOR! dan nomor laporan.',
    en: 'LAPOR! and the report’s number always stand before it.',
  },
  wording_text: { id: 'Isi', en: 'Words' },
  wording_may_use: {
    id: (names: string) => `Boleh dipakai: ${names}.`,
    en: (names: string) => `May be used: ${names}.`,
  },
  wording_must_use: {
    id: (names: string) => `Harus ada: ${names}.`,
    en: (names: string) => `Must be there: ${names}.`,
  },
  wording_brackets_hint: {
    id: 'Yang ditulis di antara [ dan ] hanya muncul bila tenggatnya ada.',
    en: 'What is written between [ and ] appears only where there is a deadline.',
  },
  wording_sms_hint: {
    id: 'Paling banyak 160 huruf dengan isian terpanjang, tanpa emoji.',
    en: 'At most 160 letters with the longest values, no emoji.',
  },
  wording_x_hint: {
    id: 'Paling banyak 280 huruf dengan isian terpanjang; emoji dihitung dua. Tautan laporan ditambahkan sendiri di baris terakhir.',
    en: 'At most 280 letters with the longest values; an emoji counts as two. The link of the report is added by itself, on the last line.',
  },
  wording_public_hint: {
    id: 'Dibaca semua orang di X. Paling banyak 280 huruf; emoji dihitung dua. Beri spasi di kiri dan kanan {tautan}.',
    en: 'Everybody on X reads this. At most 280 letters; an emoji counts as two. Leave a space on either side of {tautan}.',
  },
  wording_check: { id: 'Lihat dulu', en: 'Look first' },
  wording_preview: { id: 'Beginilah pesan itu akan terkirim', en: 'This is how the message will leave' },
  wording_save: { id: 'Simpan dan pakai', en: 'Save and use' },
  wording_back_to_editing: { id: 'Ubah lagi', en: 'Edit again' },
  wording_restore: { id: 'Kembali ke kata-kata bawaan', en: 'Back to the delivered words' },
  wording_saved: {
    id: 'Tersimpan. Pesan berikutnya memakai kata-kata ini.',
    en: 'Saved. The next message uses these words.',
  },
  wording_changed_meanwhile: {
    id: 'Rekan Anda baru saja mengubah kata-kata ini. Periksa versi terbaru, lalu ubah lagi bila perlu.',
    en: 'A colleague has just changed these words. Look at the latest version, then edit again if need be.',
  },
  wording_versions: { id: 'Semua versi', en: 'All versions' },
  wording_version_when: { id: 'Kapan', en: 'When' },
  wording_version_who: { id: 'Oleh', en: 'By' },
  wording_version_words: { id: 'Kata-kata', en: 'Words' },
  wording_delivered: { id: 'Kata-kata bawaan', en: 'The delivered words' },
  wording_all: { id: 'Semua pemberitahuan', en: 'All notifications' },
  wording_digest_subject_hint: {
    id: 'Di depannya selalu ada LAPOR!, di belakangnya jumlah laporan.',
    en: 'LAPOR! always stands before it, the number of reports behind it.',
  },
  wording_digest_frame: {
    id: 'Daftar laporan, tautan, dan kaki surat ditambahkan sendiri. Yang ditulis di antara [ dan ] hanya muncul bila ada laporannya. Baris setiap laporan adalah perihal suratnya.',
    en: 'The list of reports, the link, and the footer are added by themselves. What is written between [ and ] appears only where there are such reports. The lines of each report are the subjects of its letters.',
  },
  wording_answer_frame: {
    id: 'Nomor laporan, bila ada, dan kaki surat ditambahkan sendiri.',
    en: 'The report’s number, where there is one, and the footer are added by themselves.',
  },
  wording_email_frame: {
    id: 'Nomor, tautan, dan kaki surat ditambahkan sendiri.',
    en: 'Number, link and footer are added by themselves.',
  },

  wording_error_empty: { id: 'Tulislah kata-katanya.', en: 'Write the words.' },
  wording_error_long: {
    id: (most: string) => `Paling banyak ${most} huruf.`,
    en: (most: string) => `At most ${most} letters.`,
  },
  wording_error_unknown: {
    id: (name: string) => `${name} tidak dikenal di sini.`,
    en: (name: string) => `${name} is not known here.`,
  },
  wording_error_missing: {
    id: (name: string) => `${name} harus ada: penerima perlu mengetahuinya.`,
    en: (name: string) => `${name} must be there: whoever hears this needs it.`,
  },
  wording_error_brackets: {
    id: 'Kurung tidak berpasangan, atau [ ] tidak memuat isian seperti {tenggat}.',
    en: 'A bracket stands alone, or [ ] holds nothing like {tenggat}.',
  },
  wording_error_secrecy: {
    id: 'Jangan menyebut kerahasiaan: ponsel dan kotak surat dipakai bersama.',
    en: 'Do not speak of secrecy: phones and mailboxes are shared.',
  },
  wording_error_office: {
    id: (name: string) => `Jangan menyebut instansi: ${name}.`,
    en: (name: string) => `Do not name an office: ${name}.`,
  },
  wording_error_link: {
    id: 'Jangan menulis alamat situs. Pakailah {tautan} bila boleh.',
    en: 'Write no web address. Use {tautan} where it may be used.',
  },
  wording_error_letters: {
    id: 'Ada huruf yang tidak ada di semua ponsel, misalnya emoji atau tanda petik miring.',
    en: 'There is a letter that not every phone has, such as emoji or curly quotes.',
  },
  wording_error_too_long_for_sms: {
    id: (length: string) => `Terlalu panjang: ${length} dari 160 huruf dengan isian terpanjang.`,
    en: (length: string) => `Too long: ${length} of 160 letters with the longest values.`,
  },
  wording_error_too_long_for_x: {
    id: (length: string) => `Terlalu panjang: ${length} dari 280 huruf, tautan dan isian terpanjang ikut dihitung.`,
    en: (length: string) => `Too long: ${length} of 280 letters, the link and the longest values included.`,
  },
} as const satisfies Words
