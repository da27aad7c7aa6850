import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadDirectory } from '../../agencies/directory.ts'
import { root } from '../../platform/root.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { loadRules } from '../../report/rules.ts'
import { deskOf } from '../../desk/testing/desk-app.ts'
import type { Actor } from '../../report/actor.ts'
import { coordinatorOf, dedi } from '../../testing/cast.ts'
import { testKeeper, testKeys } from '../../testing/test-deps.ts'
import { eventsOf } from '../../testing/events-of.ts'
import type { ReadRow } from './imported-report.ts'
import { importReports } from './import-reports.ts'
import { recogniseFile } from './read-file.ts'
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
  text: 'Lampu jalan di Oebobo mati.',
  oddDates: [],
  anonymous: false,
  confidential: false,
}
const write = writeReports(deps)

const rowOf = (id: string) =>
  db.owner
    .selectFrom('casework.report')
    .selectAll()
    .where('import_layout', '=', 'uji')
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow()

test('a row with an answer date comes in answered, and the reporter has all of clock C from today', async () => {
  const filedAt = new Date('2022-03-01T02:00:00Z')
  const answeredAt = new Date('2022-03-04T02:00:00Z')
  expect(await write([{ ...base, sourceId: '1', agencyText: 'kota-kupang', filedAt, answeredAt }])).toEqual(['added'])
  const row = await rowOf('1')
  expect(row).toMatchObject({ stage: 'answered', filed_at: filedAt, answered_at: answeredAt, due_day: '2026-01-29' })
  const events = await eventsOf(db, row.id)
  expect(events.map((event) => event.move)).toEqual(['submit', 'forward', 'answer'])
})

test('the same row again is the same report', async () => {
  expect(await write([{ ...base, sourceId: '2' }])).toEqual(['added'])
  expect(await write([{ ...base, sourceId: '2' }])).toEqual(['already'])
})

test('what the old system said of it is kept for the desk: number, status and rating', async () => {
  await write([{ ...base, sourceId: '5000001', status: 'Ditutup oleh Admin', rating: 4 }])
  const { tracking_id } = await rowOf('5000001')
  const page = await deskOf(db, dedi).page(`/kelola/laporan/${tracking_id}`)
  expect(page).toContain('nomor 5000001 · Ditutup oleh Admin · nilai 4 dari 5')
})

test('the desk finds it by the number it had there, written whole, where it may see it at all', async () => {
  await write([
    { ...base, sourceId: 'L-2017/88', agencyText: 'kota-kupang', answeredAt: now },
    { ...base, sourceId: 'L-2017/8' },
    { ...base, sourceId: 'L-9' },
    { ...base, sourceLayout: 'lain', sourceId: 'L-9' },
  ])
  const { tracking_id } = await rowOf('L-2017/88')
  const asked = (actor: Actor, number: string) =>
    deskOf(db, actor).get(
      `/kelola/${actor.role === 'verifier' ? 'verifikasi' : 'antrian'}?q=${encodeURIComponent(number)}`,
    )
  for (const actor of [dedi, coordinatorOf()])
    expect((await asked(actor, ' L-2017/88 ')).headers.get('location')).toBe(`/kelola/laporan/${tracking_id}`)
  for (const [actor, number] of [
    [dedi, 'L-2017/888'],
    [coordinatorOf('prov-papua'), 'L-2017/88'],
  ] as const) {
    const answer = await asked(actor, number)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Tidak ada laporan dengan nomor itu.')
  }
  const both = await (await asked(dedi, 'L-9')).text()
  expect(both.match(/class="desk-item[" ]/g)?.length).toBe(2)
})

test('an office and a category that are not ours are kept as written, and the report goes to the national desk, with its answer', async () => {
  await write([
    {
      ...base,
      sourceId: '3',
      agencyText: 'Dinas Antah Berantah',
      categoryText: 'Perihal aneh',
      answeredAt: now,
      answerText: 'Selesai',
    },
  ])
  expect(await rowOf('3')).toMatchObject({
    stage: 'answered',
    agency_id: 'kemenpanrb',
    named_agency: 'Dinas Antah Berantah',
    named_category: 'Perihal aneh',
  })
})

test('a confidential row stays out of public', async () => {
  await write([{ ...base, sourceId: '4', agencyText: 'kota-kupang', confidential: true, answeredAt: now }])
  const { id } = await rowOf('4')
  expect(
    await db.publicDb.selectFrom('publication.report').select('title').where('report_id', '=', id).execute(),
  ).toEqual([])
})

test('an import tells nobody', async () => {
  expect(await db.owner.selectFrom('casework.outbox').select('id').execute()).toEqual([])
})

const data = join(root, '..', 'shared', 'data', 'complaints')
const files = ['lapor_goid_2017.jsonl', 'lapor_goid_2021.jsonl', 'surabaya_2022.csv']

test.skipIf(!existsSync(data))(
  'the three real files come in whole, and a second time add nothing',
  { timeout: 600_000 },
  async () => {
    let answers = 0
    const totals = { read: 0, added: 0, waiting: 0, already: 0, refused: 0 }
    async function* counted(rows: AsyncIterable<ReadRow>) {
      for await (const row of rows) {
        if (row.ok && row.report.answeredAt) answers++
        yield row
      }
    }
    for (const again of [false, true]) {
      for (const file of files) {
        const { rows } = await recogniseFile(join(data, file))
        const counts = await importReports(counted(rows(now)), write)
        expect(again ? counts.added : counts.already).toBe(0)
        for (const key of Object.keys(totals) as (keyof typeof totals)[]) totals[key] += counts[key]
      }
    }
    const { waiting } = totals
    expect(totals).toEqual({ read: 15_318, added: 7_659, waiting, already: 7_659, refused: 0 })
    expect(answers).toBeGreaterThan(10_000)
    const { n } = await db.owner
      .selectFrom('casework.report')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('stage', '=', 'answered')
      .where('import_layout', '<>', 'uji')
      .executeTakeFirstOrThrow()
    expect(n).toBe(answers / 2 - waiting)
    // Most of an old city's answered reports name nobody, and some do.
    expect(waiting / n).toBeGreaterThan(0.05)
    expect(waiting / n).toBeLessThan(0.2)
  },
)

test('the answer of an imported confidential report stays with its parties, also when its reporter opens it later', async () => {
  const answerText = 'Sudah kami perbaiki.'
  const row = {
    ...base,
    sourceId: 'rahasia',
    agencyText: 'kota-kupang',
    answeredAt: now,
    confidential: true,
    answerText,
  }
  await write([row])
  const { id } = await rowOf('rahasia')
  const answer = db.owner
    .selectFrom('casework.event')
    .select('audience')
    .where('report_id', '=', id)
    .where('move', '=', 'answer')
  expect((await answer.executeTakeFirstOrThrow()).audience).toBe('line')
})
