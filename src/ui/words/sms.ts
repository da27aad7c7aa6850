import type { Words } from './words.ts'

/** What we say within an SMS that came, where something of it did not. */
export const smsWords = {
  sms_not_done_without_reason: { id: 'Belum selesai (tanpa alasan).', en: 'Not settled (no reason given).' },
  sms_part_missing: { id: '[…bagian hilang…]', en: '[…part missing…]' },
  sms_keyword_meant: {
    id: (keyword: string) => `Pelapor menjawab lewat SMS: maksudnya ${keyword}.`,
    en: (keyword: string) => `The reporter answers by SMS: ${keyword} was meant.`,
  },
} as const satisfies Words
