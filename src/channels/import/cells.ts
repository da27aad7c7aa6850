import { cleanLine, cleanText } from '../../intake/clean-text.ts'
import type { Channel, Kind } from '../../intake/intake.ts'
import type { Row } from './imported-report.ts'

/** The text of a cell, its lines kept; undefined when there is nothing in it, or only a dash. */
export function textIn(row: Row, column: string): string | undefined {
  return meaningful(cleanText(written(row[column])))
}

/** The text of a cell as one line. */
export function lineIn(row: Row, column: string): string | undefined {
  return meaningful(cleanLine(written(row[column])))
}

/** Cells one after the other with commas, empty ones left out: an area from the smallest name up. */
export function joinedIn(row: Row, ...columns: string[]): string | undefined {
  return columns.flatMap((column) => lineIn(row, column) ?? []).join(', ') || undefined
}

/** Klasifikasi laporan, in any case and with spaces or underscores; undefined for a word we do not know. */
export function kindIn(row: Row, column: string): Kind | undefined {
  const word = lineIn(row, column)?.toLowerCase() ?? ''
  if (word.includes('pengaduan')) return 'complaint'
  if (word.includes('aspirasi')) return 'aspiration'
  return word.includes('informasi') ? 'information_request' : undefined
}

const channels: [RegExp, Channel][] = [
  [/sms|1708/i, 'sms'],
  [/twitter|^x$/i, 'x'],
  [/whats|telegram|chat|obrolan|\bwa\b/i, 'chat'],
  [/android|ios|apps?\b|aplikasi|mobile/i, 'app'],
  [/e-?mail|surel/i, 'email'],
  [/tatap|langsung|loket|surat|telepon/i, 'walk_in'],
  [/api\b|integrasi|sistem lain/i, 'api'],
  [/web|situs/i, 'web'],
]

/** Sumber laporan; undefined for a door we do not know. */
export function channelIn(row: Row, column: string): Channel | undefined {
  const word = lineIn(row, column) ?? ''
  return channels.find(([pattern]) => pattern.test(word))?.[1]
}

/** A rating from 1 to 5; undefined for anything else. */
export function ratingIn(row: Row, column: string): number | undefined {
  const digits = /^([1-5])(?:[.,]0+)?$/.exec(lineIn(row, column) ?? '')
  return digits ? Number(digits[1]) : undefined
}

function written(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function meaningful(text: string): string | undefined {
  return text === '' || text === '-' || text === 'NULL' ? undefined : text
}
