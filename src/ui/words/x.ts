import type { Words } from './words.ts'

/** X: what is said there and nowhere else. Everybody reads a public answer: it names nobody and nothing but the page. */
export const xWords = {
  x_public_answer: {
    id: (page: string) =>
      `Terima kasih, laporan Anda kami terima. Pantau di ${page} . Rincian (alamat, foto, nomor telepon) kirim lewat DM kepada kami, jangan di balasan ini.`,
    en: (page: string) =>
      `Thank you, we have your report. Follow it at ${page} . Send details (address, photos, phone) by DM to us, not in a reply here.`,
  },
  x_receipt: {
    id: (id: string, due: string) =>
      `LAPOR! Laporan ${id} diterima, diperiksa${due ? ` paling lambat ${due}` : ''}. Balas DM ini untuk menambah rincian, atau tulis CEK untuk perkembangannya.`,
    en: (id: string, due: string) =>
      `LAPOR! Report ${id} received, to be checked${due ? ` by ${due}` : ''}. Reply to this DM to add details, or write CEK for news.`,
  },
  x_question: {
    id: (id: string, due: string) =>
      `LAPOR! ${id}: petugas bertanya. Balas DM ini dengan keterangan Anda${due ? ` paling lambat ${due}` : ''}. Pertanyaannya: tulis CEK ${id}`,
    en: (id: string, due: string) =>
      `LAPOR! ${id}: we have a question. Reply to this DM${due ? ` by ${due}` : ''}. To read it: write CEK ${id}`,
  },
  x_photos: { id: 'Foto dari X', en: 'Photos from X' },
  x_photos_missing: {
    id: (count: number) => `[${count} foto pada X tidak dapat diambil]`,
    en: (count: number) => `[${count} photos on X could not be fetched]`,
  },
  x_edited: {
    id: (text: string) => `Diubah pelapor di X:\n${text}`,
    en: (text: string) => `Edited by the reporter on X:\n${text}`,
  },
  x_taken_back: {
    id: 'Pelapor menghapus kirimannya di X. Tanyakan sebelum meneruskan.',
    en: 'The reporter deleted the post on X. Ask before forwarding.',
  },
  opening_x: { id: 'Akun X', en: 'Account on X' },
  desk_flag_words_taken_back: {
    id: 'Pelapor menghapus kirimannya di X',
    en: 'The reporter deleted the post on X',
  },
} as const satisfies Words
