import type { Words } from './words.ts'

/** Messages that did not go out, and what can be done about them. */
export const failedMessageWords = {
  failed_page: { id: 'Tidak terkirim', en: 'Not sent' },
} as const satisfies Words
