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
  api_meaning: { id: 'Arti', en: 'Meaning' },
} as const satisfies Words
