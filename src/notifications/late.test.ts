import { beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { coordinatorOf, dedi, marta, officerOf } from '../testing/cast.ts'
import { deliverAll, hire, hireOfficers, tellDeps } from './testing/post-office.ts'

// Letters that are made only when the report has gone on: each tells of its own event, to whoever it still concerns.

const db = await testDatabase()
const deps = tellDeps(db)
await hireOfficers(db)
await hire(db, 'kepala@pupr.test', 'officer', 'kota-kupang-pupr')

const contact = { name: 'Marta Bire', email: 'marta@rumah.test' }
const report = (wanted: Wanted = {}) => aReport(db, { contact, ...wanted })
const kupang = { zone: 'Asia/Makassar', scope: 'kota-kupang' } as const
const papua = { zone: 'Asia/Jayapura', scope: 'prov-papua' } as const

beforeEach(async () => {
  await sql`truncate casework.outbox, identity.message`.execute(db.owner)
})

/** What is sent now, as 'template → mailbox', and the words of each. */
async function letters() {
  const sent = (await deliverAll(db, deps)).filter(({ to }) => to)
  const wordsOf = (template: string) => sent.find((letter) => letter.template === template)?.text ?? ''
  return { all: sent.map(({ template, to }) => `${template} → ${to}`).sort(), wordsOf }
}

test('answered before the letters went out: each still names the day that its own event set', async () => {
  await report({ stage: 'answered' })
  const { wordsOf } = await letters()
  expect(wordsOf('receipt')).toContain('Selasa 20 Januari 2026')
  expect(wordsOf('forwarded')).toContain('Kamis 22 Januari 2026')
  expect(wordsOf('new_for_office')).toContain('Kamis 22 Januari 2026')
  expect(wordsOf('answered')).toContain('Kamis 29 Januari 2026')
})

test('a question and its answer on one day: the letter names the day until which the reporter had time', async () => {
  const made = await report({ stage: 'forwarded' })
  await made.move(coordinatorOf(), { move: 'hold', office: kupang, text: 'Di mana?' })
  await made.move(marta(made.id), { move: 'complete', office: kupang, text: 'Di depan pasar.' })
  const { wordsOf } = await letters()
  expect(wordsOf('question')).toContain('Kamis 29 Januari 2026')
  expect(wordsOf('completed')).toContain('Kamis 22 Januari 2026')
})

test('returned and forwarded elsewhere at once: one letter, to the office that has it', async () => {
  const made = await report({ stage: 'forwarded' })
  const back = { agency_id: null, unit_id: null, bounces: 1, returned_by: ['kota-kupang'] }
  await made.move(coordinatorOf(), { move: 'return', text: 'Bukan kami.', changes: back })
  await made.move(dedi, { move: 'forward', office: papua, changes: { agency_id: 'prov-papua' } })
  const { all } = await letters()
  expect(all.filter((letter) => /new_for_office|returned_to_desk/.test(letter))).toEqual([
    'new_for_office → koordinator@papua.test',
  ])
})

test('given to another unit at once: the first hears nothing, the second once, the coordinator of what came between', async () => {
  const made = await report({ stage: 'forwarded' })
  await letters()
  await made.move(coordinatorOf(), { move: 'assign', office: kupang, changes: { unit_id: 'kota-kupang-dinkes' } })
  await made.move(marta(made.id), { move: 'note', text: 'Ada kabar?' })
  await made.move(coordinatorOf(), { move: 'assign', office: kupang, changes: { unit_id: 'kota-kupang-pupr' } })
  expect((await letters()).all).toEqual(['new_work → kepala@pupr.test', 'noted → koordinator@kupang.test'])
})

test('what is not overtaken is told to all who handle it', async () => {
  const made = await report({ stage: 'in_progress' })
  await letters()
  await made.move(marta(made.id), { move: 'note', text: 'Ada kabar?' })
  await made.move(officerOf(), { move: 'report_progress', office: kupang, text: 'Besok.' })
  expect((await letters()).all).toEqual([
    'noted → koordinator@kupang.test',
    'noted → sari@dinkes.test',
    'progress → marta@rumah.test',
  ])
})
