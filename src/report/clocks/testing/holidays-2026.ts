import type { Holiday, HolidayKind } from '../calendar.ts'
import type { Day } from '../day.ts'

function row(day: Day, kind: HolidayKind, name: string, scope: string | null = null): Holiday {
  return { day, kind, name, scope }
}

/** The days off of 2025 and 2026 that the examples of the clocks need (SKB 3 Menteri). */
export const holidays2026: Holiday[] = [
  row('2025-12-25', 'national', 'Hari Raya Natal'),
  row('2025-12-26', 'cuti_bersama', 'Cuti Bersama Natal'),
  row('2026-01-01', 'national', 'Tahun Baru 2026'),
  row('2026-01-16', 'national', "Isra Mi'raj"),
  row('2026-02-16', 'cuti_bersama', 'Cuti Bersama Imlek'),
  row('2026-02-17', 'national', 'Imlek'),
  row('2026-03-18', 'cuti_bersama', 'Cuti Bersama Nyepi'),
  row('2026-03-19', 'national', 'Nyepi'),
  row('2026-03-20', 'cuti_bersama', 'Cuti Bersama Idul Fitri'),
  row('2026-03-21', 'national', 'Idul Fitri'),
  row('2026-03-22', 'national', 'Idul Fitri'),
  row('2026-03-23', 'cuti_bersama', 'Cuti Bersama Idul Fitri'),
  row('2026-03-24', 'cuti_bersama', 'Cuti Bersama Idul Fitri'),
  row('2026-05-01', 'national', 'Hari Buruh'),
  row('2026-08-17', 'national', 'Hari Kemerdekaan'),
  row('2026-12-24', 'cuti_bersama', 'Cuti Bersama Natal'),
  row('2026-12-25', 'national', 'Hari Raya Natal'),
]

/** Offices of the examples: a city in WITA, its health department, and a city in WIT. */
export const kupang = { zone: 'Asia/Makassar', scope: 'kota-kupang' } as const
export const jayapura = { zone: 'Asia/Jayapura', scope: 'kota-jayapura' } as const
export const jakarta = { zone: 'Asia/Jakarta', scope: 'dki-jakarta' } as const
