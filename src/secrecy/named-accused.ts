import { wordsOfName } from '../accounts/name-words.ts'
import { type Agency, type Directory, written } from '../agencies/directory.ts'
import { deskNamed } from './named-desk.ts'

/** Whom a reporter names: as written, and who that is where there is no doubt. Without `kind` the desk has to settle it, except whoever has a name among `words`. */
export type NamedAccused = { named: string; kind?: 'unit' | 'head'; unitId?: string; words?: string[] }

/** Posts that mean whoever heads an office, and how the names of such offices begin. */
const posts: readonly [RegExp, string][] = [
  [/^wali ?kota /, 'pemerintah kota '],
  [/^bupati /, 'pemerintah kabupaten '],
  [/^gubernur /, 'pemerintah provinsi '],
  [/^menteri /, 'kementerian '],
  [/^camat /, 'kecamatan '],
  [/^lurah /, 'kelurahan '],
  [/^(?:kepala|pimpinan|head of|rektor|direktur utama) /, ''],
]

/** Acting, or in between: one who heads an office as well. */
const acting = /^(?:plt|plh|pj|pjs|penjabat|pejabat sementara|pelaksana (?:tugas|harian)|acting) /

/** The only other ways to write a name that mean the same office without doubt. */
const shortened: readonly [RegExp, string][] = [
  [/\bkab\b/g, 'kabupaten'],
  [/\bprov\b/g, 'provinsi'],
  [/^pemerintah daerah (?=kota|kabupaten|provinsi)/, 'pemerintah '],
]

/**
 * What is written, against the offices there are: only an office's own name, short name or slug counts, and the post at its
 * head ("Dinas Kesehatan Kota Kupang", "kepala Puskesmas Oebobo", "Wali Kota Kupang"). What else finds an office to send a
 * report to is a guess that may miss whoever is meant. It is left to the desk, as "kepala kantor itu" is; but not what accuses the desk.
 */
export function readAccused(directory: Directory, named: string): NamedAccused {
  const office = officeNamed(directory, named)
  if (office) return { named, kind: 'unit', unitId: office.id }
  const name = written(named).replace(acting, '')
  const [post, begins = ''] = posts.find(([words]) => words.test(name)) ?? []
  const headed = post && officeNamed(directory, begins + name.replace(post, ''))
  if (headed) return { named, kind: 'head', unitId: headed.id }
  const desk = deskNamed(directory, named)
  return desk ? { named, kind: 'unit', unitId: desk.id } : { named, words: nameWords(named) }
}

function officeNamed(directory: Directory, name: string): Agency | undefined {
  const inFull = shortened.reduce((words, [short, full]) => words.replace(short, full), written(name))
  return directory.findByOwnName(name) ?? directory.findByOwnName(inFull)
}

const noNames = new Set(
  'pak bapak bpk ibu bang mas mbak kak haji hajah drs dra prof petugas pegawai staf oknum admin kepala pejabat nasional'.split(
    ' ',
  ),
)

/** The words of a name that a person could bear: small letters, three and more, no titles. How they are spelt counts when they are compared. */
export function nameWords(named: string): string[] {
  return [...new Set(wordsOfName(named))].filter((word) => /(?:\p{L}.*){3}/u.test(word) && !noNames.has(word))
}
