import type { Words } from './words.ts'

/** What was brought in from another system. */
export const importedWords = {
  import_note_status: {
    id: (status: string) => `Status di sistem lama: ${status}`,
    en: (status: string) => `Status in the old system: ${status}`,
  },
  import_note_reason: {
    id: (reason: string) => `Alasannya di sistem lama: ${reason}`,
    en: (reason: string) => `Its reason in the old system: ${reason}`,
  },
  import_note_answer: {
    id: (day: string, answer: string) =>
      `Sudah dijawab di sistem lama pada ${day}${answer ? `:\n${answer}` : '; teks jawabannya tidak ada di berkas impor.'}`,
    en: (day: string, answer: string) =>
      `Answered in the old system on ${day}${answer ? `:\n${answer}` : '; the imported file has no text of the answer.'}`,
  },
  desk_flag_imported_unlooked: {
    id: 'Sudah dijawab di sistem lama, tetapi tidak langsung diterbitkan: isinya mungkin menunjuk seseorang, pelapornya anonim, atau barisnya di berkas tidak cocok. Periksa sebelum meneruskan; jawaban lamanya ada di catatan',
    en: 'Answered in the old system, but not published at once: its words may point at somebody, its reporter is anonymous, or its row in the file did not fit. Look before forwarding; the old answer is in a note',
  },
  desk_list_imported_unlooked: { id: 'Jawaban lama belum terbit', en: 'Old answer not public yet' },
} as const satisfies Words
