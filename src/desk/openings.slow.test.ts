import { beforeAll, expect, test } from 'vitest'
import { followOpening } from '../notifications/tell-opening.ts'
import { deliverAll, tellDeps } from '../notifications/testing/post-office.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { lookThrough } from '../secrecy/break-glass.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { bagas, coordinatorOf, dedi, lestari, officerOf } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

const db = await testDatabase()
let now = new Date('2026-01-20T07:20:00Z')
const clock = () => now
const dediAt = deskOf(db, dedi, clock)
const lestariAt = deskOf(db, lestari, clock)
const post = tellDeps(db, { now: clock })
const why = { ground: 'safety', reason: 'Pelapor diancam di kantornya sendiri.' }
const contact = { name: 'Marta Bire', phone: '081234567890', email: 'marta@contoh.id' }

beforeAll(() => onDuty(db, dedi, lestari, bagas, coordinatorOf(), officerOf()))

const aSecret = (more: Wanted = {}) =>
  aReport(db, {
    stage: 'in_progress',
    confidential: true,
    title: 'Pungutan di loket',
    text: 'Loket tiga memungut.',
    ...more,
  })

function later(minutes: number) {
  now = new Date(now.getTime() + minutes * 60_000)
}

async function opened(trackingId: string, what: 'text' | 'identity') {
  await dediAt.post(`/kelola/laporan/${trackingId}/pembukaan`, { what, ...why })
  await lestariAt.post(`/kelola/laporan/${trackingId}/pembukaan/1/persetujuan`, {})
}

test('Pak Dedi asks, Bu Lestari approves, he reads until the clock on the page says so', async () => {
  const { trackingId } = await aSecret()
  const page = () => dediAt.page(`/kelola/laporan/${trackingId}`)
  expect(await page()).toContain('Buka isi atau identitas')
  const asked = await dediAt.post(`/kelola/laporan/${trackingId}/pembukaan`, { what: 'text', ...why })
  expect(asked.status).toBe(303)
  expect(await page()).not.toContain('Loket tiga memungut.')
  expect(await dediAt.page(`/kelola/laporan/${trackingId}/pembukaan`)).not.toContain('persetujuan"')
  const waiting = await lestariAt.page('/kelola/pembukaan')
  expect(waiting).toContain('Pelapor diancam di kantornya sendiri.')
  expect(waiting).not.toContain('Loket tiga')
  later(1)
  expect((await lestariAt.post(`/kelola/laporan/${trackingId}/pembukaan/1/persetujuan`, {})).status).toBe(303)
  const read = await page()
  expect(read).toContain('Loket tiga memungut.')
  expect(read).toContain('sampai pukul 14.36 WIB')
  expect(await lestariAt.page(`/kelola/laporan/${trackingId}`)).not.toContain('Loket tiga')
  later(15)
  expect(await page()).not.toContain('Loket tiga memungut.')
})

test('a request without ground or reason comes back with its words', async () => {
  const { trackingId } = await aSecret()
  const answer = await dediAt.post(`/kelola/laporan/${trackingId}/pembukaan`, { what: 'text', reason: 'perlu sekali' })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  for (const words of ['Pilih dasarnya.', 'sedikitnya tiga kata', 'perlu sekali']) expect(html).toContain(words)
})

test('nobody approves what they asked for themselves; what was decided is decided', async () => {
  const { trackingId } = await aSecret()
  await dediAt.post(`/kelola/laporan/${trackingId}/pembukaan`, { what: 'text', ...why })
  const own = await dediAt.post(`/kelola/laporan/${trackingId}/pembukaan/1/persetujuan`, {})
  expect([own.status, await own.text()]).toEqual([409, expect.stringContaining('diputuskan orang lain')])
  await lestariAt.post(`/kelola/laporan/${trackingId}/pembukaan/1/penolakan`, {})
  const again = await deskOf(db, bagas, clock).post(`/kelola/laporan/${trackingId}/pembukaan/1/persetujuan`, {})
  expect(again.status).toBe(409)
  expect(await dediAt.page(`/kelola/laporan/${trackingId}`)).not.toContain('Loket tiga memungut.')
})

test.each([coordinatorOf(), officerOf(), { role: 'operator', accountId: bagas.accountId } as Actor])(
  'to whoever neither asks nor decides the pages do not exist: %o',
  async (actor) => {
    const { trackingId } = await aSecret()
    await dediAt.post(`/kelola/laporan/${trackingId}/pembukaan`, { what: 'identity', ...why })
    const desk = deskOf(db, actor, clock)
    for (const path of ['pembukaan', 'pembukaan/1/identitas']) {
      const hidden = await desk.get(`/kelola/laporan/${trackingId}/${path}`)
      const absent = await desk.get(`/kelola/laporan/K7M2QX4PR/${path}`)
      expect([hidden.status, await hidden.text()]).toEqual([404, await absent.text()])
    }
    for (const path of ['pembukaan', 'pembukaan/1/persetujuan', 'pembukaan/1/kunci'])
      expect((await desk.post(`/kelola/laporan/${trackingId}/${path}`, { what: 'text', ...why })).status).toBe(404)
    expect((await desk.get('/kelola/pembukaan')).status).toBe(404)
  },
)

test('who filed is sealed by the worker for one browser, shown there, and of no use to another', async () => {
  const { id, trackingId } = await aReport(db, { stage: 'in_progress', anonymous: true, contact })
  await opened(trackingId, 'identity')
  const address = `/kelola/laporan/${trackingId}/pembukaan/1`
  const posting = dediAt.post(`${address}/kunci`, {})
  await awaited(id)
  await followOpening(post, id, 1)
  const answer = await posting
  const cookie = answer.headers.getSetCookie()[0] ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Strict/)
  const shown = await dediAt.app.request(`${address}/identitas`, { headers: { cookie: cookie.split(';')[0] ?? '' } })
  const html = await shown.text()
  for (const words of Object.values(contact)) expect(html).toContain(words)
  expect(shown.headers.get('cache-control')).toBe('no-store')
  expect((await dediAt.get(`${address}/identitas`)).status).toBe(303)
  const other = await lestariAt.app.request(`${address}/identitas`, { headers: { cookie: cookie.split(';')[0] ?? '' } })
  expect(await other.text()).not.toContain('Marta')
  const row = await db.owner.selectFrom('casework.opening').selectAll().where('report_id', '=', id).executeTakeFirst()
  expect(row?.sealed?.toString('latin1')).not.toContain('Marta')
  later(15)
  const over = await dediAt.app.request(`${address}/identitas`, { headers: { cookie: cookie.split(';')[0] ?? '' } })
  expect(await over.text()).not.toContain('Marta')
})

const klobor = { name: 'Marsetyo Klobor', phone: '081234567890' }

/** A note for the offices. @returns 303 when it stands there, 422 when it was held back */
async function noteOf(desk: typeof dediAt, trackingId: string, text: string): Promise<number> {
  const { seenSeq = '' } = fieldsOf(await desk.page(`/kelola/laporan/${trackingId}`), 'catatan')
  return (await desk.post(`/kelola/laporan/${trackingId}/catatan`, { text, seenSeq })).status
}

const seeWho = (id: string) => as(db.web, dedi, (tx) => lookThrough(tx, id, 'identity', 'identity', now))

test('who saw who filed writes it into no note for the offices; who did not may name whom they like', async () => {
  const { id, trackingId } = await aReport(db, { stage: 'in_progress', anonymous: true, contact: klobor })
  const note = (desk: typeof dediAt, text: string) => noteOf(desk, trackingId, text)
  expect(await note(dediAt, 'Tanyakan kepada Marsetyo.')).toBe(303)
  await opened(trackingId, 'identity')
  expect(await note(dediAt, 'Tanyakan kepada Marsetyo sekali lagi.')).toBe(303)
  await seeWho(id)
  for (const text of ['Pelapornya marsetyo itu.', 'Telepon 0812-3456-7890.']) expect(await note(dediAt, text)).toBe(422)
  const asking = { what: 'identity', ground: 'contact', reason: 'Pelapor Marsetyo perlu dihubungi lagi.' }
  const ask = (reason: string) => dediAt.post(`/kelola/laporan/${trackingId}/pembukaan`, { ...asking, reason })
  expect((await ask(asking.reason)).status).toBe(422)
  expect((await ask('Pelapor perlu dihubungi sekali lagi.')).status).toBe(303)
  expect(await note(dediAt, 'Sdr. Fransisku di loket tiga perlu ditanya.')).toBe(303)
  expect(await note(deskOf(db, coordinatorOf(), clock), 'Tanyakan kepada Marsetyo lagi.')).toBe(303)
})

test('a note about a merged reporter tells no right guess from a wrong one, whatever else its writer has seen; what they saw is held back', async () => {
  const own = await aReport(db, { stage: 'in_progress', anonymous: true, contact: { name: 'Fransisku Ndolu' } })
  const victim = await aReport(db, { stage: 'in_progress', anonymous: true, contact: klobor })
  await opened(own.trackingId, 'identity')
  await seeWho(own.id)
  await opened(victim.trackingId, 'identity')
  const { seenSeq = '' } = fieldsOf(await dediAt.page(`/kelola/laporan/${own.trackingId}`), 'penggabungan')
  const merging = { seenSeq, parent: victim.trackingId }
  expect((await dediAt.post(`/kelola/laporan/${own.trackingId}/penggabungan`, merging)).status).toBe(303)
  later(3 * 24 * 60)
  const note = (text: string) => noteOf(dediAt, victim.trackingId, text)
  for (const guess of [
    'Tetangganya klobor.',
    'Tetangganya tapun.',
    'Telepon 0812-3456-7890.',
    'Telepon 0812-3456-7891.',
  ])
    expect(await note(guess), guess).toBe(303)
  expect(await note('Yang lain itu fransisku ndolu.')).toBe(422)
})

test('letters say that there is something to decide, and nothing of what', async () => {
  const { trackingId } = await aSecret({ contact })
  await deliverAll(db, post)
  await dediAt.post(`/kelola/laporan/${trackingId}/pembukaan`, { what: 'text', ...why })
  const asked = await deliverAll(db, post)
  expect(asked.map(({ template }) => template)).toEqual(['opening_asked', 'opening_asked'])
  await lestariAt.post(`/kelola/laporan/${trackingId}/pembukaan/1/persetujuan`, {})
  const decided = await deliverAll(db, post)
  expect(decided.map(({ template }) => template).sort()).toEqual(['opening_decided', 'opening_noted'])
  for (const { subject, text } of [...asked, ...decided])
    expect(subject + text).not.toMatch(/Loket|Pungutan|diancam|rahasia|Marta/i)
})

test('a report without identity says that there is nothing to open', async () => {
  const { trackingId } = await aReport(db, { stage: 'forwarded', withoutIdentity: true })
  expect(await dediAt.page(`/kelola/laporan/${trackingId}/pembukaan`)).toContain('Tidak ada yang dapat dibuka')
  const asked = await dediAt.post(`/kelola/laporan/${trackingId}/pembukaan`, { what: 'identity', ...why })
  expect(asked.status).toBe(404)
})

/** Until this report's opening waits for its box. */
async function awaited(id: string) {
  for (;;) {
    const row = await db.owner
      .selectFrom('casework.opening')
      .select('public_key')
      .where('report_id', '=', id)
      .executeTakeFirst()
    if (row?.public_key) return
  }
}
