import type { Words } from './words.ts'

/** What a message of any door shows besides its words. */
export const shownWords = {
  shown_only: { id: 'Foto atau lokasi tanpa kata-kata.', en: 'A photo or a place without words.' },
  shown_beside: { id: 'Foto atau lokasi dari pelapor.', en: 'A photo or a place from the reporter.' },
  shown_lost: {
    id: (count: number) => `[${count} foto tidak dapat diambil]`,
    en: (count: number) => `[${count} photos could not be fetched]`,
  },
  shown_place: { id: (where: string) => `Lokasi: ${where}`, en: (where: string) => `Place: ${where}` },
} as const satisfies Words
