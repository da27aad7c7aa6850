import { expect, test } from 'vitest'
import { loadDirectory } from '../../agencies/directory.ts'
import { deskOf } from '../../desk/testing/desk-app.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { loadRules } from '../../report/rules.ts'
import { coordinatorOf, dedi } from '../../testing/cast.ts'
import { testKeeper, testKeys } from '../../testing/test-deps.ts'
import type { ImportedReport } from './imported-report.ts'
import { writeReports } from './write-reports.ts'

const db = await testDatabase()
const now = new Date('2026-01-14T02:00:00Z')
const deps = {
  owner: db.owner,
  rules: await loadRules(db.owner, testKeeper),
  directory: await loadDirectory(db.owner),
  keys: testKeys,
  now,
}
const base = {
  sourceLayout: 'uji',
  agencyText: 'kota-kupang',
  title: 'Lampu jalan mati',
  text: 'Lampu jalan di Oebobo mati.',
  placeText: 'Oebobo',
  filedAt: new Date('2022-03-01T02:00:00Z'),
  answeredAt: new Date('2022-03-04T02:00:00Z'),
  answerText: 'Lampunya sudah diganti.',
  oddDates: [],
  anonymous: false,
  confidential: false,
} satisfies Omit<ImportedReport, 'sourceId'>

let rows = 0
async function bring(row: Partial<ImportedReport>, withNames = false) {
  const sourceId = String(++rows)
  const [written] = await writeReports({ ...deps, withNames })([{ ...base, ...row, sourceId }])
  const report = await db.owner
    .selectFrom('casework.report')
    .selectAll()
    .where('import_id', '=', sourceId)
    .executeTakeFirstOrThrow()
  const copy = await db.publicDb
    .selectFrom('publication.report')
    .selectAll()
    .where('report_id', '=', report.id)
    .executeTakeFirst()
  return { written, report, copy }
}

test('what names nobody comes in answered and public, as it was', async () => {
  const { written, report, copy } = await bring({})
  expect([written, report.stage, copy?.title]).toEqual(['added', 'answered', 'Lampu jalan mati'])
  expect(report.flags).toEqual([])
})

test.each([
  ['a phone in the text', { text: 'Lampu mati, hubungi 0812-3456-7890 ya.' }],
  ['a phone in the text as the old desk edited it', { editedText: 'Lampu mati, hubungi 0812-3456-7890 ya.' }],
  ['a NIK in the title', { title: 'NIK 5371015508900001 belum aktif' }],
  ['a plate in the place', { placeText: 'di belakang mobil DH 1234 AB' }],
  ['a name in the text', { text: 'Kemarin Pak Yosef Lado meminta uang.' }],
  ['a name in the answer', { answerText: 'Sdr. Yosef Lado sudah kami tegur.' }],
  ['a phone in the answer', { answerText: 'Pelapor kami hubungi di 081234567890.' }],
  ['the reporter in the answer', { reporterName: 'Fenty Kolo', answerText: 'Sudah kami sampaikan ke fenty kemarin.' }],
  ['an anonymous reporter', { anonymous: true }],
  ['a row whose cells do not fit the header', { oddRow: 'cell_count' }],
] as [string, Partial<ImportedReport>][])('%s: nothing of it is public before the desk has looked', async (_, row) => {
  const { written, report, copy } = await bring(row)
  expect(copy).toBeUndefined()
  expect(written).toBe('waits')
  expect(report).toMatchObject({ stage: 'received', published_at: null, answered_at: null, own_door_id: 'kota-kupang' })
  expect(report.flags).toContain('imported_unlooked')
})

test('whoever answers for a file may let its names stand; numbers and anonymous reporters wait all the same', async () => {
  const named = await bring({ text: 'Kemarin Pak Yosef Lado meminta uang.' }, true)
  expect([named.written, named.report.stage]).toEqual(['added', 'answered'])
  const { data } = await db.owner
    .selectFrom('casework.event')
    .select('data')
    .where('report_id', '=', named.report.id)
    .where('move', '=', 'forward')
    .executeTakeFirstOrThrow()
  expect(data).toEqual({ agency: 'kota-kupang', imported: true, withNames: true })
  const stillWaiting: Partial<ImportedReport>[] = [
    { text: 'Hubungi 0812-3456-7890 ya.' },
    { anonymous: true },
    { oddRow: 'rows_inside' },
    { answerText: 'Pelapor kami hubungi di 081234567890.' },
    { reporterName: 'Fenty Kolo', answerText: 'Sudah kami sampaikan ke fenty kemarin.' },
  ]
  for (const row of stillWaiting) expect((await bring(row, true)).written).toBe('waits')
})

test('the telephone of an office in its answer reaches nobody in private', async () => {
  expect((await bring({ answerText: 'Silakan hubungi (0380) 821234.' })).written).toBe('added')
})

test('the desk sees in its list and on the report that it waits for a look, and finds the old answer there; its office too', async () => {
  const { report } = await bring({ text: 'Kemarin Pak Yosef Lado meminta uang.', answerText: 'Sudah kami tegur.' })
  const { report: other } = await bring({ answeredAt: undefined, answerText: undefined, title: 'Got mampet' })
  const list = (query: string) => deskOf(db, dedi).page(`/kelola/verifikasi${query}`)
  expect(await list('')).toContain('Jawaban lama belum terbit</b>')
  expect(await list('')).toContain(other.tracking_id)
  expect(await list('?lama=1')).toContain(report.tracking_id)
  expect(await list('?lama=1')).not.toContain(other.tracking_id)
  for (const actor of [dedi, coordinatorOf()]) {
    const page = await deskOf(db, actor).page(`/kelola/laporan/${report.tracking_id}`)
    expect(page).toContain('mungkin menunjuk seseorang')
    expect(page).toContain('Sudah dijawab di sistem lama pada 4 Mar 2022:\nSudah kami tegur.')
    expect(page).toContain('Hanya untuk petugas')
  }
})

test('a confidential answer is for its parties, also should its reporter open the report later', async () => {
  const { written, report } = await bring({ confidential: true, text: 'Hubungi 0812-3456-7890 ya.' })
  expect([written, report.stage, report.published_at]).toEqual(['added', 'answered', null])
  const events = await db.owner
    .selectFrom('casework.event')
    .select(['move', 'audience'])
    .where('report_id', '=', report.id)
    .orderBy('seq')
    .execute()
  expect(events.map(({ move, audience }) => `${move} ${audience}`)).toEqual([
    'submit public',
    'forward line',
    'answer line',
  ])
})
