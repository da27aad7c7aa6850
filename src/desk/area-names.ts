import { findArea } from '../agencies/find-area.ts'
import type { Area, Directory } from '../agencies/directory.ts'

/** 'Kota Kupang'; a district with the regency around it, since districts share names. */
export function areaName(directory: Directory, code: string): string {
  const area = directory.area(code)
  if (!area) return code
  const around = area.level === 'district' && area.parentCode ? directory.area(area.parentCode) : undefined
  return around ? `${area.name}, ${around.name}` : area.name
}

/** The area that someone typed: one of our names, or as people write it, or its Kemendagri code. */
export function typedArea(directory: Directory, typed: string): Area | undefined {
  const wanted = typed.trim().toLowerCase()
  return (
    directory.areas.find((area) => areaName(directory, area.code).toLowerCase() === wanted) ??
    findArea(directory, typed)
  )
}
