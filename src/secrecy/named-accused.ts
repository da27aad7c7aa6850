import type { Directory } from '../agencies/directory.ts'

/** Whom a reporter names: as written, and who that is where there is no doubt. Without `kind` the desk has to settle it, except whoever has a name among `words`. */
export type NamedAccused = { named: string; kind?: 'unit' | 'head'; unitId?: string; words?: string[] }

/** Words before an office's name that mean whoever heads it. */
const headWords = /^(?:kepala|pimpinan|plt\.?\s+kepala|pelaksana tugas kepala|head of)\s+(.+)$/i

/**
 * What is written, against the offices there are: only an exact name, short name or slug counts ("Dinas Kesehatan Kota
 * Kupang", "kepala Puskesmas Oebobo"). Everything else, "kepala kantor itu" too, is left to the desk.
 */
export function readAccused(directory: Directory, written: string): NamedAccused {
  const desk = directory.desk()
  if (desk && deskWords.test(written.trim())) return { named: written, kind: 'unit', unitId: desk.id }
  const headed = headWords.exec(written.trim())?.[1]
  const office = directory.find(written)
  if (office) return { named: written, kind: 'unit', unitId: office.id }
  const headOf = headed && directory.find(headed)
  return headOf ? { named: written, kind: 'head', unitId: headOf.id } : { named: written, words: nameWords(written) }
}

/** What those at the desk are called on screen, who cannot settle themselves. */
const deskWords = /^(?:admin nasional|verifikator(?: nasional| lapor)?|admin lapor|meja nasional|national desk)$/i

const noNames = new Set(
  'pak bapak bpk ibu bang mas mbak kak haji hajah drs dra prof petugas pegawai staf oknum admin kepala pejabat nasional'.split(
    ' ',
  ),
)

/** The words of a name that a person could bear: small letters, three and more, no titles. */
function nameWords(written: string): string[] {
  const words =
    written
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? []
  return [...new Set(words)].filter((word) => !noNames.has(word))
}
