import type { Words } from './words.ts'

/** The guide to the API. Names of calls and fields stay as they are. */
export const apiWords = {
  api_heading: { id: 'API LAPOR!', en: 'The LAPOR! API' },
  api_intro: {
    id: 'Semua yang dapat dilakukan di halaman ini dapat dilakukan juga oleh program.',
    en: 'Whatever these pages can do, programs can do too.',
  },
  api_other: { id: 'Lain-lain', en: 'Other' },
  api_shapes: { id: 'Bentuk data', en: 'Shapes of data' },
  api_example: { id: 'Contoh', en: 'Example' },
  api_fields: { id: 'Isian', en: 'Fields' },
  api_field: { id: 'Nama', en: 'Name' },
  api_wrong_required: { id: 'Wajib diisi.', en: 'This is needed.' },
  api_wrong_type: {
    id: (expected: string) => `Jenisnya salah: harus ${expected}.`,
    en: (expected: string) => `Of the wrong type: it must be ${expected}.`,
  },
  api_wrong_choice: {
    id: (choices: string) => `Tidak ada dalam daftar: ${choices}.`,
    en: (choices: string) => `Not in the list: ${choices}.`,
  },
  api_wrong_long: {
    id: (most: string) => `Terlalu panjang: paling banyak ${most}.`,
    en: (most: string) => `Too long: at most ${most}.`,
  },
  api_wrong_short: {
    id: (least: string) => `Terlalu pendek: paling sedikit ${least}.`,
    en: (least: string) => `Too short: at least ${least}.`,
  },
  api_wrong_most: { id: (most: string) => `Paling besar ${most}.`, en: (most: string) => `At most ${most}.` },
  api_wrong_least: { id: (least: string) => `Paling kecil ${least}.`, en: (least: string) => `At least ${least}.` },
  api_wrong_value: { id: 'Nilai ini tidak dapat dipakai.', en: 'This value cannot be used.' },
  api_type_string: { id: 'teks', en: 'text' },
  api_type_number: { id: 'angka', en: 'a number' },
  api_type_int: { id: 'bilangan bulat', en: 'a whole number' },
  api_type_boolean: { id: 'true atau false', en: 'true or false' },
  api_type_object: { id: 'objek', en: 'an object' },
  api_type_array: { id: 'daftar', en: 'a list' },
  api_meaning: { id: 'Arti', en: 'Meaning' },
} as const satisfies Words
