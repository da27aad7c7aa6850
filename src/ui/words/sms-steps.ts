import type { Words } from './words.ts'

/** What whoever wrote hears by SMS of withdrawing a report, or handing it to the Ombudsman; under the rules of smsAnswerWords. */
export const smsStepWords = {
  sms_withdraw_page: {
    id: (id: string, _due: string, page: string) =>
      `LAPOR! Untuk mencabut ${id}: buka ${page} lalu pilih Cabut laporan. Berlaku satu kali, hari ini.`,
    en: (id: string, _due: string, page: string) =>
      `LAPOR! To withdraw ${id}: open ${page} and choose Withdraw the report. It works once, today.`,
  },
  sms_settings_page: {
    id: (id: string, _due: string, page: string) =>
      `LAPOR! Untuk mengubah pengaturan ${id}: buka ${page} Tautan ini berlaku satu kali, hari ini.`,
    en: (id: string, _due: string, page: string) =>
      `LAPOR! To change the settings of ${id}: open ${page} The link works once, today.`,
  },
  sms_withdraw_over: {
    id: (id: string, status: string) =>
      `LAPOR! ${id} sekarang tidak dapat dicabut. Statusnya: ${status}. Selengkapnya: CEK ${id}`,
    en: (id: string, status: string) => `LAPOR! ${id} cannot be withdrawn now. It is: ${status}. More: CEK ${id}`,
  },
  sms_withdrawn_before: {
    id: (id: string, day: string) =>
      `LAPOR! ${id} sudah dicabut pada ${day} dan tidak ditangani lagi. Untuk melapor lagi, kirim keluhan Anda sebagai SMS baru.`,
    en: (id: string, day: string) =>
      `LAPOR! ${id} was withdrawn on ${day} and is handled no more. To report again, send your complaint as a new SMS.`,
  },
  sms_ombudsman_given: {
    id: (id: string, _due: string) =>
      `LAPOR! ${id} kami serahkan kepada Ombudsman sesuai permintaan Anda, dan tetap ditangani. Perkembangan: CEK ${id}`,
    en: (id: string, _due: string) =>
      `LAPOR! ${id} is handed to the Ombudsman, as you asked, and still handled. News: CEK ${id}`,
  },
  sms_ombudsman_not_yet: {
    id: (id: string, _due: string) =>
      `LAPOR! ${id} sekarang tidak dapat diserahkan kepada Ombudsman: kami menawarkannya bila laporan belum selesai setelah 60 hari.`,
    en: (id: string, _due: string) =>
      `LAPOR! ${id} cannot be handed to the Ombudsman now: we offer that when a report is not settled after 60 days.`,
  },
  sms_ombudsman_which: {
    id: 'LAPOR! Untuk menyerahkan laporan kepada Ombudsman: balas OMBUDSMAN dan nomor laporannya.',
    en: 'LAPOR! To hand a report to the Ombudsman: reply OMBUDSMAN and its number.',
  },
} as const satisfies Words
