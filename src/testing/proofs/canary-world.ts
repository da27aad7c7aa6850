import { latLngToCell, cellToLatLng, cellToBoundary } from 'h3-js'
import { pino } from 'pino'
import sharp from 'sharp'
import { makeApp } from '../../app.tsx'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { aWednesday, testDeps } from '../test-deps.ts'
import { type Canary, canaryPhone, canaryWord, type Colour } from './canaries.ts'
import { type Headers, headersOf, hire, type Hiring, type Reader } from './canary-people.ts'

/** What a reporter may ask for. */
export const secrecies = {
  open: {},
  named: { showName: true },
  anonymous: { anonymous: true },
  nameless: { withoutIdentity: true },
  confidential: { confidential: true },
  both: { anonymous: true, confidential: true },
  nothing: { withoutIdentity: true, confidential: true },
} as const
type Choices = { showName?: boolean; anonymous?: boolean; confidential?: boolean; withoutIdentity?: boolean }
export type Secrecy = keyof typeof secrecies

/** Just received · returned by an office, so at the desk again · answered, with all that came before · withdrawn. */
export const lives = ['received', 'returned', 'answered', 'withdrawn'] as const
export type Life = (typeof lives)[number]

export type Planted = { name: string; secrecy: Secrecy; life: Life; id: string; key: string; canaries: Canary[] }

/** Whom all reports of a world accuse, and who of the hired that is: the desk settles the names in their order. */
export type Accusing = { offices: readonly string[]; people: readonly { name: string; office: string }[]; hire: Hiring }

/** A country in which every field of every report holds something of its own, filed and moved by HTTP as the world does it. */
export async function canaryWorld(
  db: TestDatabase,
  only: readonly Secrecy[] = Object.keys(secrecies) as Secrecy[],
  accusing?: Accusing,
) {
  const logged: string[] = []
  const clock = { now: aWednesday }
  const base = testDeps(db, () => clock.now)
  const log = pino({ level: 'trace' }, { write: (line) => logged.push(line) })
  const deps = { ...base, log }
  const app = makeApp(deps)
  const hired = await hire(db, accusing?.hire)

  async function call(reader: Reader | Headers, method: string, path: string, body?: unknown) {
    const form = body instanceof FormData || body instanceof URLSearchParams
    const who = typeof reader === 'string' ? headersOf(hired, reader, path) : reader
    const answer = await app.request(`http://lapor.test${path}`, {
      method,
      headers: { ...who, ...(body && !form ? { 'content-type': 'application/json' } : {}) },
      body: form ? body : body ? JSON.stringify(body) : null,
    })
    return answer
  }

  /** Every move an hour after the one before. @throws when it was refused, so that no world is poorer than it says */
  async function did(reader: Reader | Headers, path: string, body?: unknown): Promise<Record<string, string>> {
    clock.now = new Date(clock.now.getTime() + 60_000)
    const answer = await call(reader, 'POST', `/api/v1${path}`, body ?? {})
    const text = await answer.text()
    if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status}: ${text}`)
    return JSON.parse(text) as Record<string, string>
  }

  /** The desk says who is meant by the names that are nobody's yet, on its page. */
  async function settle(id: string) {
    for (const [at, { name, office }] of (accusing?.people ?? []).entries()) {
      const nomor = String((accusing?.offices.length ?? 0) + at + 1)
      const person = { nomor, jenis: 'person', kantor: office, orang: hired[name]?.accountId ?? '' }
      const answer = await call('desk', 'POST', `/kelola/laporan/${id}/terlapor`, new URLSearchParams(person))
      if (answer.status !== 303) throw new Error(`settling who ${name} is was answered ${answer.status}`)
    }
  }

  const planted: Planted[] = []
  for (const secrecy of only)
    for (const life of lives)
      planted.push(await plant(secrecy, life, planted.length, did, accusing && { ...accusing, settle }))
  return {
    app,
    deps,
    call,
    did,
    hired,
    logged,
    planted,
    headersOf: (who: string, path: string) => headersOf(hired, who, path),
  }
}

export type CanaryWorld = Awaited<ReturnType<typeof canaryWorld>>

type Did = (reader: Reader | Headers, path: string, body?: unknown) => Promise<Record<string, string>>

type Settling = Accusing & { settle(id: string): Promise<void> }

async function plant(secrecy: Secrecy, life: Life, at: number, did: Did, accusing?: Settling): Promise<Planted> {
  const name = `${secrecy} ${life}`
  const canaries: Canary[] = []
  const word = (field: string) => {
    const value = canaryWord(name, field)
    canaries.push({ kind: 'word', report: name, field, value })
    return value
  }
  const point = farFromItsCell(at)
  const colour: Colour = [40 + (at % 6) * 36, 40 + (Math.floor(at / 6) % 6) * 36, 130]
  const phone = canaryPhone(at)
  canaries.push({ kind: 'point', report: name, field: 'point', value: point })
  canaries.push({ kind: 'pixels', report: name, field: 'picture', value: colour })
  const choices: Choices = secrecies[secrecy]
  const contact = choices.withoutIdentity
    ? undefined
    : { name: `Ibu ${word('name')}`, phone, email: `${word('email')}@surat.test` }
  if (contact) canaries.push({ kind: 'phone', report: name, field: 'phone', value: phone })
  const edited = life === 'answered'
  const filed = await did({}, '/reports', {
    title: `Laporan ${word(edited ? 'first title' : 'title')}`,
    text: `Jalan ${word(edited ? 'first text' : 'text')} rusak sejak lama dan belum diperbaiki.`,
    areaCode: `Dusun ${word('place')}`,
    location: point,
    ...choices,
    contact,
    ...(accusing
      ? { accused: accusedBy(accusing) }
      : life === 'received'
        ? { accused: [`Pejabat ${word('accused')}`] }
        : {}),
  })
  const id = filed.id ?? ''
  await accusing?.settle(id)
  const reporter = { 'report-key': filed.key ?? '' }
  await did(reporter, `/reports/${id}/attachments`, await photoOf(colour, word('picture data')))
  await live()
  return { name, secrecy, life, id, key: filed.key ?? '', canaries }

  function accusedBy({ offices, people }: Accusing): string[] {
    return [...offices, ...people.map(({ name }) => `Pejabat ${word(`accused, the ${name}`)}`)]
  }

  async function live() {
    if (life === 'received') return
    await did('desk', `/reports/${id}/verification`, {
      agencySlug: 'kota-kupang',
      ...(edited ? { title: `Judul ${word('title')}`, text: `Isi ${word('text')} menurut meja kerja.` } : {}),
    })
    if (life === 'withdrawn') return did(reporter, `/reports/${id}/withdrawal`)
    if (life === 'returned')
      return did('coordinator', `/reports/${id}/return`, { suggestedAgencySlug: 'kab-luwu', note: word('return') })
    const unit = 'kota-kupang-dinkes'
    await did('coordinator', `/reports/${id}/assignment`, { unitSlug: unit, note: `Tolong ${word('office note')}.` })
    await did('officer', `/reports/${id}/progress`, { text: `Sudah ${word('progress')} di lapangan.` })
    await did('officer', `/reports/${id}/hold`, { question: `Di mana ${word('question')} tepatnya?` })
    await did(reporter, `/reports/${id}/replies`, { text: `Dekat ${word('message')} itu.` })
    await did('officer', `/reports/${id}/answer`, { text: `Selesai, ${word('answer')}.`, outcome: 'solved' })
  }
}

/** A point whose public cell's centre is farther than 100 m away, so that the two cannot be taken for each other. */
function farFromItsCell(at: number) {
  const cell = latLngToCell(-10.16 - (at % 6) * 0.03, 123.58 + Math.floor(at / 6) * 0.03, 8)
  const [lat, lon] = cellToLatLng(cell)
  const [corner = [lat, lon]] = cellToBoundary(cell)
  const between = (from: number, to: number) => Number((from + (to - from) * 0.7).toFixed(5))
  return { lat: between(lat, corner[0]), lon: between(lon, corner[1]) }
}

async function photoOf([r, g, b]: Colour, word: string): Promise<FormData> {
  const bytes = await sharp({ create: { width: 320, height: 240, channels: 3, background: { r, g, b } } })
    .withExif({ IFD0: { Copyright: word, ImageDescription: word } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  const trailing = Buffer.concat([bytes, Buffer.from(word)])
  form.append('file', new File([new Uint8Array(trailing)], `${word}.jpg`, { type: 'image/jpeg' }))
  return form
}
