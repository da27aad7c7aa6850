import { beforeAll, expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { forwardReport } from '../disposition/forward-report.ts'
import { sweep } from '../oversight/sweep.ts'
import { sweepDeps } from '../oversight/testing/sweep-deps.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { ReportNotFound } from '../report/refusals.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { bagas, coordinatorOf, dedi, marta } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { aWednesday, testDeps, testKeeper } from '../testing/test-deps.ts'
import { lowerSecrecy, raiseSecrecy } from './change-secrecy.ts'
import { endEmbargo, layEmbargo, readEmbargoes } from './embargo.ts'

const db = await testDatabase()
const deps = testDeps(db)
const directory = await loadDirectory(db.publicDb)
const days = (n: number) => new Date(aWednesday.getTime() + n * 86_400_000)
const order = { ground: 'child', statute: 'UU 11/2012 Pasal 19', until: days(10) } as const

beforeAll(() => onDuty(db, dedi, bagas, coordinatorOf()))

async function settingAt(now: Date) {
  return { rules: await deps.rules(), directory, now }
}

const lay = (made: Made, actor = dedi) =>
  as(db.web, actor, (tx) => layEmbargo(tx, testKeeper, made.id, order, aWednesday))

async function forward(made: Made, now = days(1)) {
  const setting = await settingAt(now)
  await as(db.web, dedi, (tx) => forwardReport(tx, dedi, made.id, { agencyId: 'kota-kupang' }, setting))
}

async function copyOf({ trackingId }: Made) {
  return db.publicDb
    .selectFrom('publication.report')
    .select(['stage', 'published_at', 'title'])
    .where('tracking_id', '=', trackingId)
    .executeTakeFirst()
}

async function sweepAt(now: Date) {
  const own = sweepDeps(db, () => now)
  try {
    return await sweep(own)
  } finally {
    await own.close()
  }
}

test('a report under embargo is forwarded and not published; the sweep publishes it when the time is over', async () => {
  const made = await aReport(db)
  await lay(made)
  await forward(made)
  expect(await copyOf(made)).toBeUndefined()
  expect((await sweepAt(days(9))).embargoes).toBe(0)
  expect(await copyOf(made)).toBeUndefined()
  expect((await sweepAt(days(10))).embargoes).toBe(1)
  expect(await copyOf(made)).toMatchObject({ stage: 'forwarded', published_at: days(10) })
  expect((await sweepAt(days(11))).embargoes).toBe(0)
})

test('its reporter reads who held it back, by which law and until when', async () => {
  const made = await aReport(db)
  await lay(made)
  const [embargo] = await as(db.web, marta(made.id), (tx) => readEmbargoes(tx, testKeeper, made.id))
  expect(embargo).toMatchObject({ ...order, laidRole: 'verifier', endedAt: null })
})

test('on which law it stands is sealed like the report, and whoever may not read the report does not learn it', async () => {
  const made = await aReport(db)
  await lay(made)
  const { statute } = await db.owner
    .selectFrom('casework.embargo')
    .select('statute')
    .where('report_id', '=', made.id)
    .executeTakeFirstOrThrow()
  expect(testKeeper.open(made.id, statute)).toBe(order.statute)
  expect(statute).not.toContain('Pasal')
  const [embargo] = await as(db.web, dedi, (tx) => readEmbargoes(tx, null, made.id))
  expect(embargo?.statute).toBeNull()
  await expect(
    db.owner
      .insertInto('casework.embargo')
      .values({
        report_id: made.id,
        n: 2,
        ground: 'child',
        statute: order.statute,
        until: order.until,
        laid_at: aWednesday,
        laid_by: dedi.accountId ?? '',
        laid_role: 'verifier',
      })
      .execute(),
  ).rejects.toThrow('a statute is sealed before it is kept')
})

test('a verifier ends it before its time, and the report is public at once', async () => {
  const made = await aReport(db)
  await lay(made)
  await forward(made)
  expect(await as(db.web, coordinatorOf(), (tx) => endEmbargo(tx, made.id, days(2)))).toBe(false)
  expect(await as(db.web, dedi, (tx) => endEmbargo(tx, made.id, days(2)))).toBe(true)
  expect(await copyOf(made)).toMatchObject({ published_at: days(2) })
})

test('what is public, confidential or forwarded already cannot be held back, and only a verifier does', async () => {
  for (const made of [await aReport(db, { stage: 'forwarded' }), await aReport(db, { confidential: true })])
    await expect(lay(made)).rejects.toThrow(ReportNotFound)
  const returned = await aReport(db, { stage: 'received', published: true })
  await expect(lay(returned)).rejects.toThrow(ReportNotFound)
  await expect(lay(await aReport(db), bagas)).rejects.toThrow(ReportNotFound)
})

test('without an embargo nothing but confidentiality keeps a forwarded report from the public', async () => {
  const made = await aReport(db)
  const quietly = made.move(dedi, { move: 'forward', changes: { agency_id: 'kota-kupang' } })
  await expect(quietly).rejects.toThrow('only an embargo holds back')
})

test('a reporter who hides a held report and shows it again publishes it no sooner', async () => {
  const made = await aReport(db)
  await lay(made)
  await forward(made)
  const setting = await settingAt(days(2))
  const reporter = marta(made.id)
  await as(db.web, reporter, (tx) => raiseSecrecy(tx, reporter, made.id, { confidential: true }, setting))
  await as(db.web, reporter, (tx) =>
    lowerSecrecy(tx, reporter, made.id, { confidential: false, confirmed: true }, setting),
  )
  expect(await copyOf(made)).toBeUndefined()
  await sweepAt(days(10))
  expect(await copyOf(made)).toBeDefined()
})
