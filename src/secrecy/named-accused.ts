import type { Directory } from '../agencies/directory.ts'

/** Whom a reporter names: as written, and who that is where there is no doubt. Without `kind` the desk has to settle it. */
export type NamedAccused = { named: string; kind?: 'unit' | 'head'; unitId?: string }

/** Words before an office's name that mean whoever heads it. */
const headWords = /^(?:kepala|pimpinan|plt\.?\s+kepala|pelaksana tugas kepala|head of)\s+(.+)$/i

/**
 * What is written, against the offices there are: only an exact name, short name or slug counts ("Dinas Kesehatan Kota
 * Kupang", "kepala Puskesmas Oebobo"). Everything else, "kepala kantor itu" too, is left to the desk.
 */
export function readAccused(directory: Directory, written: string): NamedAccused {
  const headed = headWords.exec(written.trim())?.[1]
  const office = directory.find(written)
  if (office) return { named: written, kind: 'unit', unitId: office.id }
  const headOf = headed && directory.find(headed)
  return headOf ? { named: written, kind: 'head', unitId: headOf.id } : { named: written }
}
