import { sql } from 'kysely'
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import type { Person } from '../accounts/person.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { forwardReport } from '../disposition/forward-report.ts'
import { as } from '../report/as.ts'
import { nameAccused, settleAccused } from '../secrecy/name-accused.ts'
import { askWhoIsMeant } from '../secrecy/named-again.ts'
import { mergeReport } from '../verification/merge-report.ts'
import { aReport } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { marta } from '../testing/cast.ts'
import { deskApi } from './api.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()
const now = new Date('2026-01-15T03:00:00Z')
type Someone = Awaited<ReturnType<typeof anAccount>>
let dedi: Someone
let yuli: Someone
let sari: Someone
let desk: ReturnType<typeof deskOf>

beforeAll(async () => {
  dedi = await anAccount(db, 'verifier', 'kemenpanrb')
  yuli = await anAccount(db, 'coordinator', 'kota-kupang')
  sari = await anAccount(db, 'officer', 'kota-kupang-dinkes')
  desk = deskOf(db, dedi, () => now)
})

const unsettled = () => aReport(db, { accused: ['kepala kantor itu'], ownDoor: 'kota-kupang', confidential: true })
const settle = (trackingId: string, fields: Record<string, string>) =>
  desk.post(`/kelola/laporan/${trackingId}/terlapor`, { nomor: '1', ...fields })
const head = (someone: Someone) =>
  sql`select identity.appoint_head('kota-kupang-dinkes', ${someone.accountId}, false, ${now})`.execute(db.owner)

const queueOf = (someone: Someone) =>
  new Hono()
    .use(async (c, next) => {
      c.set('person', { ...someone, displayName: 'Petugas' } as Person)
      c.set('knownBy', 'token')
      await next()
    })
    .route('/', deskApi(desk.deps))
    .request('/queue?limit=100')

test('the desk settles who “kepala kantor itu” is, on a page that says what follows', async () => {
  const { trackingId } = await unsettled()
  expect(await desk.page(`/kelola/laporan/${trackingId}`)).toContain(`/kelola/laporan/${trackingId}/terlapor`)
  const page = await desk.page(`/kelola/laporan/${trackingId}/terlapor`)
  expect(page).toContain('kepala kantor itu')
  expect(page).toContain('Ini tidak bisa dibatalkan')
  const answer = await settle(trackingId, { jenis: 'head', kantor: 'Dinas Kesehatan Kota Kupang' })
  expect(answer.status).toBe(303)
  expect(await desk.page(`/kelola/laporan/${trackingId}/terlapor`)).toContain('kepala Dinas Kesehatan Kota Kupang')
})

test('settled once more, the page shows both whom the name meant before and whom it means now', async () => {
  const { trackingId } = await unsettled()
  for (const kantor of ['Dinas Kesehatan Kota Kupang', 'Dinas Sosial Kota Kupang'])
    await settle(trackingId, { jenis: 'head', kantor })
  const page = await desk.page(`/kelola/laporan/${trackingId}/terlapor`)
  expect(page).toContain('Sekarang: kepala Dinas Sosial Kota Kupang')
  expect(page).toContain('Sekarang: kepala Dinas Kesehatan Kota Kupang')
})

test('until it is settled the desk forwards it to nobody', async () => {
  const { id } = await unsettled()
  const setting = { rules: await desk.deps.rules(), directory: await desk.deps.directory(), now }
  const forward = () => as(db.web, dedi, (tx) => forwardReport(tx, dedi, id, { agencyId: 'kota-kupang' }, setting))
  await expect(forward()).rejects.toMatchObject({ reason: 'accused_unresolved' })
  await as(db.web, dedi, (tx) => settleAccused(tx, dedi, id, 1, { kind: 'outside' }, setting))
  expect((await forward()).stage).toBe('forwarded')
})

test('one person of an office is chosen from those who work there, without JavaScript', async () => {
  const { trackingId, id } = await unsettled()
  const choose = await settle(trackingId, { jenis: 'person', kantor: 'Dinkes Kota Kupang' })
  expect(choose.status).toBe(200)
  expect(await choose.text()).toContain(`value="${sari.accountId}"`)
  await settle(trackingId, { jenis: 'person', kantor: 'Dinkes Kota Kupang', orang: sari.accountId })
  const row = await db.owner
    .selectFrom('casework.report')
    .select('accused_accounts')
    .where('id', '=', id)
    .executeTakeFirst()
  expect(row?.accused_accounts).toEqual([sari.accountId])
})

test('somebody who may not sign in for now can be the accused as well', async () => {
  const { trackingId } = await unsettled()
  const left = await anAccount(db, 'officer', 'kota-kupang-dinsos')
  await db.owner.updateTable('identity.account').set({ disabled_at: now }).where('id', '=', left.accountId).execute()
  const choose = await settle(trackingId, { jenis: 'person', kantor: 'Dinas Sosial Kota Kupang' })
  expect(await choose.text()).toContain(`value="${left.accountId}"`)
})

test('named in work, a report waits on the list of the desk and in its queue until it is settled', async () => {
  const { id, trackingId } = await aReport(db, { stage: 'in_progress', confidential: true })
  const setting = { rules: await desk.deps.rules(), directory: await desk.deps.directory(), now }
  await as(db.web, marta(id), (tx) => nameAccused(tx, marta(id), id, ['orang di loket'], setting))
  const isListed = async () =>
    Promise.all(
      ['verifikasi', 'verifikasi?rak=unsettled'].map(async (list) =>
        (await deskOf(db, dedi, () => now).page(`/kelola/${list}`)).includes(`/kelola/laporan/${trackingId}`),
      ),
    )
  expect(await isListed()).toEqual([true, true])
  expect(await (await queueOf(dedi)).text()).toContain(trackingId)
  await settle(trackingId, { jenis: 'outside' })
  expect(await isListed()).toEqual([false, false])
})

test('an unknown office comes back with what was typed', async () => {
  const { trackingId } = await unsettled()
  const answer = await settle(trackingId, { jenis: 'unit', kantor: 'Dinas Antah Berantah' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('value="Dinas Antah Berantah"')
})

test('to everybody but the desk there is no such page, and it is exactly the one of an unknown number', async () => {
  const { trackingId } = await aReport(db, { stage: 'in_progress', accused: ['PUPR Kota Kupang'] })
  for (const actor of [yuli, sari, await anAccount(db, 'supervisor', 'ombudsman')]) {
    const mine = deskOf(db, actor, () => now)
    const [hidden, absent] = await Promise.all(
      [trackingId, 'K7M2QX4PR'].map((id) => mine.get(`/kelola/laporan/${id}/terlapor`)),
    )
    expect([hidden?.status, [...(hidden?.headers ?? [])], await hidden?.text()]).toEqual([
      404,
      [...(absent?.headers ?? [])],
      await absent?.text(),
    ])
  }
})

/** Somebody of this name works there. */
async function calledThere(display_name: string, office: string) {
  const someone = await anAccount(db, 'officer', office)
  await db.owner.updateTable('identity.account').set({ display_name }).where('id', '=', someone.accountId).execute()
  return someone
}
const lockedOut = async (id: string) => {
  const query = db.owner.selectFrom('casework.report').select('accused_accounts').where('id', '=', id)
  return (await query.executeTakeFirstOrThrow()).accused_accounts
}

test('whoever has a namesake is settled on with all accounts of that name, which the page names, unless the desk says otherwise', async () => {
  const frans = await calledThere('Frans Lona', 'kota-kupang-pupr')
  const again = await calledThere('Frans Lona, ST', 'kota-kupang-dlhk')
  const chosen = { jenis: 'person', kantor: 'kota-kupang-pupr', orang: frans.accountId }
  for (const [senama, accounts] of [
    ['semua', [frans, again]],
    ['satu', [frans]],
  ] as const) {
    const { trackingId, id } = await unsettled()
    const asked = await (await settle(trackingId, chosen)).text()
    expect(asked).toContain('Frans Lona, ST (Dinas Lingkungan Hidup dan Kebersihan Kota Kupang)')
    expect(asked).toMatch(/value="semua" checked/)
    expect(await lockedOut(id), 'nothing is settled yet').toEqual([])
    const answer = await settle(trackingId, { ...chosen, senama, orangSenama: frans.accountId })
    expect(answer.status).toBe(303)
    expect(await lockedOut(id)).toEqual(accounts.map(({ accountId }) => accountId).toSorted())
  }
})

test('when somebody of the same name comes, the page asks whether it is the same person, and locks them out by one answer', async () => {
  const melki = await calledThere('Melki Sabu', 'kota-kupang-pupr')
  const { trackingId, id } = await unsettled()
  await settle(trackingId, { jenis: 'person', kantor: 'kota-kupang-pupr', orang: melki.accountId })
  const again = await calledThere('Melky Sabu', 'kota-kupang-dlhk')
  const setting = { rules: await desk.deps.rules(), directory: await desk.deps.directory(), now }
  await db.owner.transaction().execute((tx) => askWhoIsMeant(tx, again.accountId, setting))
  const page = await desk.page(`/kelola/laporan/${trackingId}/terlapor`)
  expect(page).toContain('Melky Sabu (Dinas Lingkungan Hidup dan Kebersihan Kota Kupang)')
  expect(page).toContain('Orang lain yang namanya sama')
  const wrong = await settle(trackingId, { nomor: '1', jenis: 'same' })
  expect(wrong.status, 'only what is asked about').toBe(422)
  expect((await settle(trackingId, { nomor: '2', jenis: 'same' })).status).toBe(303)
  expect(await lockedOut(id)).toEqual([melki, again].map(({ accountId }) => accountId).toSorted())
})

test('“the same person” locks out all whom the page lists, though they are not called like one another', async () => {
  const siti = await calledThere('Siti Nur Halimah', 'kota-kupang-pupr')
  const { trackingId, id } = await unsettled()
  await settle(trackingId, { jenis: 'person', kantor: 'kota-kupang-pupr', orang: siti.accountId })
  const setting = { rules: await desk.deps.rules(), directory: await desk.deps.directory(), now }
  const come = [await calledThere('Nur Halimah', 'kota-kupang'), await calledThere('Siti Halimah', 'kota-kupang-dlhk')]
  for (const { accountId } of come) await db.owner.transaction().execute((tx) => askWhoIsMeant(tx, accountId, setting))
  const page = await desk.page(`/kelola/laporan/${trackingId}/terlapor`)
  expect(page).toMatch(/Nur Halimah \(.*Siti Halimah \(/)
  expect((await settle(trackingId, { nomor: '2', jenis: 'same' })).status).toBe(303)
  expect(await lockedOut(id)).toEqual([siti, ...come].map(({ accountId }) => accountId).toSorted())
})

test('an office is chosen from a list, and taken by each name that stands in it and as the start-up page writes it', async () => {
  const { trackingId } = await unsettled()
  const page = await desk.page(`/kelola/laporan/${trackingId}/terlapor`)
  const { agencies } = await desk.deps.directory()
  const list = /<datalist id="kantor-list">([^]*?)<\/datalist>/.exec(page)?.[1] ?? ''
  expect(page).toContain('list="kantor-list"')
  const offered = [...list.matchAll(/value="([^"]*)"/g)].map(([, value]) => value)
  expect(offered).toHaveLength(agencies.length)
  expect(new Set(offered).size).toBe(agencies.length)
  for (const kantor of ['Dinas PUPR Kota Kupang', 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Kupang'])
    expect((await settle((await unsettled()).trackingId, { jenis: 'unit', kantor })).status).toBe(303)
})

test('two people of one name in one office are told apart by their posts and since when they are there', async () => {
  const there = 'kota-kupang-dukcapil'
  for (const [at, created_at] of ['2024-05-02T03:00:00Z', '2026-01-12T03:00:00Z', '2026-01-12T04:00:00Z'].entries()) {
    const { accountId } = await calledThere('Yanti Ully', there)
    await db.owner
      .updateTable('identity.account')
      .set({ created_at, role: at === 0 ? 'coordinator' : 'officer' })
      .where('id', '=', accountId)
      .execute()
  }
  const { trackingId } = await unsettled()
  const choose = await (await settle(trackingId, { jenis: 'person', kantor: there })).text()
  const options = [...choose.matchAll(/<option value="[-0-9a-f]{36}"[^>]*>([^<]*)/g)].map(([, label]) => label)
  expect(options.filter((label) => label?.startsWith('Yanti'))).toEqual([
    expect.stringMatching(/^Yanti Ully \(Admin instansi, .*, akun sejak 2 Mei 2024\)$/),
    expect.stringMatching(/^Yanti Ully \(Pejabat penghubung, .*, akun sejak 12 Jan 2026\), 1$/),
    expect.stringMatching(/^Yanti Ully \(Pejabat penghubung, .*, akun sejak 12 Jan 2026\), 2$/),
  ])
})

test('promoted to the accused head with the report open on screen: the next request finds nothing, nor does any list', async () => {
  const { trackingId, id } = await aReport(db, {
    stage: 'in_progress',
    confidential: true,
    accused: ['Kepala Dinas Kesehatan Kota Kupang'],
  })
  const budi = await anAccount(db, 'coordinator', 'kota-kupang')
  const screen = deskOf(db, budi, () => now)
  expect((await screen.get(`/kelola/laporan/${trackingId}`)).status).toBe(200)
  expect(await screen.page('/kelola/antrian')).toContain(trackingId)
  await head(budi)
  const [hidden, absent] = await Promise.all(
    [trackingId, 'K7M2QX4PR'].map((each) => screen.get(`/kelola/laporan/${each}`)),
  )
  expect([hidden?.status, await hidden?.text()]).toEqual([404, await absent?.text()])
  expect(await screen.page('/kelola/antrian')).not.toContain(trackingId)
  const step = await screen.post(`/kelola/laporan/${trackingId}/catatan`, { seenSeq: '3', text: 'Masih bisa?' })
  expect(step.status).toBe(404)
  const yuliSees = await deskOf(db, yuli, () => now).get(`/kelola/laporan/${trackingId}`)
  expect(yuliSees.status).toBe(200)
  const { agency_id } = await db.owner
    .selectFrom('casework.report')
    .select('agency_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(agency_id).toBe('kota-kupang')
})

test('only reports about the same people are merged', async () => {
  const about = await aReport(db, { accused: ['Dinas Kesehatan Kota Kupang'] })
  const plain = await aReport(db)
  const same = await aReport(db, { accused: ['Dinkes Kota Kupang'] })
  const setting = { rules: await desk.deps.rules(), directory: await desk.deps.directory(), now }
  const merge = (into: string) => as(db.web, dedi, (tx) => mergeReport(tx, dedi, about.id, { into }, setting))
  await expect(merge(plain.id)).rejects.toMatchObject({ reason: 'unequal_secrecy' })
  expect((await merge(same.id)).stage).toBe('merged')
})

test('where the desk is accused with somebody not settled, the Ombudsman finds it at its door and settles the name there', async () => {
  const tiara = await anAccount(db, 'coordinator', 'ombudsman')
  const { trackingId, id } = await aReport(db, { stage: 'in_progress', confidential: true })
  const setting = { rules: await desk.deps.rules(), directory: await desk.deps.directory(), now }
  await as(db.web, marta(id), (tx) => nameAccused(tx, marta(id), id, ['KemenPANRB', 'Pak Anton'], setting))
  const received = await aReport(db, { confidential: true, accused: ['KemenPANRB', 'Pak Anton'] })
  const ombudsman = deskOf(db, tiara, () => now)
  expect(await ombudsman.page('/kelola/verifikasi')).toContain(received.trackingId)
  expect(await ombudsman.page('/kelola/antrian')).toContain(trackingId)
  expect(await ombudsman.page(`/kelola/laporan/${trackingId}`)).toContain(`/kelola/laporan/${trackingId}/terlapor`)
  expect(await ombudsman.page(`/kelola/laporan/${trackingId}/terlapor`)).toContain('Pak Anton')
  const answer = await ombudsman.post(`/kelola/laporan/${trackingId}/terlapor`, { nomor: '2', jenis: 'outside' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/kelola/verifikasi'])
  const row = await db.owner
    .selectFrom('casework.report')
    .select('unit_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row.unit_id).toBe('kota-kupang-dinkes')
  for (const actor of [dedi, yuli])
    expect((await deskOf(db, actor, () => now).get(`/kelola/laporan/${received.trackingId}/terlapor`)).status).toBe(404)
})
