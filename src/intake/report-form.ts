import { normaliseEmail, normalisePhone } from '../accounts/contact.ts'
import { readPoint } from '../report/point.ts'
import type { Switches } from '../secrecy/who-sees.ts'
import { count } from '../ui/format.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { cleanLine, cleanText, maxTextLength, saysSomething } from './clean-text.ts'

/** The fields of /lapor in the order of the page, with the longest answer in UTF-16 units. */
const longest = {
  cerita: maxTextLength,
  lokasi: 500,
  wilayah: 100,
  lat: 40,
  lon: 40,
  terlihat: 20,
  rahasia_anonim: 1,
  tanpa_identitas: 1,
  nama: 200,
  telepon: 60,
  surel: 254,
  tampilkan_nama: 1,
  instansi: 300,
  terlapor_instansi: 1,
  terlapor_pimpinan: 1,
  kategori: 100,
  jenis: 30,
  terlapor: 2000,
} as const

export type FieldName = keyof typeof longest
export const fieldNames = Object.keys(longest) as FieldName[]

/** What was typed, cleaned of what no screen should show; a field left empty is absent. */
export type FormValues = Partial<Record<FieldName, string>>
/** A sentence for each field that has to be put right. `foto` for what has no other place. */
export type FormErrors = Partial<Record<FieldName | 'foto', string>>

const ticks: readonly FieldName[] = [
  'rahasia_anonim',
  'tanpa_identitas',
  'tampilkan_nama',
  'terlapor_instansi',
  'terlapor_pimpinan',
]
const severalLines: readonly FieldName[] = ['cerita', 'terlapor']

export function readValues(posted: { get(name: string): string | undefined | null }): FormValues {
  const values: FormValues = {}
  for (const name of fieldNames) {
    const typed = posted.get(name) ?? ''
    const value = severalLines.includes(name) ? cleanText(typed) : cleanLine(typed)
    if (value) values[name] = ticks.includes(name) ? '1' : value
  }
  return values
}

/** What must be put right before this can be a report; nothing about offices or categories, and nothing about photos. */
export function errorsIn(values: FormValues, locale: Locale): FormErrors {
  const t = wordsIn(locale)
  const errors: FormErrors = {}
  for (const name of fieldNames) {
    if ((values[name]?.length ?? 0) > longest[name]) errors[name] = t.filing_error_long(count(locale, longest[name]))
  }
  const story = values.cerita ?? ''
  if (!saysSomething(story)) errors.cerita = t.filing_error_empty
  if (story.length > maxTextLength)
    errors.cerita = t.filing_error_story_long(count(locale, story.length), count(locale, maxTextLength))
  if (!readPoint(values.lat, values.lon).ok) errors.lat = t.filing_error_point
  if (values.tanpa_identitas && (values.nama || values.telepon || values.surel))
    errors.tanpa_identitas = t.filing_error_identity
  if (values.telepon && !normalisePhone(values.telepon)) errors.telepon ??= t.filing_error_phone
  if (values.surel && !normaliseEmail(values.surel)) errors.surel ??= t.filing_error_email
  if (!values.instansi && (values.terlapor_instansi || values.terlapor_pimpinan))
    errors.instansi ??= t.filing_error_accused_agency
  return errors
}

/** The switches as chosen. They only ever add up: one choice never takes back what another asked for. */
export function switchesIn(values: FormValues): Switches {
  const both = values.rahasia_anonim !== undefined
  return {
    anonymous: both || values.terlihat === 'anonim',
    confidential: both || values.terlihat === 'rahasia',
    withoutIdentity: values.tanpa_identitas !== undefined,
    showName: values.tampilkan_nama !== undefined && values.nama !== undefined,
  }
}

/** Whether the choices hide who files, or what. */
export function hidesIn(values: FormValues): boolean {
  const { anonymous, confidential, withoutIdentity } = switchesIn(values)
  return anonymous || confidential || withoutIdentity
}
