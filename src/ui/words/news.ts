import type { Words } from './words.ts'

/** What a reporter chooses to hear, and an officer how. */
export const newsWords = {
  news_heading: { id: 'Kabar tentang laporan ini', en: 'News of this report' },
  news_account: { id: 'Seperti pengaturan akun saya', en: 'As my account says' },
  news_account_text: { id: 'Berlaku untuk semua laporan Anda.', en: 'It holds for all your reports.' },
  news_all: { id: 'Semua kabar', en: 'All news' },
  news_all_text: { id: 'Setiap langkah yang berarti.', en: 'Every step that matters.' },
  news_needed: { id: 'Hanya yang perlu tindakan saya', en: 'Only what needs me' },
  news_needed_text: {
    id: 'Pertanyaan, jawaban yang perlu dinilai, penutupan, dan bila ada yang meminta membuka identitas Anda.',
    en: 'Questions, answers to judge, closings, and when somebody asks to see who you are.',
  },
  news_none: { id: 'Tidak ada, selain tanda terima', en: 'None but the receipt' },
  news_none_text: {
    id: 'Anda melihat sendiri perkembangannya. Tenggat tetap berjalan.',
    en: 'You look by yourself. Deadlines run all the same.',
  },
  news_by: { id: 'Lewat', en: 'By' },
  news_by_email: { id: 'Surel', en: 'E-mail' },
  news_by_sms: { id: 'SMS', en: 'SMS' },
  news_by_sms_text: { id: 'Balas STOP untuk berhenti.', en: 'Reply STOP to end it.' },
  news_button: { id: 'Simpan pilihan', en: 'Save the choice' },
  mine_done_news: { id: 'Pilihan Anda tersimpan.', en: 'Your choice is saved.' },

  digest_title: { id: 'ringkasan harian', en: 'daily digest' },
  digest_subject: {
    id: (what: string, count: number) => `${what}, ${count} laporan`,
    en: (what: string, count: number) => `${what}, ${count} reports`,
  },
  digest_heading: { id: (day: string) => `Ringkasan ${day}`, en: (day: string) => `Digest of ${day}` },
  digest_late: { id: (count: string) => `Lewat tenggat: ${count}`, en: (count: string) => `Overdue: ${count}` },
  digest_soon: {
    id: (count: string) => `Tenggatnya dalam dua hari kerja: ${count}`,
    en: (count: string) => `Due within two working days: ${count}`,
  },
  digest_other: { id: (count: string) => `Lainnya: ${count}`, en: (count: string) => `Others: ${count}` },
  digest_line_due: {
    id: (what: string, due: string) => `${what} (tenggat ${due})`,
    en: (what: string, due: string) => `${what} (due ${due})`,
  },
  digest_footer: {
    id: 'Surel ini dikirim otomatis setiap pagi hari kerja bila ada kabar. Cara dan waktunya dapat diubah di /akun/pemberitahuan.',
    en: 'This e-mail is sent automatically on working mornings when there is news. Change how and when at /akun/pemberitahuan.',
  },
  news_of_work: { id: 'Surel tentang pekerjaan', en: 'E-mail about work' },
  news_at_once: { id: 'Segera', en: 'At once' },
  news_at_once_text: { id: 'Satu surel untuk setiap kejadian.', en: 'One e-mail for everything that happens.' },
  news_digest: { id: 'Ringkasan harian', en: 'Daily digest' },
  news_digest_text: {
    id: 'Satu surel pukul 07.30 setiap hari kerja, menurut zona waktu kantor Anda. Permintaan pembukaan dan perubahan kerahasiaan tetap segera.',
    en: 'One e-mail at 07:30 on working days, in your office’s time zone. Requests for openings and changes of secrecy still come at once.',
  },

  news_page: { id: 'Pemberitahuan', en: 'Notifications' },
  news_of_mine: { id: 'Kabar tentang laporan saya', en: 'News of my reports' },
  news_of_mine_hint: {
    id: 'Pada halaman setiap laporan Anda dapat memilih lain.',
    en: 'On the page of each report you can choose otherwise.',
  },
} as const satisfies Words
