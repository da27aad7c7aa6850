import { expect, test } from 'vitest'
import { makeApp } from '../app.tsx'
import { testDatabase } from '../platform/testing/test-database.ts'
import { openFiled } from '../secrecy/identity.ts'
import { testDeps, testKeeper, testKeyPair } from '../testing/test-deps.ts'
import { aToken } from './testing/a-token.ts'
import { browse, textOf } from './testing/browse.ts'

const db = await testDatabase()
const deps = testDeps(db)

async function stored(text: string) {
  return db.owner
    .selectFrom('casework.report as r')
    .innerJoin('casework.content as c', 'c.report_id', 'r.id')
    .innerJoin('identity.filing as f', 'f.report_id', 'r.id')
    .innerJoin('casework.event as e', 'e.report_id', 'r.id')
    .select([
      'r.channel',
      'r.id',
      'f.sealed',
      'f.account_link',
      'f.key_hash',
      'e.actor_role',
      'e.actor_id',
      'e.agency_id',
    ])
    .where('c.text', '=', text)
    .executeTakeFirstOrThrow()
}

const keyShape = /[2-9A-Z]{4}(-[2-9A-Z]{4}){4}/

test('a citizen who is signed in needs no key: the report is with the account', async () => {
  const marta = await aToken(db, 'citizen')
  const signedIn = browse(db, deps, marta.headers)
  const sent = await signedIn.file({ cerita: 'Dari akun Marta.' })
  const row = await stored('Dari akun Marta.')
  expect(row).toMatchObject({ account_link: expect.any(Buffer), key_hash: null, channel: 'web' })
  const { account } = openFiled(testKeyPair, testKeeper, row.id, row.sealed ?? Buffer.of())
  expect(account).toBe(marta.accountId)
  const receipt = textOf(await (await signedIn.get(sent.headers.get('location') ?? '')).text())
  expect(receipt).toContain('Laporan ini ada di akun Anda')
  expect(receipt).not.toMatch(keyShape)
})

test('without identity, nothing leads to the account of whoever is signed in', async () => {
  const marta = await aToken(db, 'citizen')
  await browse(db, deps, marta.headers).file({ cerita: 'Marta tanpa identitas.', tanpa_identitas: '1' })
  const row = await stored('Marta tanpa identitas.')
  expect(row).toMatchObject({ account_link: null, actor_id: null, sealed: null })
  expect(row.key_hash).toHaveLength(32)
})

test('an officer files for someone who came by, and hands over the key', async () => {
  const sari = await aToken(db, 'officer', 'kota-kupang-dinkes')
  const desk = browse(db, deps, sari.headers)
  expect(textOf(await (await desk.get('/lapor')).text())).toContain('dicatat untuk warga yang datang')
  const sent = await desk.file({ cerita: 'Warga datang ke loket.' })
  expect(await stored('Warga datang ke loket.')).toMatchObject({
    channel: 'walk_in',
    account_link: null,
    actor_role: 'officer',
    actor_id: sari.accountId,
    agency_id: 'kota-kupang-dinkes',
  })
  expect(textOf(await (await desk.get(sent.headers.get('location') ?? '')).text())).toMatch(keyShape)
})

test('an officer who files for a visitor what is about their own office is shown no key, and nothing is filed that only the key leads back to', async () => {
  const sari = await aToken(db, 'officer', 'kota-kupang-dinkes')
  const desk = browse(db, deps, sari.headers)
  const accusing = { instansi: 'Dinas Kesehatan Kota Kupang', terlapor_instansi: '1' }
  const refused = await desk.file({ cerita: 'Dinas minta uang, tanpa kontak.', ...accusing })
  expect([refused.status, textOf(await refused.text()).includes('Tulis telepon atau surel pelapor')]).toEqual([
    422,
    true,
  ])
  await expect(stored('Dinas minta uang, tanpa kontak.')).rejects.toThrow()
  const sent = await desk.file({ cerita: 'Dinas minta uang.', ...accusing, telepon: '081234567890' })
  const told = textOf(await sent.text())
  expect([sent.status, keyShape.test(told), told.includes('Admin nasional memeriksa')]).toEqual([200, false, true])
  expect(await stored('Dinas minta uang.')).toMatchObject({ channel: 'walk_in' })
})

test('whom a visitor means is not settled yet: the officer who files hands over the key all the same', async () => {
  const sari = await aToken(db, 'officer', 'kota-kupang-dinkes')
  const desk = browse(db, deps, sari.headers)
  const sent = await desk.file({ cerita: 'Entah siapa di loket.', terlapor: 'kepala kantor itu' })
  expect(textOf(await (await desk.get(sent.headers.get('location') ?? '')).text())).toMatch(keyShape)
})

test('without identity nothing is kept of the officer who filed it, by the form or by a program', async () => {
  const sari = await aToken(db, 'officer', 'kota-kupang-dinkes')
  const desk = browse(db, deps, sari.headers)
  const sent = [
    await desk.file({ cerita: 'Petugas lewat formulir.', tanpa_identitas: '1' }),
    await makeApp(deps).request('http://lapor.test/api/v1/reports', {
      method: 'POST',
      headers: { ...sari.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Petugas lewat program.', withoutIdentity: true }),
    }),
  ]
  expect(sent.map(({ status }) => status)).toEqual([303, 201])
  for (const text of ['Petugas lewat formulir.', 'Petugas lewat program.']) {
    const { channel, actor_role, actor_id, agency_id, sealed } = await stored(text)
    expect({ text, channel, actor_role, actor_id, agency_id, sealed }).toEqual({
      text,
      channel: 'web',
      actor_role: 'reporter',
      actor_id: null,
      agency_id: null,
      sealed: null,
    })
  }
  expect(textOf(await (await desk.get('/lapor')).text())).toContain('Melapor untuk diri sendiri? Keluar dulu.')
})
