import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, marta } from '../testing/cast.ts'
import { chooseNews, newsOf } from './news.ts'
import { sendMessage } from './send.ts'
import { tell } from './tell.ts'
import { hireOfficers, queued, tellDeps } from './testing/post-office.ts'

const db = await testDatabase()
await hireOfficers(db)
const deps = tellDeps(db)
const office = { zone: 'Asia/Makassar', scope: 'kota-kupang' } as const

/** A report that came by X, and two messages from its office; the ids of what goes to its reporter, in their order. */
async function twoMessages() {
  const made = await aReport(db, { stage: 'in_progress', contact: { x: { id: '775501' } } })
  await db.owner.deleteFrom('casework.outbox').execute()
  for (const text of ['Mohon ditunggu.', 'Besok pagi kami datang.'])
    await made.move(coordinatorOf(), { move: 'note', text, audience: 'parties', office })
  const rows = await db.owner.deleteFrom('casework.outbox').returningAll().execute()
  for (const { seq } of rows.toSorted((one, other) => one.id - other.id)) await tell(deps, made.id, seq)
  const ids = (await queued(db)).filter(({ channel }) => channel === 'x').map(({ id }) => id)
  return { made, first: ids[0] ?? '', second: ids[1] ?? '' }
}

const rowOf = (id: string) =>
  db.owner
    .selectFrom('identity.message')
    .select(['state', 'last_error', 'held'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

test('who wrote on X chooses what to hear there, as by every other door', async () => {
  const { made, first, second } = await twoMessages()
  expect(await as(db.web, marta(made.id), (tx) => newsOf(tx, made.id))).toMatchObject({ news: null, both: false })
  await sendMessage(deps, second, false)
  expect(await rowOf(second)).toMatchObject({ state: 'queued', held: 'order' })
  expect(await as(db.web, marta(made.id), (tx) => chooseNews(tx, made.id, 'none', null))).toBe(true)
  await db.owner.updateTable('identity.message').set({ state: 'failed' }).where('id', '=', first).execute()
  await db.owner.deleteFrom('graphile_worker._private_jobs' as never).execute()
  await sendMessage(deps, first, false)
  expect(await rowOf(first)).toMatchObject({ state: 'dead', last_error: 'not_wanted' })
  const jobs = await db.owner
    .selectFrom('graphile_worker.jobs' as never)
    .selectAll()
    .execute()
  expect(JSON.stringify(jobs)).toContain(second)
  await sendMessage(deps, second, false)
  expect(await rowOf(second)).toMatchObject({ state: 'dead', last_error: 'not_wanted' })
})
