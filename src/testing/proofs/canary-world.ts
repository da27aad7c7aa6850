import { randomUUID } from 'node:crypto'
import { latLngToCell, cellToLatLng, cellToBoundary } from 'h3-js'
import { pino } from 'pino'
import sharp from 'sharp'
import { hashOpaque } from '../../accounts/opaque.ts'
import { createToken } from '../../accounts/token.ts'
import { makeApp } from '../../app.tsx'
import { seal } from '../../platform/seal.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { aWednesday, testDeps, testKeyPair } from '../test-deps.ts'
import { type Canary, canaryPhone, canaryWord, type Colour } from './canaries.ts'

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

/** Who reads. Each is a person with a session and a token, but the public. */
const people = {
  stranger: ['citizen', null],
  desk: ['verifier', null],
  coordinator: ['coordinator', 'kota-kupang'],
  officer: ['officer', 'kota-kupang-dinkes'],
  'officer of another unit': ['officer', 'kota-kupang-pupr'],
  'coordinator elsewhere': ['coordinator', 'kab-luwu'],
  supervisor: ['supervisor', null],
  operator: ['operator', null],
} as const
export const readers = ['public', ...(Object.keys(people) as (keyof typeof people)[])] as const
export type Reader = (typeof readers)[number]

export type Headers = Record<string, string>

/** A country in which every field of every report holds something of its own, filed and moved by HTTP as the world does it. */
export async function canaryWorld(db: TestDatabase, only: readonly Secrecy[] = Object.keys(secrecies) as Secrecy[]) {
  const logged: string[] = []
  const clock = { now: aWednesday }
  const base = testDeps(db, () => clock.now)
  const log = pino({ level: 'trace' }, { write: (line) => logged.push(line) })
  const deps = { ...base, log }
  const app = makeApp(deps)
  const hired = await hire(db)

  async function call(reader: Reader | Headers, method: string, path: string, body?: unknown) {
    const form = body instanceof FormData
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

  const planted: Planted[] = []
  for (const secrecy of only) for (const life of lives) planted.push(await plant(secrecy, life, planted.length, did))
  return {
    app,
    deps,
    call,
    did,
    hired,
    logged,
    planted,
    headersOf: (who: Reader, path: string) => headersOf(hired, who, path),
  }
}

export type CanaryWorld = Awaited<ReturnType<typeof canaryWorld>>

type Did = (reader: Reader | Headers, path: string, body?: unknown) => Promise<Record<string, string>>

async function plant(secrecy: Secrecy, life: Life, at: number, did: Did): Promise<Planted> {
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
    ...(life === 'received' ? { accused: [`Pejabat ${word('accused')}`] } : {}),
  })
  const id = filed.id ?? ''
  const reporter = { 'report-key': filed.key ?? '' }
  await did(reporter, `/reports/${id}/attachments`, await photoOf(colour, word('picture data')))
  await live()
  return { name, secrecy, life, id, key: filed.key ?? '', canaries }

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

type Hired = Record<string, { token: string; cookie: string }>

async function hire(db: TestDatabase): Promise<Hired> {
  const hired: Hired = {}
  for (const [name, [role, agencyId]] of Object.entries(people)) {
    const id = randomUUID()
    const email = `${name.replaceAll(' ', '.')}@petugas.test`
    await db.owner
      .insertInto('identity.account')
      .values({
        id,
        role,
        agency_id: agencyId,
        email_index: Buffer.from(email),
        sealed: seal(testKeyPair.publicKey, JSON.stringify({ name, email })),
        password_hash: 'none',
        created_at: aWednesday,
      })
      .execute()
    const secret = `sesi-${id}`
    await db.owner
      .insertInto('identity.session')
      .values({
        token_hash: hashOpaque('session', secret),
        account_id: id,
        created_at: aWednesday,
        expires_at: new Date('2030-01-01T00:00:00Z'),
      })
      .execute()
    const token = await createToken(db.owner, { purpose: 'api', label: name, accountId: id }, aWednesday)
    hired[name] = { token, cookie: `lapor_sesi=${secret}` }
  }
  return hired
}

/** Programs prove themselves by a token, browsers by a cookie. */
function headersOf(hired: Hired, who: Reader, path: string): Headers {
  const known = hired[who]
  if (!known) return {}
  return path.startsWith('/api/')
    ? { authorization: `Bearer ${known.token}` }
    : { cookie: known.cookie, origin: 'http://lapor.test' }
}
