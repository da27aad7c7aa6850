import { expect, test } from 'vitest'
import { Hono } from 'hono'
import { whoIsAsking } from '../accounts/who-is-asking.ts'
import { hiddenIn } from '../intake/testing/browse.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { stages } from '../report/lifecycle.ts'
import { erasable } from '../secrecy/ask-erasure.ts'
import { aReport } from '../testing/a-report.ts'
import { testDeps } from '../testing/test-deps.ts'
import { eraseRoutes } from './erase-routes.tsx'
import { myReportRoutes } from './routes.tsx'

const db = await testDatabase()
const answered = await aReport(db, { stage: 'answered', answer: 'Lampu sudah diganti kemarin sore.' })

function site(at: Date) {
  const deps = testDeps(db, () => at)
  return new Hono().use(whoIsAsking(deps)).route('/', myReportRoutes(deps)).route('/', eraseRoutes(deps))
}

async function post(made: { trackingId: string; at: Date }, name: string, fields: Record<string, string>) {
  const later = new Date(made.at.getTime() + 3_600_000)
  return site(later).request(`/laporan/${made.trackingId}/${name}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  })
}

async function stageOf(id: string) {
  const row = await db.owner
    .selectFrom('casework.report')
    .select(['stage', 'manner', 'anonymous', 'confidential'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row
}

test('Bu Marta says "belum": the office must answer again, and the key is in no address', async () => {
  const response = await post(answered, 'balasan', { kunci: answered.key, pesan: 'Lampunya mati lagi tadi malam.' })
  expect(response.status).toBe(200)
  expect(response.headers.get('location')).toBeNull()
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.text()).toContain('Lampunya mati lagi tadi malam.')
  expect((await stageOf(answered.id)).stage).toBe('in_progress')
})

test('a wrong key and an unknown report are the same answer', async () => {
  const wrong = await post(answered, 'balasan', { kunci: '2222-2222-2222-2222-2222', pesan: 'x' })
  const unknown = await post({ trackingId: '222222222', at: answered.at }, 'balasan', {
    kunci: answered.key,
    pesan: 'x',
  })
  expect([wrong.status, unknown.status]).toEqual([404, 404])
  expect(await wrong.text()).toBe(await unknown.text())
})

test('an empty message comes back with a reason and moves nothing', async () => {
  const made = await aReport(db, { stage: 'answered' })
  const response = await post(made, 'balasan', { kunci: made.key, pesan: '   ' })
  expect(response.status).toBe(422)
  expect((await stageOf(made.id)).stage).toBe('answered')
})

test('the same form sent twice moves the report once', async () => {
  const made = await aReport(db, { stage: 'answered' })
  const row = await db.owner
    .selectFrom('casework.report')
    .select('last_seq')
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow()
  const fields = { kunci: made.key, nilai: '5', terbaca: String(row.last_seq) }
  expect((await post(made, 'penilaian', fields)).status).toBe(200)
  expect((await post(made, 'penilaian', fields)).status).toBe(409)
  expect(await stageOf(made.id)).toMatchObject({ stage: 'closed', manner: 'confirmed' })
})

test('withdrawing asks once more, then leaves only the ID and the status in public', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  const asked = await post(made, 'pencabutan', { kunci: made.key })
  expect(await asked.text()).toContain('Yakin mencabut')
  expect((await stageOf(made.id)).stage).toBe('forwarded')
  await post(made, 'pencabutan', { kunci: made.key, yakin: '1' })
  const copy = await db.publicDb
    .selectFrom('publication.report')
    .selectAll()
    .where('tracking_id', '=', made.trackingId)
    .executeTakeFirst()
  expect(copy).toMatchObject({ stage: 'withdrawn', title: null, text: null, thread: [] })
})

test.each(stages)('whoever may have traces erased is offered it, and nobody else: %s', async (stage) => {
  const parent = stage === 'merged' ? await aReport(db, { stage: 'received' }) : undefined
  const made = await aReport(db, { stage, into: parent?.id })
  // An empty form: the page as it stands.
  const page = await (await post(made, 'terlapor', { kunci: made.key, terlapor: '' })).text()
  for (const hapus of erasable) {
    const answer = await post(made, 'penghapusan', { kunci: made.key, hapus, yakin: '1' })
    expect([hapus, page.includes(`name="hapus" value="${hapus}"`)]).toEqual([hapus, answer.status === 200])
  }
})

test('raising secrecy takes the public copy away at once; lowering asks again', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  await post(made, 'kerahasiaan', { kunci: made.key, naikkan: 'rahasia' })
  const copies = await db.publicDb
    .selectFrom('publication.report')
    .select('tracking_id')
    .where('tracking_id', '=', made.trackingId)
    .execute()
  expect(copies).toEqual([])
  const asked = await (await post(made, 'kerahasiaan', { kunci: made.key, turunkan: 'rahasia' })).text()
  expect(asked).toContain('Yakin menurunkan')
  expect((await stageOf(made.id)).confidential).toBe(true)
  await post(made, 'kerahasiaan', { ...hiddenIn(asked), yakin: '1' })
  expect((await stageOf(made.id)).confidential).toBe(false)
})

test('a question is answered, an archived report is objected to once, a closed one is opened again', async () => {
  const held = await aReport(db, { stage: 'on_hold' })
  await post(held, 'balasan', { kunci: held.key, pesan: 'Di depan pasar Oeba.' })
  expect((await stageOf(held.id)).stage).not.toBe('on_hold')
  const archived = await aReport(db, { stage: 'archived' })
  await post(archived, 'keberatan', { kunci: archived.key, pesan: 'Ini layanan publik.' })
  expect((await stageOf(archived.id)).stage).toBe('received')
  const closed = await aReport(db, { stage: 'closed' })
  await post(closed, 'pembukaan-kembali', { kunci: closed.key, pesan: 'Rusak lagi.' })
  expect((await stageOf(closed.id)).stage).toBe('in_progress')
})

test('whom it is about may be said later: they lose it at once, and the page keeps what was named', async () => {
  const made = await aReport(db, { stage: 'in_progress', confidential: true })
  const answer = await post(made, 'terlapor', {
    kunci: made.key,
    terlapor: 'Dinas Kesehatan Kota Kupang\norang di loket',
  })
  const page = await answer.text()
  expect(page).toContain('Ditambahkan. Siapa pun yang Anda laporkan tidak dapat menemukan laporan ini')
  expect(page).toContain('“Dinas Kesehatan Kota Kupang”: kami pahami sebagai Dinas Kesehatan Kota Kupang')
  expect(page).toContain('“orang di loket”: belum jelas siapa yang dimaksud')
  const row = await db.owner
    .selectFrom('casework.report')
    .select(['agency_id', 'unit_id', 'accused_unresolved'])
    .where('id', '=', made.id)
    .executeTakeFirst()
  expect(row).toEqual({ agency_id: 'kemenpanrb', unit_id: null, accused_unresolved: true })
  expect((await post(made, 'terlapor', { kunci: made.key, terlapor: ' ' })).status).toBe(422)
})

test('whoever there is no room for is not said to be locked out: nobody is added, and the names are kept', async () => {
  const nineteen = Array.from({ length: 19 }, () => 'kab-luwu')
  const made = await aReport(db, { stage: 'in_progress', confidential: true, accused: nineteen })
  const named = async () =>
    (await db.owner.selectFrom('casework.accused').select('position').where('report_id', '=', made.id).execute()).length
  const names = 'Dinas Kesehatan Kota Kupang\nkota-surabaya'
  const answer = await post(made, 'terlapor', { kunci: made.key, terlapor: names })
  const page = await answer.text()
  expect([answer.status, await named()]).toEqual([422, 19])
  expect(page).toContain(
    'Belum ada yang ditambahkan: satu laporan menyebut paling banyak 20 pihak, dan masih ada tempat',
  )
  expect(page).toContain(names)
  expect((await post(made, 'terlapor', { kunci: made.key, terlapor: 'kota-surabaya' })).status).toBe(200)
  const full = await post(made, 'terlapor', { kunci: made.key, terlapor: 'kota-surabaya' })
  expect([full.status, (await full.text()).includes('sudah penuh'), await named()]).toEqual([422, true, 20])
})

test('a reporter whose report was merged reads whose deadline it has now, and gets there where everybody may', async () => {
  for (const [stage, isPublic] of [
    ['in_progress', true],
    ['received', false],
  ] as const) {
    const parent = await aReport(db, { stage })
    const child = await aReport(db, { stage: 'merged', into: parent.id })
    const seen = await (await post(child, 'balasan', { kunci: child.key, pesan: '' })).text()
    expect(seen.replace(/<[^>]+>/g, '')).toMatch(/Digabung dengan\s+\S+; tenggat mengikuti laporan itu\./)
    expect(seen).toContain('Tenggat mengikuti laporan gabungannya')
    expect(seen.includes(`href="/laporan/${parent.trackingId}"`)).toBe(isPublic)
  }
})
