import type { Selectable } from 'kysely'
import type { Directory } from '../agencies/directory.ts'
import type { DB } from '../platform/schema.ts'
import { statusWord, type Manner } from '../ui/status.ts'
import { wordsIn } from '../ui/words/index.ts'

type Row = Selectable<DB['publication.report']>

/** `place`: when it was published, as PostgreSQL writes it; `answer`: the words of the last answer. */
export type ExportedRow = Pick<
  Row,
  | 'tracking_id'
  | 'stage'
  | 'manner'
  | 'kind'
  | 'channel'
  | 'title'
  | 'text'
  | 'filed_at'
  | 'agency_id'
  | 'category_id'
  | 'area_code'
  | 'lat'
  | 'lon'
  | 'rating'
  | 'archive_reason'
  | 'merged_into'
  | 'answered_at'
> & { place: string; answer: string | null }

/**
 * The columns of SP4N-LAPOR!'s own export, as far as the public may know them, and behind them a few of ours. Who reported
 * is in none, not even who chose to show a name: a file outlives that choice. Read again by `lapor import reports`.
 */
export const exportColumns = [
  'Tracking ID',
  'Tanggal Laporan Masuk',
  'Waktu Laporan Masuk',
  'Klasifikasi Laporan',
  'ID Kategori',
  'Kategori',
  'Judul Laporan',
  'Isi Laporan Awal',
  'Sumber Laporan',
  'Instansi Induk',
  'ID Instansi Terdisposisi',
  'Instansi Terdisposisi',
  'Status Laporan',
  'Alasan Tunda/Arsip',
  'Provinsi',
  'Kota/Kabupaten',
  'Kecamatan',
  'Kelurahan',
  'Rating',
  'Lintang',
  'Bujur',
  'Tanggal Tindak Lanjut',
  'Waktu Tindak Lanjut',
  'Isi Tindak Lanjut',
  'Digabung ke',
] as const

/** The cells of one report in the order of the columns; empty where nothing is known. Days and hours are WIB. */
export function exportedCells(row: ExportedRow, directory: Directory): string[] {
  const t = wordsIn('id')
  const agency = row.agency_id === null ? undefined : directory.agency(row.agency_id)
  const category = row.category_id === null ? undefined : directory.category(row.category_id)
  const areas = areaNames(row.area_code, directory)
  const cells: Record<(typeof exportColumns)[number], string | number | null | undefined> = {
    'Tracking ID': row.tracking_id,
    'Tanggal Laporan Masuk': dayInWib(row.filed_at),
    'Waktu Laporan Masuk': timeInWib(row.filed_at),
    'Klasifikasi Laporan': row.kind && t[`report_kind_${row.kind as 'complaint'}`],
    'ID Kategori': category?.id,
    Kategori: category?.nameId,
    'Judul Laporan': row.title,
    'Isi Laporan Awal': row.text,
    'Sumber Laporan': row.channel && t[`report_channel_${row.channel as 'web'}`],
    'Instansi Induk': agency && directory.agency(agency.rootId)?.name,
    'ID Instansi Terdisposisi': agency?.id,
    'Instansi Terdisposisi': agency?.name,
    'Status Laporan': statusWord('id', row.stage, row.manner as Manner | null),
    'Alasan Tunda/Arsip': row.archive_reason,
    Provinsi: areas.get('province'),
    'Kota/Kabupaten': areas.get('regency'),
    Kecamatan: areas.get('district'),
    Kelurahan: areas.get('village'),
    Rating: row.rating,
    Lintang: row.lat,
    Bujur: row.lon,
    'Tanggal Tindak Lanjut': row.answered_at && dayInWib(row.answered_at),
    'Waktu Tindak Lanjut': row.answered_at && timeInWib(row.answered_at),
    'Isi Tindak Lanjut': row.answer,
    'Digabung ke': row.merged_into,
  }
  return exportColumns.map((name) => `${cells[name] ?? ''}`)
}

/** The names of an area and of those around it, by level. */
function areaNames(code: string | null, directory: Directory): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (let at = code; at !== null; ) {
    const area = directory.area(at)
    if (area) names.set(area.level, area.name)
    at = area?.parentCode ?? null
  }
  return names
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des']
const inWib = (at: Date) => new Date(at.getTime() + 7 * 3_600_000)

/** '6 Jan 2026', as SP4N-LAPOR! writes a day. */
function dayInWib(at: Date): string {
  const local = inWib(at)
  return `${local.getUTCDate()} ${months[local.getUTCMonth()]} ${local.getUTCFullYear()}`
}

/** '10:24:51 WIB' */
function timeInWib(at: Date): string {
  return `${inWib(at).toISOString().slice(11, 19)} WIB`
}
