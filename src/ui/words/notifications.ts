import type { Words } from './words.ts'

/**
 * Letters. Phones and mailboxes are shared: no subject or text here names a title, an office, a person or what a report
 * is about. `due` is a day in words, or empty; where it is empty the sentence still stands.
 */
const by = (due: string, before = ' paling lambat ') => (due ? `${before}${due}` : '')
const until = (due: string) => by(due, ' by ')

export const notificationWords = {
  notifications_subject: {
    id: (id: string, what: string) => `LAPOR! ${id}: ${what}`,
    en: (id: string, what: string) => `LAPOR! ${id}: ${what}`,
  },
  notifications_subject_plain: { id: (what: string) => `LAPOR!: ${what}`, en: (what: string) => `LAPOR!: ${what}` },
  notifications_report: { id: (id: string) => `Laporan ${id}`, en: (id: string) => `Report ${id}` },
  notifications_open_mine: { id: 'Buka laporan Anda', en: 'Open your report' },
  notifications_open_desk: { id: 'Buka di ruang kerja', en: 'Open it at the desk' },
  notifications_footer_reporter: {
    id: 'Surel ini dikirim otomatis; balasan tidak terbaca. Kunci laporan tidak pernah kami kirim atau minta lewat surel.',
    en: 'This e-mail was sent automatically; replies are not read. We never send or ask for a report key by e-mail.',
  },
  notifications_footer_office: {
    id: 'Surel ini dikirim otomatis kepada petugas LAPOR!; balasan tidak terbaca.',
    en: 'This e-mail was sent automatically to officers of LAPOR!; replies are not read.',
  },

  notifications_receipt_subject: { id: 'laporan Anda diterima', en: 'your report was received' },
  notifications_receipt: {
    id: (due: string) =>
      `Laporan Anda sudah kami terima dan diperiksa${by(due)}. Catat nomornya untuk melihat perkembangannya.`,
    en: (due: string) => `We have received your report and will look at it${until(due)}. Note its number to follow it.`,
  },
  notifications_forwarded_subject: { id: 'laporan Anda diteruskan', en: 'your report was forwarded' },
  notifications_forwarded: {
    id: (due: string) =>
      `Laporan Anda sudah diperiksa dan diteruskan${by(due, '; tanggapan diberikan paling lambat ')}.`,
    en: (due: string) => `Your report was checked and forwarded${by(due, '; an answer is due by ')}.`,
  },
  notifications_question_subject: { id: 'ada pertanyaan untuk Anda', en: 'there is a question for you' },
  notifications_question: {
    id: (due: string) =>
      `Petugas perlu keterangan Anda agar laporan dapat dilanjutkan. Balaslah dari halaman laporan${by(due)}.`,
    en: (due: string) => `To go on, we need something from you. Please answer on the report’s page${until(due)}.`,
  },
  notifications_resumed_subject: { id: 'laporan Anda dilanjutkan', en: 'your report goes on' },
  notifications_resumed: {
    id: (due: string) => `Penanganan laporan Anda dilanjutkan${by(due, '; langkah berikutnya paling lambat ')}.`,
    en: (due: string) => `Your report is being handled again${by(due, '; the next step is due by ')}.`,
  },
  notifications_resumed_silent_subject: { id: 'laporan Anda dilanjutkan', en: 'your report goes on' },
  notifications_resumed_silent: {
    id: (due: string) =>
      `Pertanyaan kami belum terjawab. Laporan tetap dilanjutkan dengan keterangan yang ada${by(due, '; langkah berikutnya paling lambat ')}.`,
    en: (due: string) =>
      `Our question was not answered. Your report goes on with what is known${by(due, '; the next step is due by ')}.`,
  },
  notifications_returned_subject: { id: 'laporan Anda diperiksa kembali', en: 'your report is looked at again' },
  notifications_returned: {
    id: (due: string) => `Laporan Anda kembali ke admin nasional untuk diteruskan ke yang berwenang${by(due)}.`,
    en: (due: string) =>
      `Your report is back at the national desk, which forwards it to whoever is in charge${until(due)}.`,
  },
  notifications_answered_subject: { id: 'ada tanggapan', en: 'there is an answer' },
  notifications_answered: {
    id: (due: string) =>
      `Ada tanggapan atas laporan Anda. Buka laporan, baca, lalu pilih "Ya, selesai" atau "Belum selesai"${by(due)}. Bila Anda diam sampai hari itu berakhir, laporan ditutup sebagai "tanpa tanggapan".`,
    en: (due: string) =>
      `There is an answer to your report. Open it, read, and choose “Yes, it is settled” or “Not settled”${until(due)}. If you stay silent until that day ends, the report closes as “no response”.`,
  },
  notifications_progress_subject: { id: 'ada perkembangan', en: 'there is progress' },
  notifications_progress: {
    id: (due: string) =>
      `Ada perkembangan pada laporan Anda${by(due, '; tanggapannya tetap diberikan paling lambat ')}.`,
    en: (due: string) => `There is progress on your report${by(due, '; the answer is still due by ')}.`,
  },
  notifications_lapsed_subject: { id: 'ditutup tanpa tanggapan Anda', en: 'closed without your response' },
  notifications_lapsed: {
    id: (due: string) =>
      `Waktu untuk menilai tanggapan sudah habis, jadi laporan Anda ditutup. Bila masalahnya belum selesai, bukalah kembali${by(due)}.`,
    en: (due: string) =>
      `The time to judge the answer has run out, so your report was closed. If it is not settled, open it again${until(due)}.`,
  },
  notifications_replied_by_desk_subject: { id: 'tanggapan baru diminta', en: 'a new answer was asked for' },
  notifications_replied_by_desk: {
    id: (due: string) => `Admin nasional meminta tanggapan baru atas laporan Anda${by(due, ', paling lambat ')}.`,
    en: (due: string) => `The national desk asked for a new answer to your report${until(due)}.`,
  },
  notifications_reopened_subject: { id: 'laporan Anda dibuka kembali', en: 'your report is open again' },
  notifications_reopened: {
    id: (due: string) =>
      `Laporan Anda dibuka kembali oleh admin nasional${by(due, '; tanggapan baru diberikan paling lambat ')}.`,
    en: (due: string) => `The national desk opened your report again${by(due, '; a new answer is due by ')}.`,
  },
  notifications_archived_subject: { id: 'laporan Anda diarsipkan', en: 'your report was archived' },
  notifications_archived: {
    id: (_due: string) =>
      'Laporan Anda diarsipkan. Alasannya ada di halaman laporan; dari sana Anda dapat berkeberatan satu kali.',
    en: (_due: string) => 'Your report was archived. The reason is on its page; from there you can object once.',
  },
  notifications_archived_silent_subject: { id: 'laporan Anda diarsipkan', en: 'your report was archived' },
  notifications_archived_silent: {
    id: (_due: string) =>
      'Pertanyaan kami belum terjawab, jadi laporan Anda diarsipkan. Bila ingin dilanjutkan, ajukan keberatan dari halaman laporan.',
    en: (_due: string) =>
      'Our question was not answered, so your report was archived. To go on with it, object on its page.',
  },
  notifications_merged_subject: { id: 'laporan Anda digabung', en: 'your report was merged' },
  notifications_merged: {
    id: (_due: string) =>
      'Laporan serupa ditangani bersama, dan laporan Anda digabung dengannya. Bila masalah Anda berbeda, pisahkan dari halaman laporan.',
    en: (_due: string) =>
      'Similar reports are handled together, and yours was merged with one. If your matter is different, separate it on its page.',
  },
  notifications_unmerged_subject: { id: 'laporan Anda berdiri sendiri lagi', en: 'your report stands alone again' },
  notifications_unmerged: {
    id: (due: string) =>
      `Laporan Anda tidak lagi digabung dan ditangani sendiri${by(due, '; langkah berikutnya paling lambat ')}.`,
    en: (due: string) =>
      `Your report is no longer merged and is handled on its own${by(due, '; the next step is due by ')}.`,
  },
  notifications_parent_answered_subject: { id: 'ada tanggapan', en: 'there is an answer' },
  notifications_parent_answered: {
    id: (_due: string) =>
      'Laporan yang digabung dengan laporan Anda sudah mendapat tanggapan. Bila masalah Anda belum terjawab, pisahkan laporan Anda dari halamannya.',
    en: (_due: string) =>
      'The report that yours was merged with has an answer. If yours is not answered, separate it on its page.',
  },
  notifications_parent_closed_subject: { id: 'penanganan selesai', en: 'handling has ended' },
  notifications_parent_closed: {
    id: (_due: string) =>
      'Laporan yang digabung dengan laporan Anda sudah ditutup. Bila masalah Anda belum selesai, pisahkan laporan Anda dari halamannya.',
    en: (_due: string) =>
      'The report that yours was merged with was closed. If yours is not settled, separate it on its page.',
  },
  notifications_message_subject: { id: 'ada pesan untuk Anda', en: 'there is a message for you' },
  notifications_message: {
    id: (_due: string) => 'Petugas menulis pesan untuk Anda di halaman laporan.',
    en: (_due: string) => 'There is a message for you on the report’s page.',
  },
  notifications_secrecy_changed_subject: { id: 'pengaturan laporan berubah', en: 'a setting of your report changed' },
  notifications_secrecy_changed: {
    id: (_due: string) =>
      'Petugas mempersempit siapa yang dapat melihat laporan Anda. Hanya Anda yang dapat melonggarkannya lagi.',
    en: (_due: string) => 'An officer narrowed who can see your report. Only you can widen it again.',
  },
  notifications_ombudsman_offer_subject: { id: 'sudah 60 hari', en: '60 days have passed' },
  notifications_ombudsman_offer: {
    id: (_due: string) =>
      'Laporan Anda belum tuntas setelah 60 hari. Dari halaman laporan Anda dapat meminta Ombudsman memeriksanya. Tanpa persetujuan Anda tidak ada yang dikirim.',
    en: (_due: string) =>
      'Your report is unresolved after 60 days. On its page you can ask the Ombudsman to look into it. Nothing is sent without your consent.',
  },

  notifications_opening_noted_subject: { id: 'ada catatan baru', en: 'there is a new entry' },
  notifications_opening_noted: {
    id: (_due: string) => 'Ada catatan baru di halaman laporan Anda, pada bagian "Siapa yang pernah membuka?".',
    en: (_due: string) => 'There is a new entry on your report’s page, under “Who has opened it?”.',
  },
  notifications_opening_asked_subject: {
    id: 'ada permintaan menunggu keputusan',
    en: 'a request waits for a decision',
  },
  notifications_opening_asked: {
    id: (_due: string) =>
      'Seorang petugas meminta pembukaan pada laporan ini. Baca alasannya di ruang kerja, lalu setujui atau tolak. Permintaan gugur setelah 24 jam.',
    en: (_due: string) =>
      'A colleague asks for an opening on this report. Read why at the desk, then approve or refuse. The request lapses after 24 hours.',
  },
  notifications_opening_decided_subject: { id: 'permintaan Anda diputuskan', en: 'your request was decided' },
  notifications_opening_decided: {
    id: (_due: string) =>
      'Permintaan Anda pada laporan ini sudah diputuskan. Bila disetujui, pembukaan berlaku lima belas menit sejak disetujui.',
    en: (_due: string) =>
      'Your request on this report was decided. If approved, it holds for fifteen minutes from the approval.',
  },
  notifications_new_at_desk_subject: { id: 'ada laporan menunggu verifikasi', en: 'reports wait to be verified' },
  notifications_new_at_desk: {
    id: (_due: string) =>
      'Ada laporan baru yang menunggu verifikasi. Surel ini dikirim paling banyak sekali dalam satu jam.',
    en: (_due: string) => 'New reports wait to be verified. This e-mail is sent once an hour at most.',
  },
  notifications_new_at_door_subject: { id: 'laporan baru di pintu Anda', en: 'a new report at your door' },
  notifications_new_at_door: {
    id: (due: string) =>
      `Pelapor menyebut instansi Anda. Bila memang wewenang Anda, laporan dapat langsung Anda teruskan ke instansi Anda sendiri${by(due)}.`,
    en: (due: string) =>
      `The reporter named your office. If it is yours, you may forward it to your own office${until(due)}.`,
  },
  notifications_new_for_office_subject: { id: 'laporan baru untuk instansi Anda', en: 'a new report for your office' },
  notifications_new_for_office: {
    id: (due: string) => `Laporan ini diteruskan kepada instansi Anda. Disposisikan atau tindak lanjuti${by(due)}.`,
    en: (due: string) => `This report was forwarded to your office. Assign or answer it${until(due)}.`,
  },
  notifications_new_work_subject: { id: 'laporan baru untuk Anda', en: 'a new report for you' },
  notifications_new_work: {
    id: (due: string) => `Laporan ini menunggu tindak lanjut Anda${by(due)}.`,
    en: (due: string) => `This report waits for your answer${until(due)}.`,
  },
  notifications_handed_back_subject: { id: 'dikembalikan oleh unit', en: 'handed back by a unit' },
  notifications_handed_back: {
    id: (due: string) =>
      `Unit mengembalikan laporan ini kepada Anda. Waktu tindak lanjut berjalan terus${by(due, ', paling lambat ')}.`,
    en: (due: string) => `The unit handed this report back to you. The time to answer runs on${until(due)}.`,
  },
  notifications_returned_to_desk_subject: { id: 'dikembalikan instansi', en: 'returned by an office' },
  notifications_returned_to_desk: {
    id: (due: string) => `Laporan ini dikembalikan karena bukan wewenang instansinya. Teruskan kembali${by(due)}.`,
    en: (due: string) => `This report was returned as not in the office’s charge. Forward it again${until(due)}.`,
  },
  notifications_objected_subject: { id: 'pelapor berkeberatan', en: 'the reporter objects' },
  notifications_objected: {
    id: (due: string) => `Pelapor berkeberatan atas pengarsipan. Periksa kembali${by(due)}.`,
    en: (due: string) => `The reporter objects to the archiving. Look again${until(due)}.`,
  },
  notifications_completed_subject: { id: 'pelapor menjawab pertanyaan', en: 'the reporter answered the question' },
  notifications_completed: {
    id: (due: string) => `Laporan ini dilengkapi dan berjalan lagi${by(due, '; tenggatnya ')}.`,
    en: (due: string) => `This report was completed and runs again${by(due, '; it is due ')}.`,
  },
  notifications_completed_silent_subject: { id: 'pertanyaan tidak dijawab', en: 'the question was not answered' },
  notifications_completed_silent: {
    id: (due: string) =>
      `Pelapor tidak menjawab; laporan ini berjalan lagi dengan keterangan yang ada${by(due, '; tenggatnya ')}.`,
    en: (due: string) =>
      `The reporter did not answer; this report runs again with what is known${by(due, '; it is due ')}.`,
  },
  notifications_replied_subject: { id: 'belum selesai menurut pelapor', en: 'not settled, says the reporter' },
  notifications_replied: {
    id: (due: string) => `Tanggapan atas laporan ini dinilai belum selesai. Tindak lanjuti lagi${by(due)}.`,
    en: (due: string) => `The answer to this report did not settle it. Answer again${until(due)}.`,
  },
  notifications_reopened_work_subject: { id: 'dibuka kembali', en: 'open again' },
  notifications_reopened_work: {
    id: (due: string) => `Laporan ini dibuka kembali. Tindak lanjuti lagi${by(due)}.`,
    en: (due: string) => `This report is open again. Answer it${until(due)}.`,
  },
  notifications_confirmed_subject: { id: 'selesai, dikonfirmasi pelapor', en: 'closed, confirmed by the reporter' },
  notifications_confirmed: {
    id: (_due: string) => 'Pelapor menyatakan laporan ini selesai. Terima kasih.',
    en: (_due: string) => 'The reporter says that this report is settled. Thank you.',
  },
  notifications_withdrawn_subject: { id: 'dicabut pelapor', en: 'withdrawn by the reporter' },
  notifications_withdrawn: {
    id: (_due: string) => 'Pelapor mencabut laporan ini. Penanganan berhenti.',
    en: (_due: string) => 'The reporter withdrew this report. Handling stops.',
  },
  notifications_noted_subject: { id: 'ada keterangan baru', en: 'there is a new note' },
  notifications_noted: {
    id: (_due: string) => 'Pelapor menambahkan keterangan pada laporan ini.',
    en: (_due: string) => 'The reporter added a note to this report.',
  },
  notifications_work_back_subject: { id: 'tidak lagi digabung', en: 'no longer merged' },
  notifications_work_back: {
    id: (due: string) => `Laporan ini tidak lagi digabung dan menunggu Anda${by(due)}.`,
    en: (due: string) => `This report is no longer merged and waits for you${until(due)}.`,
  },
  notifications_handle_with_care_subject: { id: 'pengaturan laporan berubah', en: 'a setting of a report changed' },
  notifications_handle_with_care: {
    id: (_due: string) => 'Pengaturan laporan ini berubah. Bukalah sebelum melanjutkan.',
    en: (_due: string) => 'A setting of this report changed. Open it before you go on.',
  },
  notifications_overdue_subject: { id: 'lewat tenggat', en: 'overdue' },
  notifications_overdue: {
    id: (due: string) => `Laporan ini belum ditindaklanjuti${by(due, ' sejak tenggatnya ')}.`,
    en: (due: string) => `This report has not been answered${by(due, ' since it was due ')}.`,
  },
  notifications_guessing_subject: { id: 'tulisan petugas ditahan', en: 'an officer’s words were held back' },
  notifications_guessing: {
    id: (_due: string) =>
      'Tulisan seorang petugas pada laporan ini berkali-kali ditahan karena tampak memuat nama atau nomor orang. Bicarakan dengan kantornya.',
    en: (_due: string) =>
      'What an officer wrote on this report was held back several times: it looked like somebody’s name or number. Talk to their office.',
  },
  notifications_to_ombudsman_subject: { id: 'diminta ke Ombudsman', en: 'handed to the Ombudsman' },
  notifications_to_ombudsman: {
    id: (_due: string) => 'Pelapor meminta Ombudsman memeriksa laporan ini, setelah lebih dari 60 hari.',
    en: (_due: string) => 'The reporter asks the Ombudsman to look into this report, after more than 60 days.',
  },

  notifications_outbox_title: { id: 'Kotak keluar', en: 'Outbox' },
  notifications_outbox_intro: {
    id: 'Semua pesan yang akan terkirim bila server surel terpasang. Halaman ini hanya ada pada peragaan dan pengembangan.',
    en: 'Every message that would have gone out if a mail server were set. This page exists in demonstrations and development only.',
  },
  notifications_outbox_empty: { id: 'Belum ada pesan.', en: 'No messages yet.' },
  notifications_outbox_filter: { id: 'Nomor laporan', en: 'Report number' },
  notifications_outbox_show: { id: 'Tampilkan', en: 'Show' },
  notifications_outbox_all: { id: 'Semua pesan', en: 'All messages' },
  notifications_outbox_to: { id: 'Kepada', en: 'To' },
  notifications_outbox_subject: { id: 'Perihal', en: 'Subject' },
  notifications_outbox_newest: {
    id: (count: number) => `${count} pesan terbaru`,
    en: (count: number) => `The newest ${count} messages`,
  },
} as const satisfies Words
