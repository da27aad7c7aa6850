import type { Words } from './words.ts'

/** What we say within an SMS that came, where something of it did not. */
export const smsWords = {
  sms_part_missing: { id: '[…bagian hilang…]', en: '[…part missing…]' },
} as const satisfies Words
