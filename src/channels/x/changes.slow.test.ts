import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { askErasure } from '../../secrecy/ask-erasure.ts'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import { eraseReport } from '../../secrecy/erase-report.ts'
import { keeperOf } from '../../secrecy/installation-keys.ts'
import { replaceTree } from '../../secrecy/keys/key-file.ts'
import { growTree } from '../../secrecy/keys/key-tree.ts'
import { withdrawReport } from '../../closing/withdraw-report.ts'
import { forwardReport } from '../../disposition/forward-report.ts'
import { dedi } from '../../testing/cast.ts'
import { testKeyPair, testOpener } from '../../testing/test-deps.ts'
import { somebody } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'
import { xTasks } from './x-tasks.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'lapor-changes-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
/** The keys that the world below seals with, kept in files, so that an erasure destroys them. */
await replaceTree({ dataDir }, 1, growTree(Buffer.alloc(32, 4)))
const db = await testDatabase()
const world = await xWorld(db)
const { x, work } = world
const trouble = '@lapor1708 jalan rusak di depan pasar Oeba Kupang sejak banjir'
const erasing = { db: db.worker, keys: { dataDir }, pair: testOpener, uploadsDir: dataDir, now: () => world.clock.now }
let since = world.clock.now
let marta = somebody('marta')

beforeEach(() => {
  world.later()
  since = world.clock.now
  marta = somebody('marta')
  x.posts.splice(0)
})

const only = async () => {
  const [report] = await world.reports(since)
  if (!report) throw new Error('no report')
  return report
}
/** A minute of the worker that follows its key files: what they have destroyed it cannot open. */
const minute = () =>
  xTasks({ ...world.taking, pair: { ...testKeyPair, keeper: keeperOf({ dataDir }) } }).x(
    {},
    { lastTry: false, signal: new AbortController().signal },
  )
const setting = async () => ({
  rules: await world.taking.rules(),
  directory: await world.taking.directory(),
  now: world.clock.now,
})
const forward = async (id: string) =>
  as(db.web, dedi, async (tx) => forwardReport(tx, dedi, id, { agencyId: 'kota-kupang' }, await setting()))

test.each(['X says so at once', 'we ask after it'])(
  'a post deleted before it was forwarded is flagged for the desk (%s)',
  async (way) => {
    const post = x.say(marta, trouble)
    await work()
    x.gone.set(post.id, 'deleted')
    if (way === 'we ask after it') await world.minute()
    else {
      await world.hook({ tweet_delete_events: [{ status: { id: post.id, user_id: marta.id } }] })
      await world.hook({ data: { event_type: 'post.delete', payload: { id: post.id } } })
      await work()
    }
    expect(await only()).toMatchObject({ stage: 'received', flags: ['words_taken_back'], confidential: false })
  },
)

test('a post deleted after it was forwarded changes nothing: what is public is withdrawn by its reporter', async () => {
  const post = x.say(marta, trouble)
  await work()
  await forward((await only()).id)
  await world.hook({ tweet_delete_events: [{ status: { id: post.id, user_id: marta.id } }] })
  await work()
  expect(await only()).toMatchObject({ stage: 'forwarded', flags: [] })
})

test('a post deleted before anybody read it becomes nothing', async () => {
  const post = x.say(marta, trouble)
  expect(await world.hook({ data: post, ...x.beside([post]) })).toBe(200)
  await world.hook({ tweet_delete_events: [{ status: { id: post.id, user_id: marta.id } }] })
  const rows = await db.owner
    .selectFrom('casework.outbox')
    .selectAll()
    .where('topic', '=', 'arrival')
    .orderBy('id', 'desc')
    .execute()
  await db.owner.deleteFrom('casework.outbox').where('topic', '=', 'arrival').execute()
  await db.owner
    .insertInto('casework.outbox')
    .values(rows.map(({ topic, report_id, seq, at }) => ({ topic, report_id, seq, at })))
    .execute()
  x.posts.splice(0)
  await work()
  expect(await world.reports(since)).toEqual([])
  expect((await world.outcomes(since)).map(({ reason }) => reason).toSorted()).toEqual(['taken_back', 'taken_back'])
})

test('a deletion that comes before its post is remembered: the post becomes nothing when a list still brings it', async () => {
  const post = x.say(marta, trouble)
  await world.hook({ tweet_delete_events: [{ status: { id: post.id, user_id: marta.id } }] })
  await world.take()
  await work()
  await world.minute()
  expect(await world.reports(since)).toEqual([])
  expect((await world.outcomes(since)).map(({ reason }) => reason).toSorted()).toEqual(['taken_back', 'unknown_post'])
})

test('an account that becomes protected makes its report confidential, and our public answer goes', async () => {
  const post = x.say(marta, trouble)
  await work()
  expect(x.ours()).toHaveLength(1)
  x.gone.set(post.id, 'protected')
  await world.minute()
  expect(await only()).toMatchObject({ confidential: true, flags: [] })
  await world.minute()
  expect(x.ours()).toEqual([])
})

test('a post edited while nobody told us is found when we ask after it, and noted once', async () => {
  const post = x.say(marta, trouble)
  await work()
  const newer = x.nextId()
  Object.assign(post, { edit_history_tweet_ids: [post.id, newer] })
  x.posts.push({ ...post, id: newer, text: `${trouble}, tiga lubang` })
  await world.minute()
  await world.minute()
  const notes = await db.owner
    .selectFrom('casework.event')
    .select('text')
    .where('move', '=', 'note')
    .where('at', '>=', since)
    .execute()
  expect(notes).toHaveLength(1)
  expect(notes[0]?.text).toContain('tiga lubang')
})

test('whoever has their report forgotten is forgotten at the door: nothing leads from a post or an account to it', async () => {
  x.say(marta, trouble)
  await work()
  x.write(marta, 'CEK')
  await work()
  const { id } = await only()
  const reporter = { role: 'reporter', reportId: id } as const
  await as(db.web, reporter, async (tx) => withdrawReport(tx, reporter, id, await setting()))
  await as(db.web, reporter, (tx) => askErasure(tx, reporter, id, 'all', world.clock.now))
  await eraseReport(erasing, id)
  expect(
    await db.owner
      .selectFrom('identity.filing')
      .select(['door_index', 'sealed'])
      .where('report_id', '=', id)
      .executeTakeFirst(),
  ).toEqual({ door_index: null, sealed: null })
  expect(await db.owner.selectFrom('identity.arrival').select('id').where('report_id', '=', id).execute()).toEqual([])
  const left = await db.owner
    .selectFrom('identity.arrival')
    .select(['sender_index', 'said', 'sealed'])
    .where('arrived_at', '>=', since)
    .where('outcome', '=', 'report')
    .execute()
  expect(left).toEqual([{ sender_index: null, said: null, sealed: null }])
  await minute()
  expect(x.ours()).toEqual([])
  expect(
    await db.owner.selectFrom('identity.x_said').select('report_id').where('report_id', '=', id).execute(),
  ).toEqual([])
})

const steps = {
  raised: async (id: string) => {
    const reporter = { role: 'reporter', reportId: id } as const
    const hidden = { anonymous: true, confidential: true }
    await as(db.web, reporter, async (tx) => raiseSecrecy(tx, reporter, id, hidden, await setting()))
  },
  withdrawn: async (id: string) => {
    const reporter = { role: 'reporter', reportId: id } as const
    await as(db.web, reporter, async (tx) => withdrawReport(tx, reporter, id, await setting()))
  },
  erased: async (id: string) => {
    const reporter = { role: 'reporter', reportId: id } as const
    await as(db.web, reporter, (tx) => askErasure(tx, reporter, id, 'identity', world.clock.now))
    await eraseReport(erasing, id)
  },
}
test.each([['erased'], ['erased', 'raised'], ['raised', 'erased'], ['withdrawn', 'erased']] as const)(
  'our public answer goes, and its row after it: %s %s',
  async (...order) => {
    x.say(marta, trouble)
    await work()
    const { id } = await only()
    expect(x.ours()).toHaveLength(1)
    for (const step of order) if (step) await steps[step](id)
    await minute()
    expect(x.ours()).toEqual([])
    const said = db.owner.selectFrom('identity.x_said').select('report_id').where('report_id', '=', id)
    expect(await said.execute()).toEqual([])
  },
)

test('what we were just saying in public while its reporter was being forgotten is taken back too', async () => {
  const post = x.say(marta, trouble)
  await work()
  const { id } = await only()
  await steps.erased(id)
  const answer = { to: `under ${post.id}`, text: 'Sudah kami terima', about: id }
  await world.deps.poster.send({ id: randomUUID(), ...answer })
  expect(x.ours()).toHaveLength(2)
  await minute()
  expect(x.ours()).toEqual([])
})

test('words that were forgotten do not come back by what their author writes below them', async () => {
  const post = x.say(marta, trouble)
  await work()
  const { id } = await only()
  await steps.erased(id)
  const below = { conversation_id: post.id, referenced_tweets: [{ type: 'replied_to', id: post.id }] }
  x.say(marta, '@lapor1708 di sisi timur ya min', below)
  await work()
  const reports = (await world.reports(since)).filter((report) => report.id !== id).map((report) => report.id)
  const texts = await db.owner.selectFrom('casework.content').select('text').where('report_id', 'in', reports).execute()
  expect(texts).toEqual([{ text: 'di sisi timur ya min' }])
})
