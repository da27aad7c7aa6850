import type { Words } from './words.ts'

export const ribbonWords = {
  ribbon_label: { id: 'Pita hari kerja', en: 'Working-day ribbon' },
  ribbon_flag: { id: 'tenggat', en: 'due' },
  ribbon_late: { id: 'lewat tenggat', en: 'overdue' },
  ribbon_days_off: { id: 'Hari libur', en: 'Days off' },
  ribbon_fold: { id: (days: number) => `${days} hari`, en: (days: number) => `${days} days` },
  ribbon_pace_table: { id: 'Angkanya', en: 'The figures' },
  ribbon_pace_day: { id: 'Hari kerja ke-', en: 'Working day' },
  ribbon_pace_n: { id: 'Jumlah', en: 'How many' },
  ribbon_pace_none: { id: 'Belum ada yang dapat dihitung.', en: 'Nothing to count yet.' },
  ribbon_pace_words: {
    id: (half: string, inTime: string, allowance: string, total: string) =>
      `Separuhnya selesai paling lambat pada hari kerja ke-${half}; ${inTime} dalam tenggat ${allowance} hari kerja. Dari ${total} yang dijawab dalam 90 hari terakhir atau kini lewat tenggat.`,
    en: (half: string, inTime: string, allowance: string, total: string) =>
      `Half were done by working day ${half}; ${inTime} within the ${allowance} working days allowed. Of ${total} answered in the last 90 days or overdue now.`,
  },
  ribbon_owner_verify: { id: 'Admin nasional', en: 'National desk' },
  ribbon_owner_answer: { id: 'Instansi', en: 'Office' },
  ribbon_owner_lapse: { id: 'Pelapor menilai', en: 'Reporter judges' },
  ribbon_owner_hold: { id: 'Pelapor melengkapi', en: 'Reporter adds detail' },
  ribbon_owner_reopen: { id: 'Bisa dibuka kembali', en: 'Can be reopened' },
} as const satisfies Words
