import type { Words } from './words.ts'

/** What a reporter who hides who they are takes back of what was said before. */
export const takenBackWords = {
  taken_heading: { id: 'Ditarik karena dapat menunjuk Anda', en: 'Taken back, for it may point at you' },
  taken_hint: {
    id: 'Umum hanya membaca bahwa sesuatu ditulis. Anda tetap membaca semuanya.',
    en: 'The public reads only that something was written. You still read all of it.',
  },
  taken_offices_too: {
    id: 'Kantor yang menangani juga tidak membacanya lagi.',
    en: 'The offices no longer read it either.',
  },
  taken_photos: { id: 'Foto Anda', en: 'Your photos' },
  taken_text: {
    id: 'Dari judul dan isi laporan ada yang disamarkan; lihat “Yang dibaca umum” di bawah.',
    en: 'Something was taken out of the title and the text; see “What the public reads” below.',
  },
  taken_none: {
    id: 'Tidak ada yang ditemukan menunjuk Anda. Baca sekali lagi: mesin bisa luput.',
    en: 'Nothing was found that points at you. Read it once more: a machine can miss something.',
  },
  taken_still: { id: 'Masih dibaca umum', en: 'Still read by the public' },
  taken_more: { id: 'Tarik', en: 'Take back' },
  taken_camera: {
    id: 'Foto saya tetap dibaca umum: tempat kamera tidak menunjuk saya',
    en: 'My photos stay public: where the camera stood does not point at me',
  },
  taken_camera_hint: {
    id: 'Orang bisa menebak pemotret dari jendela, halaman, kendaraan, bayangan, atau pantulan. Tanpa centang, foto hanya untuk Anda dan kantor yang menangani.',
    en: 'People can guess who took a photo from a window, a yard, a vehicle, a shadow or a reflection. Unticked, the photos are for you and the offices alone.',
  },
} as const satisfies Words
