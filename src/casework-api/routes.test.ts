import { expect, test } from 'vitest'
import { aPhoto } from '../intake/testing/photos.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { privateReportSchema } from '../publication/api-schemas.ts'
import { as } from '../report/as.ts'
import { PointsAtSomebody } from '../secrecy/before-publishing.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi, officerOf, rio } from '../testing/cast.ts'
import { testDeps } from '../testing/test-deps.ts'
import { reachesSomebody } from '../secrecy/personal-data/find-personal-data.ts'
import type { MoveCall } from './move-call.ts'
import { lookAtOffice } from './points-at-somebody.ts'
import { apiAs } from './testing/api-as.ts'
import { leavingWords } from './words-leaving.ts'

const db = await testDatabase()
const deps = testDeps(db)
const kupang = apiAs(db, { actor: coordinatorOf() }, deps)

async function photos() {
  const body = new FormData()
  body.append('file', await aPhoto())
  return body
}

test('a body is JSON of at most 1 MiB in UTF-8; no body is an empty one', async () => {
  const { trackingId, key } = await aReport(db, { stage: 'answered' })
  const marta = apiAs(db, { key }, deps)
  const path = `/reports/${trackingId}/confirmation`
  expect(await marta.send(path, 'rating=5', 'application/x-www-form-urlencoded')).toMatchObject({ status: 415 })
  expect(await marta.send(path, 'x'.repeat(2 ** 20 + 1), 'application/json')).toMatchObject({ status: 413 })
  expect(await marta.send(path, '{"rating":', 'application/json')).toMatchObject({ status: 400 })
  expect(await marta.send(path, '')).toMatchObject({ status: 200, json: { status: { code: 'closed' } } })
})

test('what is wrong is said in Indonesian', async () => {
  const { trackingId } = await aReport(db, { stage: 'forwarded' })
  const told = await kupang.post(`/reports/${trackingId}/answer`, { text: 7, outcome: 'selesai', version: 1.5 })
  expect(told).toMatchObject({ status: 422, json: { code: 'invalid' } })
  expect(told.json.errors).toEqual([
    { path: 'text', code: 'invalid_type', message: 'Jenisnya salah: harus teks.' },
    { path: 'outcome', code: 'invalid_value', message: 'Tidak ada dalam daftar: solved, explained, cannot.' },
    { path: 'version', code: 'invalid_type', message: 'Jenisnya salah: harus bilangan bulat.' },
  ])
  const empty = await kupang.post(`/reports/${trackingId}/answer`, { text: 'x'.repeat(20_001) })
  expect(empty.json.errors).toMatchObject([
    { path: 'text', message: 'Terlalu panjang: paling banyak 20000.' },
    { path: 'outcome', message: 'Wajib diisi.' },
  ])
})

test('a version that was read before somebody else moved the report refuses the move', async () => {
  const { trackingId } = await aReport(db, { stage: 'forwarded' })
  const { json } = await kupang.get(`/reports/${trackingId}`)
  const path = `/reports/${trackingId}/progress`
  const moved = await kupang.post(path, { text: 'Teknisi berangkat.', version: json.version })
  expect([moved.status, moved.json.version]).toEqual([200, Number(json.version) + 1])
  const late = await kupang.post(path, { text: 'Teknisi berangkat lagi.', version: json.version })
  expect(late).toMatchObject({ status: 409, json: { code: 'changed' } })
})

test('a cookie counts for nothing, neither an office’s nor the reporter’s', async () => {
  const { trackingId } = await aReport(db, { stage: 'forwarded', confidential: true })
  for (const actor of [coordinatorOf(), dedi, rio]) {
    const browser = apiAs(db, { actor, knownBy: 'cookie' }, deps)
    expect((await browser.get(`/reports/${trackingId}`)).status).toBe(404)
    expect((await browser.post(`/reports/${trackingId}/progress`, { text: 'Sedang.' })).status).toBe(404)
    expect((await browser.send(`/reports/${trackingId}/attachments`, await photos())).status).toBe(404)
  }
})

test('an office’s photos come with its answer by their handle, which is of no use to others', async () => {
  const made = await aReport(db, { stage: 'in_progress' })
  const other = await aReport(db, { stage: 'in_progress' })
  const sari = apiAs(db, { actor: officerOf() }, deps)
  const staged = await sari.send(`/reports/${made.trackingId}/attachments`, await photos())
  expect(staged).toMatchObject({ status: 201, json: { attachments: expect.any(String), refused: [] } })
  const answer = {
    text: 'Lampunya sudah diganti kemarin siang, lihat foto.',
    outcome: 'solved',
    attachments: staged.json.attachments,
  }
  const stolen = [
    await kupang.post(`/reports/${made.trackingId}/answer`, answer),
    await sari.post(`/reports/${other.trackingId}/answer`, answer),
  ]
  for (const told of stolen)
    expect(told).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'attachments', code: 'unknown_attachments' }] },
    })
  const told = await sari.post(`/reports/${made.trackingId}/answer`, answer)
  expect(told.status).toBe(200)
  const { pictures, thread } = privateReportSchema.parse(told.json)
  expect(thread[pictures[0]?.entry ?? -1]).toMatchObject({ move: 'answer', text: answer.text })
  const shown = await apiAs(db, {}, deps).get(`/reports/${made.trackingId}`)
  expect(shown.json.pictures).toHaveLength(1)
  expect(
    (await apiAs(db, { actor: dedi }, deps).send(`/reports/${made.trackingId}/attachments`, await photos())).status,
  ).toBe(404)
})

test('the name of photos that wait is no word of the answer, though a piece of it is like the number of a report', async () => {
  const { id } = await aReport(db, { stage: 'in_progress' })
  const attachments = 'fb825cb3-8dd6-4b6d-8e79-9a78061e4fb0'
  const look = (body: object) =>
    as(db.web, officerOf(), async (tx) => {
      const report = await tx.selectFrom('casework.report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      await lookAtOffice(tx, { report, seq: 9, stage: 'answered', audience: 'public' }, { ...body })
    })
  await look({ text: 'Lampunya sudah diganti, lihat foto.', attachments })
  await expect(look({ text: `Sama dengan laporan ${attachments}.` })).rejects.toThrow(PointsAtSomebody)
})

test('nor is it, where a piece of it is like a telephone', async () => {
  const attachments = '3f0a1c2e-0812-3456-7890-1b2c3d4e5f60'
  const leaving = (body: object) =>
    as(db.web, officerOf(), (tx) =>
      leavingWords(tx, deps.keys.keeper, { path: 'answer' } as MoveCall, 'K7M2QX4PW', { ...body }),
    )
  expect(reachesSomebody(await leaving({ text: 'Lihat foto.', attachments }))).toBe(false)
  expect(reachesSomebody(await leaving({ text: `Hubungi ${attachments}.` }))).toBe(true)
})

test('whoever moves a report out of their own sight is told its ID and where it went, in the same shape', async () => {
  const { trackingId } = await aReport(db, { stage: 'forwarded', confidential: true, text: 'Kenari.' })
  const told = await kupang.post(`/reports/${trackingId}/return`, {
    suggestedAgencySlug: 'kab-luwu',
    note: 'Bukan wilayah kami.',
  })
  expect(told.status).toBe(200)
  const seen = privateReportSchema.parse(told.json)
  expect(seen).toMatchObject({ id: trackingId, status: { code: 'received' }, readable: false, text: null, thread: [] })
  expect((await kupang.get(`/reports/${trackingId}`)).status).toBe(404)
})

test('an office that returns a public report reads it from then on as everybody does', async () => {
  const { trackingId } = await aReport(db, { stage: 'forwarded', text: 'Trotoar di depan pasar pecah.' })
  const told = await kupang.post(`/reports/${trackingId}/return`, {
    suggestedAgencySlug: 'kab-luwu',
    note: 'Bukan wilayah kami.',
  })
  const seen = privateReportSchema.parse(told.json)
  expect(seen).toMatchObject({ text: 'Trotoar di depan pasar pecah.', readable: false, originalText: null })
  expect(seen.publishedAt).not.toBeNull()
  expect(JSON.stringify(seen.thread)).not.toContain('Bukan wilayah kami.')
})

test('the desk that forwards a confidential report is told how it stands, and no longer what it says', async () => {
  const { trackingId } = await aReport(db, { confidential: true })
  const desk = apiAs(db, { actor: dedi }, deps)
  const told = await desk.post(`/reports/${trackingId}/verification`, { agencySlug: 'kota-kupang' })
  expect(privateReportSchema.parse(told.json)).toMatchObject({ readable: false, agency: { slug: 'kota-kupang' } })
})

test('a text that holds somebody’s number is published only when the desk takes it out or says so', async () => {
  const desk = apiAs(db, { actor: dedi }, deps)
  const text = 'Trotoar pecah di depan pasar. Hubungi Bapak Yohanes di 0812-3456-7890.'
  const { trackingId } = await aReport(db, { text })
  const path = `/reports/${trackingId}/verification`
  const stopped = await desk.post(path, { agencySlug: 'kota-kupang' })
  expect(stopped).toMatchObject({ status: 422, json: { code: 'points_at_somebody' } })
  expect(stopped.json.errors).toEqual([
    { path: 'text', code: 'name', message: 'Nama orang pada huruf 45 sampai 51.' },
    { path: 'text', code: 'phone', message: 'Nomor telepon pada huruf 56 sampai 69.' },
  ])
  expect((await apiAs(db, {}, deps).get(`/reports/${trackingId}`)).status).toBe(404)
  const redacted = text.replace('0812-3456-7890', '[disamarkan]')
  expect((await desk.post(path, { agencySlug: 'kota-kupang', text: redacted })).status).toBe(200)
  const other = await aReport(db, { text })
  const sure = await desk.post(`/reports/${other.trackingId}/verification`, { agencySlug: 'kota-kupang', sure: true })
  expect([sure.status, sure.json.text]).toEqual([200, text])
})

test('a plate in what an office says to everybody is asked about once, a name alone is not', async () => {
  const { trackingId } = await aReport(db, { stage: 'forwarded' })
  const path = `/reports/${trackingId}/progress`
  const plated = { text: 'Pemilik mobil DH 1234 AB sudah kami tegur.' }
  const asked = await kupang.post(path, plated)
  expect(asked).toMatchObject({ status: 422, json: { code: 'points_at_somebody', errors: [{ code: 'plate' }] } })
  expect((await kupang.post(path, { text: 'Bapak Robert Nalle sudah kami tegur.' })).status).toBe(200)
  expect((await kupang.post(path, { ...plated, sure: true })).status).toBe(200)
})

test('a name alone, or a report that nobody will read in public, stops no verification', async () => {
  const desk = apiAs(db, { actor: dedi }, deps)
  const named = await aReport(db, { text: 'Bapak Yohanes dari kelurahan menolak berkas saya.' })
  const hidden = await aReport(db, { confidential: true, text: 'Hubungi 0812-3456-7890.' })
  for (const { trackingId } of [named, hidden])
    expect((await desk.post(`/reports/${trackingId}/verification`, { agencySlug: 'kota-kupang' })).status).toBe(200)
})

test('merging into a report that there is not, and changing nothing, are the mover’s mistakes', async () => {
  const { trackingId, key } = await aReport(db, { stage: 'forwarded' })
  const merge = await apiAs(db, { actor: dedi }, deps).post(`/reports/${trackingId}/merge`, { into: 'ZZZZZZZZZ' })
  expect(merge).toMatchObject({ status: 422, json: { errors: [{ path: 'into', code: 'unknown_report' }] } })
  const secrecy = await apiAs(db, { key }, deps).post(`/reports/${trackingId}/secrecy`, {})
  expect(secrecy).toMatchObject({ status: 422, json: { code: 'nothing_to_change' } })
})

test('only the reporter lowers secrecy, and says so twice; then everybody reads the report', async () => {
  const { trackingId, key } = await aReport(db, { stage: 'forwarded', confidential: true })
  const secrecy = `/reports/${trackingId}/secrecy`
  const reporter = apiAs(db, { key }, deps)
  expect(await reporter.post(secrecy, { confidential: false })).toMatchObject({
    status: 422,
    json: { code: 'confirm_needed', errors: [{ path: 'confirm', code: 'confirm_needed' }] },
  })
  expect((await kupang.post(secrecy, { confidential: false, confirm: true })).status).toBe(409)
  expect((await apiAs(db, {}, deps).get(`/reports/${trackingId}`)).status).toBe(404)
  expect((await reporter.post(secrecy, { confidential: false, confirm: true })).status).toBe(200)
  expect((await apiAs(db, {}, deps).get(`/reports/${trackingId}`)).status).toBe(200)
})
