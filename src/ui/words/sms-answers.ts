import type { Words } from './words.ts'

/**
 * SMS: each fits into one message of 160 letters with the longest number and day. Phones are shared, so no text names a title, an
 * office, a person or what a report is about. `id` is the report's number, `due` a day or empty.
 */
const by = (due: string, before = ' paling lambat ') => (due ? `${before}${due}` : '')
const until = (due: string) => by(due, ' by ')

export const smsAnswerWords = {
  sms_receipt: {
    id: (id: string, due: string) =>
      `LAPOR! Laporan ${id} diterima, diperiksa${by(due)}. Simpan nomor ini. Perkembangan: balas CEK`,
    en: (id: string, due: string) =>
      `LAPOR! Report ${id} received, to be checked${until(due)}. Keep this number. News: reply CEK`,
  },
  /** Behind the receipt, to a number that said STOP: no news will follow of themselves. */
  receipt_while_silent: { id: '. Kabar lagi: MULAI', en: '. News again: MULAI' },
  sms_forwarded: {
    id: (id: string, due: string) =>
      `LAPOR! ${id} diteruskan ke yang berwenang${by(due, ', ditanggapi paling lambat ')}.`,
    en: (id: string, due: string) => `LAPOR! ${id} was forwarded${by(due, ', to be answered by ')}.`,
  },
  sms_question: {
    id: (id: string, due: string) =>
      `LAPOR! ${id}: petugas bertanya. Balas SMS ini dengan keterangan Anda${by(due)}. Pertanyaannya: CEK ${id}`,
    en: (id: string, due: string) =>
      `LAPOR! ${id}: we have a question. Reply to this SMS${until(due)}. To read it: CEK ${id}`,
  },
  sms_resumed: {
    id: (id: string, due: string) => `LAPOR! ${id} dilanjutkan${by(due, ', langkah berikutnya paling lambat ')}.`,
    en: (id: string, due: string) => `LAPOR! ${id} goes on${by(due, ', next step by ')}.`,
  },
  sms_resumed_silent: {
    id: (id: string, due: string) =>
      `LAPOR! ${id} dilanjutkan tanpa jawaban Anda${by(due, ', langkah berikutnya paling lambat ')}.`,
    en: (id: string, due: string) => `LAPOR! ${id} goes on without your answer${by(due, ', next step by ')}.`,
  },
  sms_returned: {
    id: (id: string, due: string) => `LAPOR! ${id} diperiksa kembali oleh admin nasional${by(due)}.`,
    en: (id: string, due: string) => `LAPOR! ${id} is checked again by the national desk${until(due)}.`,
  },
  sms_answered: {
    id: (id: string, due: string) =>
      `LAPOR! ${id} ditanggapi. Baca: CEK ${id}. Selesai? Balas YA. Belum? Balas BELUM dan alasannya${by(due)}.`,
    en: (id: string, due: string) =>
      `LAPOR! ${id} was answered. Read: CEK ${id}. Settled? Reply YA. Not? BELUM and why${until(due)}.`,
  },
  sms_progress: {
    id: (id: string, due: string) =>
      `LAPOR! Ada perkembangan pada ${id}${by(due, '; tanggapan paling lambat ')}. Baca: CEK ${id}`,
    en: (id: string, due: string) => `LAPOR! News of ${id}${by(due, '; answer by ')}. Read: CEK ${id}`,
  },
  sms_lapsed: {
    id: (id: string, due: string) =>
      `LAPOR! ${id} ditutup karena tidak ada tanggapan Anda. Belum selesai? Balas BELUM dan alasannya${by(due)}.`,
    en: (id: string, due: string) =>
      `LAPOR! ${id} was closed as you did not respond. Not settled? Reply BELUM and why${until(due)}.`,
  },
  sms_replied_by_desk: {
    id: (id: string, due: string) => `LAPOR! Tanggapan baru diminta atas ${id}${by(due)}.`,
    en: (id: string, due: string) => `LAPOR! A new answer to ${id} was asked for${until(due)}.`,
  },
  sms_reopened: {
    id: (id: string, due: string) => `LAPOR! ${id} dibuka kembali${by(due, ', ditanggapi paling lambat ')}.`,
    en: (id: string, due: string) => `LAPOR! ${id} is open again${by(due, ', to be answered by ')}.`,
  },
  sms_archived: {
    id: (id: string, _due: string) =>
      `LAPOR! ${id} diarsipkan. Alasannya: CEK ${id}. Keberatan, satu kali: BALAS ${id} dan alasan Anda.`,
    en: (id: string, _due: string) =>
      `LAPOR! ${id} was archived. Why: CEK ${id}. To object, once: BALAS ${id} and your reason.`,
  },
  sms_archived_silent: {
    id: (id: string, _due: string) =>
      `LAPOR! ${id} diarsipkan karena pertanyaan kami tidak terjawab. Ingin lanjut? BALAS ${id} dan jawabannya.`,
    en: (id: string, _due: string) =>
      `LAPOR! ${id} was archived, our question was not answered. To go on: BALAS ${id} and your answer.`,
  },
  sms_merged: {
    id: (id: string, _due: string) => `LAPOR! ${id} digabung dengan laporan serupa dan ditangani bersama.`,
    en: (id: string, _due: string) => `LAPOR! ${id} was merged with a similar report; they are handled together.`,
  },
  sms_unmerged: {
    id: (id: string, due: string) =>
      `LAPOR! ${id} ditangani sendiri lagi${by(due, ', langkah berikutnya paling lambat ')}.`,
    en: (id: string, due: string) => `LAPOR! ${id} is handled on its own again${by(due, ', next step by ')}.`,
  },
  sms_parent_answered: {
    id: (id: string, _due: string) => `LAPOR! Laporan yang digabung dengan ${id} ditanggapi. Baca: CEK ${id}`,
    en: (id: string, _due: string) => `LAPOR! The report that ${id} was merged with was answered. Read: CEK ${id}`,
  },
  sms_parent_closed: {
    id: (id: string, _due: string) => `LAPOR! Laporan yang digabung dengan ${id} selesai.`,
    en: (id: string, _due: string) => `LAPOR! The report that ${id} was merged with is closed.`,
  },
  sms_message: {
    id: (id: string, _due: string) => `LAPOR! Ada pesan petugas pada ${id}. Baca: CEK ${id}`,
    en: (id: string, _due: string) => `LAPOR! An officer wrote to you on ${id}. Read: CEK ${id}`,
  },
  sms_secrecy_changed: {
    id: (id: string, _due: string, page: string) =>
      `LAPOR! Pengaturan laporan ${id} berubah. Lihat apa yang berubah: ${page}`,
    en: (id: string, _due: string, page: string) =>
      `LAPOR! A setting of report ${id} changed. See what changed: ${page}`,
  },
  sms_words_changed: {
    id: (id: string, _due: string, page: string) =>
      `LAPOR! Sebagian kata laporan ${id} disamarkan atau ditampilkan lagi. Lihat: ${page}`,
    en: (id: string, _due: string, page: string) =>
      `LAPOR! Some words of report ${id} were taken out or put back. See: ${page}`,
  },
  sms_ombudsman_offer: {
    id: (id: string, _due: string, page: string) =>
      `LAPOR! ${id} belum selesai setelah 60 hari. Serahkan ke Ombudsman? Balas OMBUDSMAN, atau: ${page}`,
    en: (id: string, _due: string, page: string) =>
      `LAPOR! ${id} is not settled after 60 days. Hand it to the Ombudsman? Reply OMBUDSMAN, or: ${page}`,
  },
  sms_opening_noted: {
    id: (id: string, _due: string, page: string) =>
      `LAPOR! Ada yang meminta membuka data pada ${id}. Siapa dan mengapa: ${page}`,
    en: (id: string, _due: string, page: string) => `LAPOR! Somebody asked to open data of ${id}. Who and why: ${page}`,
  },

  // To whoever filed by another door: an answer by SMS would be nobody's, so the page is named.
  sms_receipt_on_page: {
    id: (id: string, due: string, page: string) =>
      `LAPOR! Laporan ${id} diterima, diperiksa${by(due)}. Perkembangan: ${page}`,
    en: (id: string, due: string, page: string) =>
      `LAPOR! Report ${id} received, to be checked${until(due)}. News: ${page}`,
  },
  sms_question_on_page: {
    id: (id: string, due: string, page: string) =>
      `LAPOR! ${id}: petugas bertanya. Baca dan jawab di halamannya${by(due)}: ${page}`,
    en: (id: string, due: string, page: string) =>
      `LAPOR! ${id}: we have a question. Read and answer it on its page${until(due)}: ${page}`,
  },
  sms_answered_on_page: {
    id: (id: string, due: string, page: string) =>
      `LAPOR! ${id} ditanggapi. Baca, lalu pilih selesai atau belum${by(due)}: ${page}`,
    en: (id: string, due: string, page: string) =>
      `LAPOR! ${id} was answered. Read it and say whether it is settled${until(due)}: ${page}`,
  },
  sms_progress_on_page: {
    id: (id: string, due: string, page: string) =>
      `LAPOR! Ada perkembangan pada ${id}${by(due, '; tanggapan paling lambat ')}. Baca: ${page}`,
    en: (id: string, due: string, page: string) => `LAPOR! News of ${id}${by(due, '; answer by ')}. Read: ${page}`,
  },
  sms_lapsed_on_page: {
    id: (id: string, due: string, page: string) =>
      `LAPOR! ${id} ditutup, Anda belum menanggapi. Belum selesai? Buka lagi${by(due)}: ${page}`,
    en: (id: string, due: string, page: string) =>
      `LAPOR! ${id} was closed, you did not respond. Not settled? Reopen it${until(due)}: ${page}`,
  },
  sms_archived_on_page: {
    id: (id: string, _due: string, page: string) =>
      `LAPOR! ${id} diarsipkan. Alasannya, dan keberatan satu kali: ${page}`,
    en: (id: string, _due: string, page: string) => `LAPOR! ${id} was archived. Why, and to object once: ${page}`,
  },
  sms_archived_silent_on_page: {
    id: (id: string, _due: string, page: string) =>
      `LAPOR! ${id} diarsipkan karena pertanyaan kami tidak terjawab. Ingin lanjut? Buka: ${page}`,
    en: (id: string, _due: string, page: string) =>
      `LAPOR! ${id} was archived, our question was not answered. To go on, open: ${page}`,
  },
  sms_message_on_page: {
    id: (id: string, _due: string, page: string) => `LAPOR! Ada pesan petugas pada ${id}. Baca: ${page}`,
    en: (id: string, _due: string, page: string) => `LAPOR! An officer wrote to you on ${id}. Read: ${page}`,
  },
  sms_parent_answered_on_page: {
    id: (id: string, _due: string, page: string) =>
      `LAPOR! Laporan yang digabung dengan ${id} ditanggapi. Baca: ${page}`,
    en: (id: string, _due: string, page: string) =>
      `LAPOR! The report that ${id} was merged with was answered. Read: ${page}`,
  },
  sms_ombudsman_offer_on_page: {
    id: (id: string, _due: string, page: string) =>
      `LAPOR! ${id} belum selesai setelah 60 hari. Serahkan kepada Ombudsman? Buka: ${page}`,
    en: (id: string, _due: string, page: string) =>
      `LAPOR! ${id} is not settled after 60 days. Hand it to the Ombudsman? Open: ${page}`,
  },

  // Said at once to whoever wrote.
  sms_noted: {
    id: (id: string, _due: string) => `LAPOR! Pesan Anda pada ${id} kami terima. Terima kasih.`,
    en: (id: string, _due: string) => `LAPOR! We have your message on ${id}. Thank you.`,
  },
  sms_noted_all: {
    id: 'LAPOR! Pesan Anda pada semua laporan Anda yang dimaksud kami terima. Terima kasih.',
    en: 'LAPOR! We have your message on all the reports that you mean. Thank you.',
  },
  sms_thanks: {
    id: (id: string, _due: string) => `LAPOR! Terima kasih, ${id} selesai. Beri nilai? Balas NILAI 1 sampai NILAI 5.`,
    en: (id: string, _due: string) => `LAPOR! Thank you, ${id} is settled. To rate: reply NILAI 1 to NILAI 5.`,
  },
  sms_not_now: {
    id: (id: string, _due: string) =>
      `LAPOR! Itu tidak dapat dilakukan pada ${id} sekarang. Perkembangan: CEK ${id}. Bantuan: BANTUAN`,
    en: (id: string, _due: string) => `LAPOR! That cannot be done with ${id} now. News: CEK ${id}. Help: BANTUAN`,
  },
  sms_no_such_report: {
    id: 'LAPOR! Nomor itu tidak kami temukan pada nomor HP ini. Cukup kirim nomor yang benar, atau BARU. Laporan terakhir Anda: CEK',
    en: 'LAPOR! We do not find that number for this phone. Just send the right one, or BARU. Your latest report: CEK',
  },
  sms_no_reports: {
    id: 'LAPOR! Belum ada laporan dari nomor ini. Untuk melapor, tulis saja yang terjadi: apa, di mana, sejak kapan.',
    en: 'LAPOR! There is no report from this number yet. To report, just write what happened: what, where, since when.',
  },
  sms_what_happened: {
    id: 'LAPOR! Apa yang terjadi? Balas dengan isi laporan Anda: apa, di mana, sejak kapan.',
    en: 'LAPOR! What happened? Reply with your report: what, where, since when.',
  },
  sms_why_not: {
    id: 'LAPOR! Apa yang belum selesai? Balas: BELUM lalu alasannya.',
    en: 'LAPOR! What is not settled? Reply: BELUM and why.',
  },
  sms_yes_or_no: {
    id: (id: string, _due: string) => `LAPOR! Apakah ${id} sudah selesai? Balas YA, atau BELUM dan alasannya.`,
    en: (id: string, _due: string) => `LAPOR! Is ${id} settled? Reply YA, or BELUM and why.`,
  },
  sms_which_report: {
    id: 'LAPOR! Pesan Anda kami simpan. Untuk laporan yang mana? Cukup kirim nomornya. Laporan baru? Cukup kirim BARU.',
    en: 'LAPOR! We keep your message. Which report is it for? Just send its number. A new report? Just send BARU.',
  },
  sms_which_or_all: {
    id: 'LAPOR! Untuk laporan yang mana? Cukup kirim nomornya, atau SEMUA untuk semua laporan Anda.',
    en: 'LAPOR! For which report? Just send its number, or SEMUA for all your reports.',
  },
  sms_new_or_reply: {
    id: (id: string, _due: string) =>
      `LAPOR! Pesan Anda kami simpan. Balasan untuk ${id}? Cukup kirim BALAS. Laporan baru? Cukup kirim BARU.`,
    en: (id: string, _due: string) =>
      `LAPOR! We keep your message. A reply on ${id}? Just send BALAS. A new report? Just send BARU.`,
  },
  sms_unsure_keyword: {
    id: (keyword: string) => `LAPOR! Laporan Anda kami terima. Maksud Anda ${keyword}? Admin nasional memeriksanya.`,
    en: (keyword: string) => `LAPOR! We have your report. Did you mean ${keyword}? The national desk looks at it.`,
  },
  sms_stopped: {
    id: 'LAPOR! Kami berhenti mengirim kabar ke nomor ini. Laporan Anda tetap ditangani. Lanjut lagi: balas MULAI',
    en: 'LAPOR! We stop sending news to this number. Your reports are still handled. To go on: reply MULAI',
  },
  sms_started: {
    id: 'LAPOR! Kami mengirim kabar ke nomor ini lagi.',
    en: 'LAPOR! We send news to this number again.',
  },
  sms_help: {
    id: 'LAPOR! Tulis keluhan Anda lalu kirim. CEK: perkembangan. BALAS: menjawab. YA/BELUM: sudah selesai? RAHASIA, ANONIM. CABUT: mencabut. STOP: berhenti.',
    en: 'LAPOR! Write your complaint and send. CEK: news. BALAS: answer. YA/BELUM: settled? RAHASIA, ANONIM. CABUT: withdraw. STOP: no news.',
  },
  sms_status_said: {
    id: (id: string, status: string, words: string) => `LAPOR! ${id}: ${status}. Kata petugas: ${words}`,
    en: (id: string, status: string, words: string) => `LAPOR! ${id}: ${status}. They say: ${words}`,
  },
  sms_status_cut: {
    id: (id: string, status: string, words: string, page: string) =>
      `LAPOR! ${id}: ${status}. ${words}... Balas LANJUT, atau: ${page}`,
    en: (id: string, status: string, words: string, page: string) =>
      `LAPOR! ${id}: ${status}. ${words}... Reply LANJUT, or: ${page}`,
  },
  sms_status_more: {
    id: (id: string, words: string) => `LAPOR! ${id}: ...${words}... Balas LANJUT`,
    en: (id: string, words: string) => `LAPOR! ${id}: ...${words}... Reply LANJUT`,
  },
  sms_status_rest: {
    id: (id: string, words: string) => `LAPOR! ${id}: ...${words}`,
    en: (id: string, words: string) => `LAPOR! ${id}: ...${words}`,
  },
  sms_status_page: {
    id: (id: string, status: string, page: string) =>
      `LAPOR! ${id}: ${status}. Baca di sini, satu kali, hari ini: ${page}`,
    en: (id: string, status: string, page: string) => `LAPOR! ${id}: ${status}. Read it here, once, today: ${page}`,
  },
  sms_status: {
    id: (id: string, status: string, due: string) => `LAPOR! ${id}: ${status}${by(due, ', paling lambat ')}.`,
    en: (id: string, status: string, due: string) => `LAPOR! ${id}: ${status}${by(due, ', by ')}.`,
  },
  sms_status_others: {
    id: (count: string) => ` Masih ada ${count} lagi: CEK nomornya`,
    en: (count: string) => ` ${count} more are open: CEK and the number`,
  },
} as const satisfies Words
