import type { Area, Directory } from '../agencies/directory.ts'

/** 'Kota Kupang'; a district with the regency around it, since districts share names. */
export function areaName(directory: Directory, code: string): string {
  const area = directory.area(code)
  if (!area) return code
  const around = area.level === 'district' && area.parentCode ? directory.area(area.parentCode) : undefined
  return around ? `${area.name}, ${around.name}` : area.name
}

/** The area that someone typed, by its name or its Kemendagri code, in any case. */
export function findArea(directory: Directory, typed: string): Area | undefined {
  const wanted = typed.trim().toLowerCase()
  return (
    directory.area(typed.trim()) ??
    directory.areas.find((area) => areaName(directory, area.code).toLowerCase() === wanted) ??
    directory.areas.find((area) => area.name.toLowerCase() === wanted)
  )
}
