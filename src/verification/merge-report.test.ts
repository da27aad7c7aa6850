import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { withdrawReport } from '../closing/withdraw-report.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import type { MoveRefused } from '../report/refusals.ts'
import { loadRules } from '../report/rules.ts'
import { raiseSecrecy } from '../secrecy/change-secrecy.ts'
import { aReport } from '../testing/a-report.ts'
import { dedi, marta } from '../testing/cast.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { mergeReport, unmergeReport } from './merge-report.ts'

const db = await testDatabase()
const [rules, directory] = await Promise.all([loadRules(db.publicDb, testKeeper), loadDirectory(db.publicDb)])
const setting = { rules, directory, now: new Date('2026-01-15T03:00:00Z') }

const stageOf = async (id: string) =>
  db.owner.selectFrom('casework.report').select(['stage', 'merged_into']).where('id', '=', id).executeTakeFirstOrThrow()
const copyOf = async (id: string) =>
  db.publicDb
    .selectFrom('publication.report')
    .select(['stage', 'merged_into'])
    .where('report_id', '=', id)
    .executeTakeFirst()
const merge = (child: string, parent: string) =>
  as(db.web, dedi, (tx) => mergeReport(tx, dedi, child, { into: parent }, setting))
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: MoveRefused) => error.reason,
  )

test('a merged report points to its parent in public, and can go back to where it was', async () => {
  const [parent, child] = [await aReport(db, { stage: 'in_progress' }), await aReport(db, { stage: 'forwarded' })]
  await merge(child.id, parent.id)
  expect(await copyOf(child.id)).toEqual({ stage: 'merged', merged_into: parent.trackingId })
  await as(db.web, dedi, (tx) => unmergeReport(tx, dedi, child.id, setting))
  expect(await stageOf(child.id)).toEqual({ stage: 'forwarded', merged_into: null })
})

test('its own reporter may leave, a stranger may not', async () => {
  const [parent, child] = [await aReport(db, { stage: 'in_progress' }), await aReport(db, { stage: 'forwarded' })]
  await merge(child.id, parent.id)
  const other = marta(parent.id)
  expect(await reasonOf(as(db.web, other, (tx) => unmergeReport(tx, other, child.id, setting)))).toBeUndefined()
  const own = marta(child.id)
  await as(db.web, own, (tx) => unmergeReport(tx, own, child.id, setting))
  expect((await stageOf(child.id)).stage).toBe('forwarded')
})

test('reports of unequal confidentiality never merge, and there are no chains', async () => {
  const open = await aReport(db, { stage: 'forwarded' })
  const hidden = await aReport(db, { stage: 'forwarded', confidential: true })
  expect(await reasonOf(merge(open.id, hidden.id))).toBe('unequal_secrecy')
  const [first, second] = [await aReport(db, { stage: 'forwarded' }), await aReport(db, { stage: 'forwarded' })]
  await merge(open.id, first.id)
  expect(await reasonOf(merge(second.id, open.id))).toBe('merge_chain')
  expect(await reasonOf(merge(first.id, second.id))).toBe('merge_chain')
  expect(await reasonOf(merge(first.id, first.id))).toBe('merge_chain')
})

test('a parent that is withdrawn first gives its children back', async () => {
  const [parent, child] = [await aReport(db, { stage: 'in_progress' }), await aReport(db, { stage: 'in_progress' })]
  await merge(child.id, parent.id)
  const reporter = marta(parent.id)
  await as(db.web, reporter, (tx) => withdrawReport(tx, reporter, parent.id, setting))
  expect((await stageOf(child.id)).stage).toBe('in_progress')
  expect((await stageOf(parent.id)).stage).toBe('withdrawn')
})

test('raising confidentiality separates first: no public page points to a report that is hidden', async () => {
  const [parent, child, other] = [
    await aReport(db, { stage: 'in_progress' }),
    await aReport(db, { stage: 'forwarded' }),
    await aReport(db, { stage: 'forwarded' }),
  ]
  await merge(child.id, parent.id)
  await merge(other.id, parent.id)
  const [ofChild, ofParent] = [marta(child.id), marta(parent.id)]
  await as(db.web, ofChild, (tx) => raiseSecrecy(tx, ofChild, child.id, { confidential: true }, setting))
  expect((await stageOf(child.id)).stage).toBe('forwarded')
  await as(db.web, ofParent, (tx) => raiseSecrecy(tx, ofParent, parent.id, { confidential: true }, setting))
  expect(await copyOf(parent.id)).toBeUndefined()
  expect(await copyOf(child.id)).toBeUndefined()
  expect(await copyOf(other.id)).toEqual({ stage: 'forwarded', merged_into: null })
})

test('a name that offices could read is forgotten once the report is hidden', async () => {
  const made = await aReport(db, { stage: 'forwarded', contact: { name: 'Marta Bire' } })
  const nameOf = () =>
    db.owner
      .selectFrom('casework.content')
      .select('reporter_name')
      .where('report_id', '=', made.id)
      .executeTakeFirstOrThrow()
  expect(testKeeper.open(made.id, (await nameOf()).reporter_name ?? '')).toBe('Marta Bire')
  await as(db.web, dedi, (tx) => raiseSecrecy(tx, dedi, made.id, { anonymous: true }, setting))
  expect(await nameOf()).toEqual({ reporter_name: null })
})
