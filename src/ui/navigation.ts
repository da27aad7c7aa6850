import type { catalogue } from './words/index.ts'

type NavWord = Extract<keyof typeof catalogue, `common_nav_${string}`>

/** The main pages in the order of the masthead. A page joins the list on the day it exists. */
export const navigation = [
  { name: 'file', path: '/lapor', word: 'common_nav_file' },
  { name: 'track', path: '/lacak', word: 'common_nav_track' },
  { name: 'reports', path: '/laporan', word: 'common_nav_reports' },
  { name: 'agencies', path: '/instansi', word: 'common_nav_agencies' },
  { name: 'statistics', path: '/statistik', word: 'common_nav_statistics' },
] as const satisfies readonly { name: string; path: string; word: NavWord }[]

/** A main page, for `current`. */
export type Place = (typeof navigation)[number]['name'] | 'account'
