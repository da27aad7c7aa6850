import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { MoveRefused, ReportNotFound } from '../report/refusals.ts'
import { loadRules } from '../report/rules.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi, officerOf } from '../testing/cast.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { assignReport } from './assign-report.ts'
import { forwardReport } from './forward-report.ts'
import { returnReport } from './return-report.ts'

const db = await testDatabase()
const [rules, directory] = await Promise.all([loadRules(db.publicDb, testKeeper), loadDirectory(db.publicDb)])
const at = (day: string) => ({ rules, directory, now: new Date(`2026-01-${day}T03:00:00Z`) })
const bounce = { suggestedAgencyId: 'kemendikbud', note: 'Jalan ini milik Kota Surabaya.' }

const giveBack = (actor: Actor, id: string, day = '15') =>
  as(db.web, actor, (tx) => returnReport(tx, actor, id, bounce, at(day)))
const forward = (actor: Actor, id: string, agencyId: string, day = '16') =>
  as(db.web, actor, (tx) => forwardReport(tx, actor, id, { agencyId }, at(day)))
const rowOf = (id: string) =>
  db.owner.selectFrom('casework.report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const answerOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error) =>
      error instanceof MoveRefused ? error.reason : error instanceof ReportNotFound ? 'not found' : String(error),
  )

test('a coordinator returns what is not theirs: the desk has it again, with at least a working day', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  await giveBack(coordinatorOf(), made.id)
  const row = await rowOf(made.id)
  expect(row).toMatchObject({ stage: 'received', agency_id: null, bounces: 1, returned_by: ['kota-kupang'] })
  expect(row.due_day && row.due_day >= '2026-01-16').toBe(true)
})

test('the public page stays through the return, and does not say what the offices wrote to each other', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  await giveBack(coordinatorOf(), made.id)
  const copy = await db.publicDb
    .selectFrom('publication.report')
    .selectAll()
    .where('report_id', '=', made.id)
    .executeTakeFirstOrThrow()
  expect(copy.stage).toBe('received')
  expect(JSON.stringify(copy.thread)).toContain('return')
  expect(JSON.stringify(copy)).not.toContain('milik Kota Surabaya')
})

test('the office that returned it knows of it no longer, nor may it return the same report twice', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  const kupang = coordinatorOf()
  await giveBack(kupang, made.id)
  expect(await answerOf(giveBack(kupang, made.id))).toBe('not found')
  await forward(dedi, made.id, 'kota-kupang')
  expect(await answerOf(giveBack(kupang, made.id, '19'))).toBe('returned_before')
})

test('after three returns nobody returns it any more', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  for (const [agency, day] of [
    ['kota-kupang', '15'],
    ['kota-surabaya', '19'],
    ['dki-jakarta', '20'],
  ] as const) {
    if ((await rowOf(made.id)).stage === 'received') await forward(dedi, made.id, agency, day)
    await giveBack(coordinatorOf(agency), made.id, day)
  }
  await forward(dedi, made.id, 'bpjs-kesehatan', '21')
  expect(await answerOf(giveBack(coordinatorOf('bpjs-kesehatan'), made.id, '22'))).toBe('returned_too_often')
})

test('a unit hands back to its coordinator, and clock B runs on', async () => {
  const made = await aReport(db, { stage: 'in_progress', unit: 'kota-kupang-dinkes' })
  const before = await rowOf(made.id)
  await giveBack(officerOf(), made.id)
  expect(await rowOf(made.id)).toMatchObject({
    stage: 'in_progress',
    agency_id: 'kota-kupang',
    unit_id: null,
    due_at: before.due_at,
    bounces: 0,
  })
})

test('a coordinator assigns only to units of the own agency', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  const kupang = coordinatorOf()
  const assign = (unitId: string) => as(db.web, kupang, (tx) => assignReport(tx, kupang, made.id, { unitId }, at('15')))
  expect(await answerOf(assign('kota-surabaya'))).toBe('unknown_unit')
  expect(await answerOf(assign('kota-kupang'))).toBe('unknown_unit')
  expect(await answerOf(assign('kota-kupang-pupr'))).toBe('done')
  expect(
    await answerOf(as(db.web, officerOf(), (tx) => returnReport(tx, officerOf(), made.id, bounce, at('15')))),
  ).toBe('not found')
})

test('at its own door a coordinator forwards to itself and to nobody else', async () => {
  const made = await aReport(db, { ownDoor: 'kota-kupang' })
  const kupang = coordinatorOf()
  expect(await answerOf(forward(kupang, made.id, 'kota-surabaya'))).toBe('unknown_agency')
  expect(await answerOf(forward(coordinatorOf('kota-surabaya'), made.id, 'kota-surabaya'))).toBe('not found')
  await forward(kupang, made.id, 'kota-kupang')
  expect((await rowOf(made.id)).stage).toBe('forwarded')
})

test('two officers at once: the second hears that it changed, and nothing is overwritten', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  const { last_seq: seenSeq } = await rowOf(made.id)
  const kupang = coordinatorOf()
  const give = (unitId: string) =>
    as(db.web, kupang, (tx) => assignReport(tx, kupang, made.id, { unitId, seenSeq }, at('15')))
  const answers = await Promise.all([answerOf(give('kota-kupang-dinkes')), answerOf(give('kota-kupang-pupr'))])
  expect(answers.sort()).toEqual(['changed', 'done'])
  expect((await rowOf(made.id)).last_seq).toBe(seenSeq + 1)
})
