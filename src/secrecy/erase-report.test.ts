import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeApp } from '../app.tsx'
import { verifyLedger } from '../audit/verify-ledger.ts'
import { verifySealed } from '../audit/verify-sealed.ts'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { keepPicture, readPicture } from '../report/kept-pictures.ts'
import { openWords } from '../report/keeper.ts'
import { loadRules } from '../report/rules.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi, lestari, marta } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { testDeps, testKeyPair } from '../testing/test-deps.ts'
import { askErasure } from './ask-erasure.ts'
import { raiseSecrecy } from './change-secrecy.ts'
import { askOpening, decideOpening, lookThrough } from './break-glass.ts'
import { eraseReport } from './erase-report.ts'
import { keeperOf } from './installation-keys.ts'

const db = await testDatabase()
const base = testDeps(db)
const { dataDir } = base.config
const keys = { ...base.keys, keeper: keeperOf({ dataDir }) }
const deps = { ...base, keys }
const app = makeApp(deps)
const pair = { ...testKeyPair, keeper: keys.keeper }
const worker = { db: db.worker, keys: { dataDir }, pair, uploadsDir: deps.uploadsDir, now: deps.now }
const picture = '0198a000-0000-4000-8000-00000000f0e1'

/** What a backup taken now would hold of a report. */
async function backupOf(id: string) {
  const [content, filing, events] = await Promise.all([
    db.owner.selectFrom('casework.content').selectAll().where('report_id', '=', id).executeTakeFirstOrThrow(),
    db.owner.selectFrom('identity.filing').selectAll().where('report_id', '=', id).executeTakeFirstOrThrow(),
    db.owner
      .selectFrom('casework.event')
      .selectAll()
      .where('report_id', '=', id)
      .where('text', 'is not', null)
      .execute(),
  ])
  return { content, filing, events }
}

/** By what the same filing would be known again. */
const filedAs = (id: string) =>
  db.owner
    .selectFrom('casework.report')
    .select(['idempotency', 'body_hash'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

async function post(path: string, values: Record<string, string>) {
  const response = await app.request(`http://lapor.test${path}`, { method: 'POST', body: new URLSearchParams(values) })
  return { status: response.status, page: await response.text() }
}

test('once a confidential report is over its reporter erases it: nobody opens the words again, not even from an old backup', async () => {
  const made = await aReport(db, { confidential: true, text: 'Uang diminta di loket.', stage: 'closed', keys })
  const drawn = { bytes: Buffer.from('gambar'), width: 4, height: 3 }
  await keepPicture(deps, picture, { picture: drawn, thumbnail: drawn })
  await db.owner
    .insertInto('casework.attachment')
    .values({ id: picture, report_id: made.id, seq: 1, position: 1, width: 4, height: 3, created_at: made.at })
    .execute()
  const letter = { id: randomUUID(), dedupe: randomUUID(), channel: 'email', template: 'new_work', state: 'sent' }
  const kept = {
    ...letter,
    report_id: made.id,
    sealed_to: Buffer.of(1),
    preview: { text: 'Uang diminta' },
    created_at: made.at,
  }
  await db.owner.insertInto('identity.message').values(kept).execute()
  const backup = await backupOf(made.id)
  expect(openWords(keys.keeper, made.id, backup.content, ['text']).text).toBe('Uang diminta di loket.')

  const form = { kunci: made.key, hapus: 'all' }
  expect((await post(`/laporan/${made.trackingId}/penghapusan`, form)).page).toContain('Yakin menghapus jejak?')
  expect(await post(`/laporan/${made.trackingId}/penghapusan`, { ...form, yakin: '1' })).toMatchObject({ status: 200 })
  await eraseReport(worker, made.id)
  await eraseReport(worker, made.id)

  const after = keeperOf({ dataDir })
  expect(openWords(after, made.id, backup.content, ['title', 'text', 'original_text'])).toMatchObject({
    title: '',
    text: '',
    original_text: '',
  })
  expect(backup.events.map((event) => openWords(after, made.id, event, ['text']).text).join('')).toBe('')
  expect(await readPicture({ ...deps, keys: { keeper: after } }, picture, 'full')).toBeNull()
  expect(readdirSync(deps.uploadsDir, { recursive: true }).map(String)).not.toContainEqual(
    expect.stringContaining(picture),
  )
  const left = await backupOf(made.id)
  const letters = db.owner.selectFrom('identity.message').select('preview').where('report_id', '=', made.id)
  expect((await letters.execute()).every(({ preview }) => preview === null)).toBe(true)
  expect(await filedAs(made.id)).toEqual({ idempotency: null, body_hash: null })
  expect(left).toMatchObject({ content: { text: '', title: '' }, events: [], filing: { sealed: null, key_hash: null } })
  expect((await post(`/laporan/${made.trackingId}/penghapusan`, form)).status).toBe(404)
  expect(await chainHolds(made.id)).toBe(true)
  const seen = await apiAs(db, { actor: coordinatorOf() }, deps).get(`/reports/${made.trackingId}`)
  const nothing = { title: null, text: null, originalText: null, place: null, reporter: null }
  expect(seen.json).toMatchObject({ readable: true, ...nothing })
  await expect(made.move(dedi, { move: 'note', text: 'Masih ada?' })).rejects.toThrow('not_allowed')
})

test('who filed a report is erased at any time; the report goes on, its words stay', async () => {
  const made = await aReport(db, { stage: 'in_progress', text: 'Jalan berlubang di Oebobo.', keys })
  const before = await backupOf(made.id)
  expect((await filedAs(made.id)).idempotency).toHaveLength(32)
  const call = await app.request(`http://lapor.test/api/v1/reports/${made.trackingId}/erasure`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'report-key': made.key },
    body: JSON.stringify({ what: 'identity', confirmed: true }),
  })
  expect([call.status, await call.json()]).toEqual([202, { what: 'identity' }])
  await eraseReport(worker, made.id)
  expect(keeperOf({ dataDir }).open(made.id, before.content.reporter_name ?? '')).toBe('')
  const left = await backupOf(made.id)
  expect(left.filing).toMatchObject({ sealed: null, phone_index: null, name_prints: null })
  expect(await filedAs(made.id)).toEqual({ idempotency: null, body_hash: null })
  expect(left.content).toMatchObject({ text: 'Jalan berlubang di Oebobo.', reporter_name: null })
  await made.move(marta(made.id), { move: 'note', text: 'Masih berlubang.' })
})

test('after who filed it was erased a report can still be hidden; its exact point, which could not be sealed any more, is gone', async () => {
  const made = await aReport(db, { stage: 'forwarded', point: { lat: -10.1772345, lon: 123.6070123 }, keys })
  await as(db.web, marta(made.id), (tx) => askErasure(tx, marta(made.id), made.id, 'identity', made.at))
  await eraseReport(worker, made.id)
  const keeper = keeperOf({ dataDir })
  const setting = { rules: await loadRules(db.publicDb, keeper), directory: await deps.directory(), now: made.at }
  await as(db.web, marta(made.id), (tx) =>
    raiseSecrecy(tx, marta(made.id), made.id, { anonymous: true, confidential: true }, setting),
  )
  const row = await db.owner.selectFrom('casework.report').selectAll().where('id', '=', made.id).executeTakeFirst()
  expect(row).toMatchObject({ anonymous: true, confidential: true, lat: null, lon: null, point: null })
  expect([row?.public_lat, row?.public_lon], 'nor is there a cell of it: that was the public’s').toEqual([null, null])
})

test('who opened a report stays in the ledger when it is erased, and the ledger holds; only why is gone, and that it was erased is a line more', async () => {
  await onDuty(db, dedi, lestari)
  const made = await aReport(db, { confidential: true, stage: 'closed', keys })
  const at = (minute: number) => new Date(made.at.getTime() + minute * 60_000)
  const why = { what: 'text', ground: 'law', reason: 'Perintah pengadilan.' } as const
  await as(db.web, dedi, (tx) => askOpening(tx, keys.keeper, made.id, why, at(0)))
  await as(db.web, lestari, (tx) => decideOpening(tx, made.id, 1, 'approved', at(1)))
  await as(db.web, dedi, (tx) => lookThrough(tx, made.id, 'text', 'page', at(2)))
  await as(db.web, marta(made.id), (tx) => askErasure(tx, marta(made.id), made.id, 'all', made.at))
  await eraseReport(worker, made.id)
  const said: string[] = []
  const say = (what: string) => said.push(what)
  expect((await verifyLedger(db.owner, ({ what }) => say(what), say)).faults).toBe(0)
  const lines = db.owner.selectFrom('casework.ledger_line').select('kind').where('report_id', '=', made.id)
  const kinds = (await lines.orderBy('line').execute()).map(({ kind }) => kind)
  expect(kinds).toEqual(['asked', 'decided', 'looked', 'erased'])
  const sealed = await verifySealed(db.owner, keeperOf({ dataDir }), ({ what }) => say(what))
  expect(sealed).toMatchObject({ faults: 0, unreadable: sealed.sealed })
  expect(said).toEqual([])
})

test('a report that was never public is erased with its words, though it was open: the desk reads them no more', async () => {
  const made = await aReport(db, { stage: 'archived', published: false, text: 'Rahasia kecil saya di loket.', keys })
  await as(db.web, marta(made.id), (tx) => askErasure(tx, marta(made.id), made.id, 'all', made.at))
  await eraseReport(worker, made.id)
  expect((await backupOf(made.id)).content).toMatchObject({
    title: '',
    text: '',
    original_text: '',
    original_title: null,
  })
  const seen = await apiAs(db, { actor: dedi }, deps).get(`/reports/${made.trackingId}`)
  expect(JSON.stringify(seen.json)).not.toContain('Rahasia kecil')
  expect(await chainHolds(made.id)).toBe(true)
})

test('what was public stays when its reporter erases everything, and the question says so', async () => {
  const made = await aReport(db, { stage: 'closed', text: 'Lampu jalan padam di Oeba.', keys })
  const form = { kunci: made.key, hapus: 'all' }
  const { page } = await post(`/laporan/${made.trackingId}/penghapusan`, form)
  expect(page).toContain('laporan yang masih terbuka untuk umum tetap')
  expect(page).toContain(
    'Isi yang dicadangkan selagi laporan tidak rahasia tetap terbaca di sana, juga bila belum pernah terbit',
  )
  await as(db.web, marta(made.id), (tx) => askErasure(tx, marta(made.id), made.id, 'all', made.at))
  await eraseReport(worker, made.id)
  expect((await backupOf(made.id)).content).toMatchObject({ text: 'Lampu jalan padam di Oeba.' })
})

test('a report that is not over is not erased, and nobody but its reporter erases one', async () => {
  const made = await aReport(db, { stage: 'answered' })
  const ask = (actor = marta(made.id)) => as(db.web, actor, (tx) => askErasure(tx, actor, made.id, 'all', made.at))
  await expect(ask()).rejects.toThrow('not_allowed')
  await expect(ask(dedi)).rejects.toThrow('not_allowed')
  await expect(sql`select identity.finish_erasure(${made.id}, now())`.execute(db.web)).rejects.toThrow(
    'permission denied',
  )
})

async function chainHolds(id: string): Promise<boolean> {
  const { rows } = await sql<{ whole: boolean }>`
    select bool_and(hash = casework.event_hash(e)) as whole from casework.event e where report_id = ${id}`.execute(
    db.owner,
  )
  return rows[0]?.whole ?? false
}

test('the folder of keys holds the epochs of report keys, and the journal of what was erased', () => {
  expect(readdirSync(join(dataDir, 'keys')).toSorted()).toEqual(['floor.jsonl', 'reports.1'])
})
