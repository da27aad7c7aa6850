import type { Person } from '../accounts/person.ts'
import { type Directory, ownNameOf } from '../agencies/directory.ts'
import { findArea } from '../agencies/find-area.ts'
import { readPoint } from '../report/point.ts'
import type { FiledBy } from './file-report.ts'
import { filingKeyOf } from './form-key.ts'
import type { Intake, Kind } from './intake.ts'
import { type FormValues, switchesIn } from './report-form.ts'

const kinds: readonly string[] = ['complaint', 'aspiration', 'information_request'] satisfies Kind[]

/** A form without errors as an intake; what we do not know by name is kept as written. */
export function intakeFrom(
  values: FormValues,
  formKey: string,
  directory: Directory,
  person: Person | undefined,
): Intake {
  const switches = switchesIn(values)
  const point = readPoint(values.lat, values.lon)
  const area = values.wilayah ? findArea(directory, values.wilayah) : undefined
  const contact = { name: values.nama, phone: values.telepon, email: values.surel }
  return {
    ...switches,
    channel: walksIn(person) ? 'walk_in' : 'web',
    text: values.cerita ?? '',
    kind: values.jenis && kinds.includes(values.jenis) ? (values.jenis as Kind) : undefined,
    agency: values.instansi,
    category: values.kategori,
    areaCode: area?.code,
    place: placeOf(values, area !== undefined),
    point: point.ok ? (point.point ?? undefined) : undefined,
    contact: !switches.withoutIdentity && Object.values(contact).some(Boolean) ? contact : undefined,
    accused: accusedIn(values, directory),
    accountId: person?.role === 'citizen' && !switches.withoutIdentity ? person.accountId : undefined,
    idempotencyKey: filingKeyOf(formKey),
  }
}

/** An officer who is signed in files for someone who came, phoned or wrote. */
export function filedBy(person: Person | undefined): FiledBy | undefined {
  if (!person || !walksIn(person)) return undefined
  return { role: person.role as FiledBy['role'], accountId: person.accountId, agencyId: person.agencyId }
}

export function walksIn(person: Person | undefined): boolean {
  return person?.role === 'coordinator' || person?.role === 'officer'
}

/**
 * Whom the report is about: the office it names or its head, as ticked, and whoever is written, one a line. What is ticked is the office by the name
 * that the page shows before sending, whatever was typed to find it.
 */
export function accusedIn(
  { instansi, terlapor_instansi, terlapor_pimpinan, terlapor }: FormValues,
  directory: Directory,
): string[] | undefined {
  const written = (terlapor ?? '').split('\n').map((line) => line.trim())
  const office = instansi && shownName(directory, instansi)
  const picked = [terlapor_instansi && office, terlapor_pimpinan && office && `Kepala ${office}`]
  const named = [...new Set([...picked, ...written])].filter((name): name is string => Boolean(name))
  return named.length ? named : undefined
}

/** As typed where that is its own name already; the id where it shares its name with others. */
function shownName(directory: Directory, typed: string): string {
  const office = directory.find(typed)
  return !office || directory.findByOwnName(typed) === office ? typed : ownNameOf(directory, office)
}

/** The place in words, with an area that is not one of ours. */
export function placeOf(values: FormValues, knowsArea: boolean): string | undefined {
  const words = [values.lokasi, knowsArea ? undefined : values.wilayah].filter(Boolean).join(', ')
  return words || undefined
}
