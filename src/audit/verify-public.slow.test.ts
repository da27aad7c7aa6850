import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import type { Switches } from '../secrecy/become-public.ts'
import { lowerSecrecy, raiseSecrecy } from '../secrecy/change-secrecy.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { dedi, marta } from '../testing/cast.ts'
import { testDeps } from '../testing/test-deps.ts'
import { redactReport } from '../verification/redact-report.ts'
import { asThief, keepCopies } from './testing/thief.ts'
import { verifyPublic } from './verify-public.ts'

// Each test plays a thief of the database, who has the public read something else.

const db = await testDatabase()
const deps = testDeps(db)

async function verify(): Promise<string[]> {
  const said: string[] = []
  const { faults } = await verifyPublic(db.owner, ({ trackingId, what }) => said.push(`${trackingId}: ${what}`))
  expect(faults).toBe(said.length)
  return said
}

let undo: (() => Promise<void>) | undefined
afterEach(async () => {
  await undo?.()
  undo = undefined
  expect(await verify()).toEqual([])
})

async function stolen(id: string, steal: (id: RawBuilder<unknown>) => RawBuilder<unknown>): Promise<string[]> {
  undo = await keepCopies(db, ['publication.report', 'publication.attachment'])
  await asThief(db, steal(sql`${sql.lit(id)}::uuid`))
  return verify()
}

/** The number of the answer among the events: it is filed, forwarded and assigned before. */
const answered = 4

const thread = (path: string, value: string) => (id: RawBuilder<unknown>) =>
  sql`update publication.report set thread = jsonb_set(thread, ${sql.lit(path)}, ${sql.lit(value)}) where report_id = ${id}`
const copy = (change: RawBuilder<unknown>) => (id: RawBuilder<unknown>) =>
  sql`update publication.report set ${change} where report_id = ${id}`

test('the public reads what was published: of a report in each stage, one hidden later, one whose earlier words stayed with the parties', async () => {
  for (const stage of ['received', 'forwarded', 'in_progress', 'answered', 'closed'] as const)
    await aReport(db, { stage })
  await aReport(db, { stage: 'answered', confidential: true })
  await aReport(db, { stage: 'in_progress', anonymous: true, progress: 'Kami periksa besok.' })
  const [hidden, withdrawn] = [await aReport(db, { stage: 'answered' }), await aReport(db, { stage: 'answered' })]
  await hidden.move(marta(hidden.id), { move: 'raise_secrecy', changes: { confidential: true } })
  await withdrawn.move(marta(withdrawn.id), { move: 'withdraw' })
  const held = await aReport(db, { stage: 'received' })
  await held.move(marta(held.id), { move: 'note', text: 'Nomor saya 0812.', audience: 'public' })
  await held.move(dedi, {
    move: 'forward',
    data: { agency: 'kota-kupang', without: [2] },
    changes: { agency_id: 'kota-kupang', published_at: held.at },
  })
  expect(await verify()).toEqual([])
})

test('what was taken back, left to the parties by who lowers, redacted or merged is no fault', async () => {
  const setting = { rules: await deps.rules(), directory: await deps.directory(), now: deps.now() }
  const named = { stage: 'answered', answer: 'Ibu Marta Bire sudah kami temui.' } as const
  const [taken, redacted] = [await aReport(db, named), await aReport(db, named)]
  const raise = (made: Made, switches: Switches) =>
    as(db.web, marta(made.id), (tx) => raiseSecrecy(tx, marta(made.id), made.id, switches, setting))
  for (const { id } of [taken, redacted])
    await db.owner
      .insertInto('casework.attachment')
      .values({ id: randomUUID(), report_id: id, seq: 1, position: 0, width: 9, height: 9, created_at: deps.now() })
      .execute()
  await taken.move(dedi, { move: 'note', text: 'Dicatat.' })
  await raise(taken, { anonymous: true })
  const left = await aReport(db)
  await left.move(marta(left.id), { move: 'note', text: 'Nomor saya 0812.', audience: 'public' })
  await raise(left, { confidential: true })
  await left.move(dedi, { move: 'forward', data: { agency: 'kota-kupang' }, changes: { agency_id: 'kota-kupang' } })
  const lowering = { confidential: false, confirmed: true, care: 'sure', without: [2] } as const
  await as(db.web, marta(left.id), (tx) => lowerSecrecy(tx, marta(left.id), left.id, lowering, setting))
  await as(db.web, dedi, (tx) => redactReport(tx, dedi, redacted.id, { text: 'Lampu mati.', place: '' }, setting))
  await aReport(db, { stage: 'merged', into: redacted.id })
  const out = [answered, 0, 3, answered, 4, 14]
  await as(db.web, dedi, (tx) => redactReport(tx, dedi, redacted.id, { out: [answered, 0, 3] }, setting))
  await as(db.web, dedi, (tx) => redactReport(tx, dedi, redacted.id, { out }, setting))
  expect(await verify()).toEqual([])
})

const [published, said] = [
  'what the public reads of it is not what was published',
  'what the public reads of its thread is not what was said',
]
test.each<[string, (id: RawBuilder<unknown>) => RawBuilder<unknown>, string]>([
  ['words that were rewritten', copy(sql`text = 'Pelayanan baik.'`), published],
  ['a title that was rewritten', copy(sql`title = 'Pujian'`), published],
  ['a place that was taken out', copy(sql`place = 'Rumah Ibu Ana'`), published],
  ['a name that nobody shows', copy(sql`shown_name = 'Marta Bire'`), published],
  [
    'a picture that was taken back',
    (id) => sql`insert into publication.attachment (id, tracking_id, seq, position, width, height)
      select gen_random_uuid(), tracking_id, 1, 0, 9, 9 from publication.report where report_id = ${id}`,
    'the public sees a picture of it that was not published',
  ],
  ['an outcome that was improved', copy(sql`outcome = 'cannot'`), published],
  ['an answer that was rewritten', thread('{-1,text}', '"Beres."'), said],
  ['an answer that was taken out', copy(sql`thread = thread - -1`), said],
  ['words that nobody said', thread('{0,text}', '"Terima kasih."'), said],
  [
    'a page that was taken away',
    (id) => sql`delete from publication.report where report_id = ${id}`,
    'the public does not read it, and it is public',
  ],
])('%s: found and named', async (_, steal, fault) => {
  const { id, trackingId } = await aReport(db, { stage: 'answered' })
  expect(await stolen(id, steal)).toEqual([`${trackingId}: ${fault}`])
})

test('what was taken out of an answer is found when the public reads it again, or reads less', async () => {
  const { id, trackingId } = await aReport(db, { stage: 'answered', answer: 'Kepada Ibu Yosefina sudah.' })
  const setting = { rules: await deps.rules(), directory: await deps.directory(), now: deps.now() }
  await as(db.web, dedi, (tx) => redactReport(tx, dedi, id, { out: [answered, 11, 19] }, setting))
  for (const text of ['Kepada Ibu Yosefina sudah.', 'Kepada Ibu [disamarkan].']) {
    expect(await stolen(id, thread('{-1,text}', JSON.stringify(text)))).toEqual([`${trackingId}: ${said}`])
    await undo?.()
    undo = undefined
  }
})

test('a hidden report that somebody made public is found, and so is a page of no report', async () => {
  const [open, hidden] = [
    await aReport(db, { stage: 'answered' }),
    await aReport(db, { stage: 'answered', confidential: true }),
  ]
  const both = (id: string) =>
    sql`update publication.report set report_id = ${sql.lit(id)}::uuid where report_id = ${sql.lit(open.id)}::uuid`
  const gone = `${open.trackingId}: the public does not read it, and it is public`
  expect(await stolen(open.id, () => both(hidden.id))).toEqual(
    expect.arrayContaining([gone, `${hidden.trackingId}: the public reads it, and it is not public`]),
  )
  await asThief(
    db,
    sql`update publication.report set report_id = gen_random_uuid() where report_id = ${sql.lit(hidden.id)}::uuid`,
  )
  expect(await verify()).toEqual([gone, `${open.trackingId}: the public reads it, and there is no such report`])
})
