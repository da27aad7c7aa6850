import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { marta } from '../testing/cast.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { nameAccused } from './name-accused.ts'
import { readAccused } from './named-accused.ts'

const db = await testDatabase()
const directory = await loadDirectory(db.publicDb)
const setting = { rules: await loadRules(db.publicDb, testKeeper), directory, now: new Date('2026-01-20T02:30:00Z') }

test.each([
  ['Dinas Kesehatan Kota Kupang', 'unit', 'kota-kupang-dinkes'],
  ['dinkes kota kupang', 'unit', 'kota-kupang-dinkes'],
  ['kota-kupang-dinkes', 'unit', 'kota-kupang-dinkes'],
  ['Pemkot Kupang', 'unit', 'kota-kupang'],
  ['Pemerintah Kab. Luwu', 'unit', 'kab-luwu'],
  ['Inspektorat Kab. Luwu', 'unit', 'kab-luwu-inspektorat'],
  ['Verifikator', 'unit', 'kemenpanrb'],
  ['Admin nasional KemenPANRB', 'unit', 'kemenpanrb'],
  ['Admin LAPOR!', 'unit', 'kemenpanrb'],
  ['verifikator LAPOR!', 'unit', 'kemenpanrb'],
  ['petugas admin nasional', 'unit', 'kemenpanrb'],
  ['Verifikator Kemenpan-RB', 'unit', 'kemenpanrb'],
  ['Kepala Puskesmas Oebobo', 'head', 'kota-kupang-puskesmas-oebobo'],
  ['Plt. Kepala Dinkes Kota Kupang', 'head', 'kota-kupang-dinkes'],
  ['Wali Kota Kupang', 'head', 'kota-kupang'],
  ['Pj. Walikota Kupang', 'head', 'kota-kupang'],
  ['Bupati Luwu', 'head', 'kab-luwu'],
  ['Gubernur Papua', 'head', 'prov-papua'],
  ['Menteri Kesehatan', 'head', 'kemenkes'],
  ['Camat Alak Kota Kupang', 'head', 'kota-kupang-kec-alak'],
])('“%s” is taken for the %s: %s', (named, kind, unitId) => {
  expect(readAccused(directory, named)).toEqual({ named, kind, unitId })
})

test.each([
  'Dinas Pekerjaan Umum dan Perumahan Rakyat',
  'Kominfo',
  'kepala Kominfo',
  'PAM',
  'Kota Kupang',
  'Wakil Wali Kota Kupang',
  'Wali Kota',
  'Bupati Kupang Barat',
  'kepala kantor itu',
  'admin dinas',
  'petugas loket',
  'Inspektorat Jenderal Kementerian ATR/BPN',
])('who “%s” is says the desk: it may be another office than the one that is known by it', (named) => {
  const { kind, unitId } = readAccused(directory, named)
  expect([kind, unitId]).toEqual([undefined, undefined])
})

test('every office is found by its own names, and none by those of another', () => {
  for (const { id, name, shortName } of directory.agencies)
    for (const named of [id, name, shortName ?? name]) expect(readAccused(directory, named).unitId).toBe(id)
})

test('a report about an office that is known by several names stays with the desk, and does not reach that office', async () => {
  const dedi = await anAccount(db, 'verifier', 'kemenpanrb')
  const inspector = await anAccount(db, 'officer', 'atr-bpn-itjen')
  const frans = await anAccount(db, 'officer', 'kota-kupang-pupr')
  for (const [agency, unit, named] of [
    ['atr-bpn', 'atr-bpn-itjen', 'Inspektorat Jenderal Kementerian ATR/BPN'],
    ['kota-kupang', 'kota-kupang-pupr', 'Dinas Pekerjaan Umum dan Perumahan Rakyat'],
  ] as const) {
    const { id } = await aReport(db, { confidential: true, stage: 'in_progress', agency, unit })
    await as(db.web, marta(id), (tx) => nameAccused(tx, marta(id), id, [named], setting))
    const knows = (actor: typeof dedi) =>
      as(db.web, actor, (tx) => tx.selectFrom('casework.report').select('id').where('id', '=', id).executeTakeFirst())
    expect(await Promise.all([dedi, inspector, frans].map(knows))).toEqual([{ id }, undefined, undefined])
  }
})

test('an inspectorate that is named by its own name is accused itself', async () => {
  const inspector = await anAccount(db, 'officer', 'kab-luwu-inspektorat')
  const { id } = await aReport(db, {
    confidential: true,
    stage: 'forwarded',
    agency: 'kab-luwu',
    accused: ['Inspektorat Kab. Luwu', 'Bupati Luwu'],
  })
  const row = await db.owner
    .selectFrom('casework.report')
    .select(['agency_id', 'accused_accounts'])
    .where('id', '=', id)
    .executeTakeFirst()
  expect(row).toEqual({ agency_id: 'kemenpanrb', accused_accounts: [inspector.accountId] })
})
