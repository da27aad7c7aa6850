import type { Area, Directory } from './directory.ts'

const byName = new WeakMap<Directory, Map<string, Area>>()

/** An area by its Kemendagri code or by its name, as people write it ("Kota Kupang", "kab. luwu"); provinces go first. */
export function findArea(directory: Directory, written: string): Area | undefined {
  return directory.area(written) ?? namesOf(directory).get(plain(written))
}

function namesOf(directory: Directory): Map<string, Area> {
  const known = byName.get(directory)
  if (known) return known
  const names = new Map<string, Area>()
  const byLevel = [...directory.areas].sort((a, b) => a.code.length - b.code.length)
  for (const area of byLevel) if (!names.has(plain(area.name))) names.set(plain(area.name), area)
  byName.set(directory, names)
  return names
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^kab /, 'kabupaten ')
    .replace(/^(provinsi|prov) /, '')
}
