import { latLngToCell, cellToLatLng, cellToBoundary } from 'h3-js'
import { pino } from 'pino'
import sharp from 'sharp'
import { makeApp } from '../../app.tsx'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { makeRules } from '../../report/rules.ts'
import { eraseReport } from '../../secrecy/erase-report.ts'
import { keeperOf } from '../../secrecy/installation-keys.ts'
import { aWednesday, testDeps, testKeyPair } from '../test-deps.ts'
import { canLive, type Hands, isEdited, type Life, live, lives } from './canary-lives.ts'
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

export type { Life }

/** `living`: what becomes of them; each life once for each secrecy. */
export type Wanted = { only?: readonly Secrecy[]; living?: readonly Life[]; accusing?: Accusing }

export type Planted = { name: string; secrecy: Secrecy; life: Life; id: string; key: string; canaries: Canary[] }

/** Whom all reports of a world accuse, and who of the hired that is: the desk settles the names in their order. */
export type Accusing = { offices: readonly string[]; people: readonly { name: string; office: string }[]; hire: Hiring }

/** A country in which every field of every report holds something of its own, filed and moved by HTTP as the world does it. */
export async function canaryWorld(
  db: TestDatabase,
  { only = Object.keys(secrecies) as Secrecy[], living = lives, accusing }: Wanted = {},
) {
  const logged: string[] = []
  const clock = { now: aWednesday }
  const base = testDeps(db, () => clock.now)
  const log = pino({ level: 'trace' }, { write: (line) => logged.push(line) })
  // Keys that can be destroyed, where something will be erased.
  const keeper = living.includes('erased') ? keeperOf(base.config) : base.keys.keeper
  const deps = { ...base, log, keys: { ...base.keys, keeper }, rules: makeRules(db.publicDb, keeper) }
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

  /** The desk holds back its publication, on its page, until the next month. */
  async function layEmbargo(id: string, protects: string) {
    const order = { ground: 'child', statute: `Pasal 19 UU 11/2012 demi ${protects}`, until: '2026-02-27' }
    const answer = await call('desk', 'POST', `/kelola/laporan/${id}/embargo`, new URLSearchParams(order))
    if (answer.status !== 303) throw new Error(`an embargo was answered ${answer.status}`)
  }

  /** The desk asks on its page why it would need to look; a supervisor says no, so that nothing is open. */
  async function askToOpen(id: string, what: 'text' | 'identity', reason: string) {
    const page = `/kelola/laporan/${id}/pembukaan`
    const asked = await call('desk', 'POST', page, new URLSearchParams({ what, ground: 'safety', reason }))
    const refused = await call('supervisor', 'POST', `${page}/1/penolakan`, new URLSearchParams())
    if (asked.status !== 303 || refused.status !== 303)
      throw new Error(`asking to open was answered ${asked.status}, refusing it ${refused.status}`)
  }

  /** Its reporter has all of it erased, and the worker does it. */
  async function erase(id: string, reporter: Headers) {
    await did(reporter, `/reports/${id}/erasure`, { what: 'all', confirmed: true })
    const { report_id } = await db.owner
      .selectFrom('identity.erasure')
      .select('report_id')
      .where('done_at', 'is', null)
      .executeTakeFirstOrThrow()
    const worker = { db: db.worker, keys: base.config, pair: { ...testKeyPair, keeper }, now: deps.now }
    await eraseReport({ ...worker, uploadsDir: deps.uploadsDir }, report_id)
  }

  const planted: Planted[] = []
  const parentOf = (secrecy: Secrecy) =>
    planted.find((report) => report.secrecy === secrecy && report.life === 'forwarded')?.id
  for (const secrecy of only)
    for (const life of living.filter((one) => canLive(one, secrecies[secrecy]))) {
      const doings = { did, layEmbargo, askToOpen, erase, parent: parentOf(secrecy) }
      planted.push(await plant(secrecy, life, planted.length, doings, accusing && { ...accusing, settle }))
    }
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

type Doings = Pick<Hands, 'parent' | 'layEmbargo'> & {
  did: Did
  erase(id: string, reporter: Headers): Promise<void>
  askToOpen(id: string, what: 'text' | 'identity', reason: string): Promise<void>
}

async function plant(
  secrecy: Secrecy,
  life: Life,
  at: number,
  { did, erase, askToOpen, ...doings }: Doings,
  accusing?: Settling,
): Promise<Planted> {
  const name = `${secrecy} ${life}`
  const canaries: Canary[] = []
  const word = (field: string) => {
    const value = canaryWord(name, field)
    canaries.push({ kind: 'word', report: name, field, value })
    return value
  }
  const point = farFromItsCell(at)
  const colour: Colour = [40 + (at % 6) * 36, 40 + (Math.floor(at / 6) % 6) * 36, 90 + Math.floor(at / 36) * 40]
  const phone = canaryPhone(at)
  canaries.push({ kind: 'point', report: name, field: 'point', value: point })
  canaries.push({ kind: 'pixels', report: name, field: 'picture', value: colour })
  const choices: Choices = secrecies[secrecy]
  const contact = choices.withoutIdentity
    ? undefined
    : { name: `Ibu ${word('name')}`, phone, email: `${word('email')}@surat.test` }
  if (contact) canaries.push({ kind: 'phone', report: name, field: 'phone', value: phone })
  const edited = isEdited(life)
  const filed = await did({}, '/reports', {
    title: `Laporan ${word(edited ? 'first title' : 'title')}`,
    text: `Jalan ${word(edited ? 'first text' : 'text')} rusak sejak lama dan belum diperbaiki.`,
    areaCode: `Dusun ${word('place')}`,
    agencySlug: `Kantor ${word('named office')}`,
    categorySlug: `Soal ${word('named topic')}`,
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
  const hidden = choices.confidential ? 'text' : choices.withoutIdentity ? undefined : 'identity'
  await live(life, {
    ...doings,
    did,
    id,
    reporter,
    word,
    erase: () => erase(id, reporter),
    askToOpen: async (_, reason) => hidden && askToOpen(id, hidden, reason()),
  })
  return { name, secrecy, life, id, key: filed.key ?? '', canaries }

  function accusedBy({ offices, people }: Accusing): string[] {
    return [...offices, ...people.map(({ name }) => `Pejabat ${word(`accused, the ${name}`)}`)]
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
