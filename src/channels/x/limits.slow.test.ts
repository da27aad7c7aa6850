import { beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { sendMessage } from '../../notifications/send.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { removeAccount, setAccount } from './set-account.ts'
import { forbidden } from './testing/x-handlers.ts'
import { somebody } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

const db = await testDatabase()
const world = await xWorld(db)
const { x, work } = world
const trouble = '@lapor1708 jalan rusak di depan pasar Oeba Kupang sejak banjir'

let marta = somebody('marta')
beforeEach(async () => {
  world.later()
  marta = somebody('marta')
  x.posts.splice(0)
  x.calls.splice(0)
  await sql`delete from identity.x_state`.execute(db.owner)
  await sql`delete from graphile_worker._private_jobs`.execute(db.owner)
  await db.owner.deleteFrom('identity.message').execute()
})

const states = () =>
  db.owner
    .selectFrom('identity.x_state')
    .select(['part', 'trouble', 'again_at'])
    .where('trouble', 'is not', null)
    .execute()
const messages = () =>
  db.owner
    .selectFrom('identity.message')
    .select(['id', 'template', 'state', 'attempts', 'last_error'])
    .orderBy('template')
    .execute()
/** What waits is tried again, as the queue does when its time has come. */
const again = async () => {
  for (const { id, state } of await messages())
    if (state === 'failed' || state === 'queued') await sendMessage(world.deps, id, false)
}
/** X's clock is the machine's. */
const resetIn = (seconds: number) => ({
  'x-rate-limit-remaining': '0',
  'x-rate-limit-reset': `${Math.floor(Date.now() / 1_000) + seconds}`,
})

test('too many posts: nothing fails, everything waits until X says, and then it is said once', async () => {
  x.instead.set('POST /2/tweets', [
    { status: 429, headers: resetIn(600), body: { title: 'Too Many Requests', status: 429 } },
  ])
  x.say(marta, trouble)
  await work()
  expect(await messages()).toMatchObject([
    { template: 'public_answer', state: 'failed', attempts: 0, last_error: 'X 429' },
    { template: 'receipt', state: 'sent' },
  ])
  const [state] = await states()
  expect(state).toMatchObject({ part: 'post', trouble: 'limited' })
  const waitMs = (state?.again_at?.getTime() ?? 0) - world.clock.now.getTime()
  expect(waitMs).toBeGreaterThan(590_000)
  expect(waitMs).toBeLessThan(610_000)
  const { rows } = await sql<{ minutes: number }>`
    select round(extract(epoch from run_at - now()) / 60) as minutes from graphile_worker._private_jobs
    where key like 'send %' and run_at > now() + interval '1 minute'`.execute(db.owner)
  expect(rows.map(({ minutes }) => Number(minutes))).toEqual([10])
  await again()
  expect(x.ours()).toHaveLength(1)
  expect(await states()).toEqual([])
})

test('the month’s measure is spent: it is tried again some hours later, and the operator sees why', async () => {
  const body = { title: 'UsageCapExceeded', type: 'https://api.twitter.com/2/problems/usage-capped', period: 'Monthly' }
  x.instead.set('POST /2/tweets', [{ status: 429, body }])
  x.say(marta, trouble)
  await work()
  expect(await states()).toMatchObject([{ part: 'post', trouble: 'quota' }])
  expect((await messages())[0]).toMatchObject({ state: 'failed', attempts: 0, last_error: 'X 429 quota' })
})

test('revoked keys: what is to be said waits for new ones, however long; nothing is lost', async () => {
  x.say(marta, trouble)
  const post = x.posts[0]
  expect(await world.hook({ data: post, ...x.beside([post as never]) })).toBe(200)
  x.keys = { ...x.keys, accessSecret: 'revoked', bearer: 'revoked' }
  await work()
  for (let tries = 0; tries < 30; tries++) await again()
  expect((await states()).map(({ part, trouble }) => `${part} ${trouble}`).toSorted()).toEqual(
    ['direct refused', 'mentions refused', 'post refused', 'search refused', 'directs refused'].toSorted(),
  )
  expect((await messages()).map(({ state }) => state)).toEqual(['failed', 'failed'])
  x.keys = { ...world.account.keys, accessSecret: 'renewed', bearer: 'renewed' }
  await setAccount(world.sealing, { ...world.account, keys: x.keys }, world.clock.now)
  await again()
  expect((await messages()).map(({ state }) => state)).toEqual(['sent', 'sent'])
  expect(x.ours()).toHaveLength(1)
  x.keys = world.account.keys
  await setAccount(world.sealing, world.account, world.clock.now)
})

test('an answer of X that is lost is looked up before it is said again: in public and alone it is said once', async () => {
  x.instead.set('POST /2/tweets', [{ status: 201, after: true }])
  x.instead.set(`POST /2/dm_conversations/with/${marta.id}/messages`, [{ status: 201, after: true }])
  x.say(marta, trouble)
  await expect(work()).rejects.toThrow('X away')
  await again().catch(() => {})
  await again().catch(() => {})
  await again()
  expect((await messages()).map(({ state }) => state)).toEqual(['sent', 'sent'])
  expect(x.ours()).toHaveLength(1)
  expect(x.heardBy(marta)).toHaveLength(1)
})

test('X says that it has this very post already: then it has', async () => {
  x.say(marta, trouble)
  x.instead.set('POST /2/tweets', [forbidden('You are not allowed to create a Tweet with duplicate content.')])
  await work()
  expect((await messages())[0]).toMatchObject({ template: 'public_answer', state: 'sent' })
})

test.each(['You cannot send messages to this user.', 'You do not have permission to DM one or more participants.'])(
  'whoever cannot be written to is not written to again; their report stays, and the public answer too: %s',
  async (words) => {
    x.instead.set(`POST /2/dm_conversations/with/${marta.id}/messages`, [forbidden(words)])
    x.say(marta, trouble)
    await work()
    expect(await messages()).toMatchObject([
      { template: 'public_answer', state: 'sent' },
      { template: 'receipt', state: 'dead', last_error: 'X 403 closed' },
    ])
    expect(await states()).toEqual([])
  },
)

test('lists that are limited are not asked before X wants to be; what came meanwhile is read then, over many pages', async () => {
  x.instead.set('GET /2/users/1708000/mentions', [{ status: 429, headers: resetIn(900) }])
  x.instead.set('GET /2/tweets/search/recent', [{ status: 503 }])
  x.pageSize = 2
  const before = (await world.reports(world.clock.now)).length
  for (const at of [1, 2, 3, 4, 5]) x.say(somebody('warga'), `${trouble} ke-${at} di jalan nomor ${at}`)
  await work()
  x.calls.splice(0)
  await work()
  expect(x.calls.filter((call) => call.endsWith('/mentions'))).toEqual([])
  expect((await world.reports(world.clock.now)).length - before).toBe(5)
  world.later()
  await work()
  expect(x.calls.filter((call) => call.endsWith('/mentions')).length).toBe(3)
  expect(await states()).toEqual([])
  x.pageSize = 100
  expect((await world.reports(new Date(world.clock.now.getTime() - 3_600_000))).length - before).toBe(5)
})

test('a search that X refuses for a reason unknown to us is trouble that the operator sees, until it goes well again', async () => {
  x.instead.set('GET /2/tweets/search/recent', [{ status: 400, body: { title: 'Invalid Request', status: 400 } }])
  await work()
  expect(await states()).toMatchObject([{ part: 'search', trouble: 'unknown' }])
  await work()
  expect(await states()).toEqual([])
})

test('after more than a week without a post that calls us by hashtag, the next one is found', async () => {
  await work()
  const hashtag = (name: string) => x.say(somebody(name), `#lapor1708 lampu jalan mati di depan rumah ${name}`)
  hashtag('desi')
  await work()
  world.later(8 * 86_400_000)
  const since = world.clock.now
  hashtag('rio')
  await work()
  expect(await states()).toEqual([])
  expect(await world.reports(since)).toHaveLength(1)
})

test('however many posts came while nobody listened, none is passed over', async () => {
  x.pageSize = 1
  const before = (await world.reports(world.clock.now)).length
  for (let at = 1; at <= 12; at++) x.say(somebody('warga'), `${trouble} sejak tanggal ${at}, di jembatan nomor ${at}`)
  await work()
  x.pageSize = 100
  expect((await world.reports(world.clock.now)).length - before).toBe(12)
})

test('without an account: previews in a demonstration, waiting in production', async () => {
  await removeAccount(db.owner)
  x.say(marta, trouble)
  const post = x.posts[0]
  expect(await world.hook({ data: post })).toBe(404)
  await setAccount(world.sealing, world.account, world.clock.now)
  expect(await world.hook({ data: post, ...x.beside([post as never]) })).toBe(200)
  await removeAccount(db.owner)
  await work()
  expect((await messages()).map(({ state, last_error }) => `${state} ${last_error}`)).toEqual([
    'failed no X account',
    'failed no X account',
  ])
  await setAccount(world.sealing, world.account, world.clock.now)
})
