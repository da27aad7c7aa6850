import { expect, test } from 'vitest'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()
const supervisor = await anAccount(db, 'supervisor', 'ksp')
const verifier = await anAccount(db, 'verifier', 'kemenpanrb')
const officer = await anAccount(db, 'officer', 'kota-kupang-dinkes')
const about = { category: 'kesehatan', areaCode: '53.71', place: 'Gang Nangka 7', point: { lat: -10.17, lon: 123.6 } }
/** What a reporter said about it, in words of our own lists or of theirs. */
const topicAndPlace = /<dt>(Kategori|Wilayah|Tempat|Titik|Instansi yang disebut pelapor)</

test('whoever may know of a confidential report, but not read it, learns neither its topic nor its place', async () => {
  const report = await aReport(db, { ...about, stage: 'in_progress', confidential: true, ownDoor: 'kota-kupang' })
  for (const actor of [supervisor, verifier]) {
    const page = await deskOf(db, actor).page(`/kelola/laporan/${report.trackingId}`)
    expect(page).toContain('Isi laporan ini rahasia')
    expect(page).not.toMatch(topicAndPlace)
    const told = await apiAs(db, { actor }, deskOf(db, actor).deps).get(`/reports/${report.trackingId}`)
    expect(told.json).toMatchObject({ readable: false, category: null, area: null, location: null })
  }
  const its = await deskOf(db, officer).page(`/kelola/laporan/${report.trackingId}`)
  for (const name of ['Kategori', 'Wilayah', 'Instansi yang disebut pelapor'])
    expect(its).toMatch(new RegExp(`<dt>${name}`))
})

test('in lists the office that the reporter named stands only for whoever may read the report', async () => {
  await aReport(db, { ownDoor: 'kab-luwu' })
  const hidden = await aReport(db, { ownDoor: 'prov-papua', confidential: true })
  await hidden.move(verifier, { move: 'hold', text: 'Kapan itu terjadi?' })
  const list = await deskOf(db, verifier).page('/kelola/verifikasi')
  expect(list).toContain('Luwu')
  expect(list).toContain('Laporan rahasia')
  expect(list).not.toContain('Papua')
})
