import type { Words } from './words.ts'

/** Days and deadlines. Working days are always called so; calendar days too. */
export const timeWords = {
  time_working_days: {
    id: (n: number) => `${n} hari kerja`,
    en: (n: number) => (n === 1 ? '1 working day' : `${n} working days`),
  },
  time_calendar_days: {
    id: (n: number) => `${n} hari kalender`,
    en: (n: number) => (n === 1 ? '1 calendar day' : `${n} calendar days`),
  },
  time_left: {
    id: (n: number) => `${n} hari kerja lagi`,
    en: (n: number) => (n === 1 ? '1 working day left' : `${n} working days left`),
  },
  time_last_day: { id: 'tenggatnya hari ini', en: 'due today' },
  time_over: {
    id: (n: number) => `lewat ${n} hari kerja`,
    en: (n: number) => (n === 1 ? '1 working day over' : `${n} working days over`),
  },
  time_over_just: { id: 'baru lewat tenggat', en: 'just past the deadline' },
  time_ran_out: { id: 'waktu sudah habis', en: 'the time has run out' },
  time_paused: {
    id: (n: number) => `dijeda, tersisa ${n} hari kerja`,
    en: (n: number) => `paused, ${n} working ${n === 1 ? 'day' : 'days'} left`,
  },
  time_today: { id: 'hari ini', en: 'today' },
  time_yesterday: { id: 'kemarin', en: 'yesterday' },
  time_days_ago: { id: (n: number) => `${n} hari lalu`, en: (n: number) => `${n} days ago` },
  time_due: { id: (day: string) => `tenggat ${day}`, en: (day: string) => `due ${day}` },
  time_weekend: { id: 'akhir pekan', en: 'weekend' },
} as const satisfies Words
