import { expect, test } from 'vitest'
import { somebody } from '../channels/x/testing/x-people.ts'
import { xWorld } from '../channels/x/testing/x-world.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { coordinatorOf, dedi } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()
await onDuty(db, dedi)
const world = await xWorld(db)
const { x, work } = world
const unclear = '@lapor1708 aplikasinya kok lemot, mohon maaf'
const pages = async () =>
  (await deskOf(db, dedi).page('/kelola/pintu/perlu-dilihat')).match(
    /\/kelola\/pintu\/perlu-dilihat\/[0-9a-f-]{36}\/laporan/g,
  ) ?? []
const aside = (path: string) => path.replace(/laporan$/, 'pelepasan')

test('what is unclear lies before the national desk, whose word makes it a report or nothing, once', async () => {
  const [marta, rio] = [somebody('marta'), somebody('rio')]
  x.say(marta, unclear)
  x.say(rio, unclear)
  await work()
  expect(await world.reports()).toEqual([])
  const desk = deskOf(db, dedi)
  expect(await desk.page('/kelola/pintu')).toContain('Belum pasti apakah laporan')
  expect(await desk.page('/kelola/pintu/perlu-dilihat')).toContain('aplikasinya kok lemot')
  expect(x.ours()).toEqual([])

  const [first = '', second = ''] = await pages()
  expect((await desk.post(first, {})).status).toBe(303)
  expect((await desk.post(aside(first), { why: 'spam' })).status).toBe(303)
  expect((await desk.post(aside(second), { why: 'spam' })).status).toBe(303)
  await work()
  expect(await pages()).toEqual([])
  expect(await world.reports()).toHaveLength(1)
  expect((await world.outcomes()).map(({ outcome, reason }) => `${outcome} ${reason}`).toSorted()).toEqual([
    'refused judged',
    'report null',
  ])
  expect(x.ours()).toHaveLength(1)
})

test('what the desk made a report of, and its author deletes before that is done, is a report for the desk to look at', async () => {
  world.later()
  const since = world.clock.now
  const sari = somebody('sari')
  const post = x.say(sari, unclear)
  await work()
  const [path = ''] = await pages()
  expect((await deskOf(db, dedi).post(path, {})).headers.get('location')).toContain('sudah=laporan')
  // The deletion is read first.
  await db.owner.deleteFrom('casework.outbox').where('topic', '=', 'arrival').execute()
  expect(await world.hook({ tweet_delete_events: [{ status: { id: post.id, user_id: sari.id } }] })).toBe(200)
  await world.take()
  expect(await world.reports(since)).toEqual([
    expect.objectContaining({ flags: expect.arrayContaining(['words_taken_back']) }),
  ])
  expect((await world.outcomes(since)).map(({ outcome }) => outcome).toSorted()).toEqual(['command', 'report'])
})

test('what its author deletes before anybody has judged it becomes nothing', async () => {
  world.later()
  const since = world.clock.now
  const tino = somebody('tino')
  const post = x.say(tino, unclear)
  await work()
  await world.hook({ tweet_delete_events: [{ status: { id: post.id, user_id: tino.id } }] })
  await world.take()
  expect(await world.reports(since)).toEqual([])
  expect(await pages()).toEqual([])
})

test('to everybody else the page does not exist, and the words are sealed in every table', async () => {
  x.say(somebody('desi'), unclear)
  await work()
  expect((await deskOf(db, coordinatorOf()).get('/kelola/pintu/perlu-dilihat')).status).toBe(404)
  const [path = ''] = await pages()
  expect((await deskOf(db, coordinatorOf()).post(aside(path), { why: 'spam' })).status).toBe(404)
  expect(await pages()).toHaveLength(1)
  const kept = await db.owner.selectFrom('identity.x_unsure').select('kept').execute()
  expect(JSON.stringify(kept)).not.toContain('lemot')
})

test('the desk sees how it goes with X, and since when it does not', async () => {
  x.instead.set('GET /2/dm_events', [{ status: 429 }])
  await work()
  const page = await deskOf(db, dedi).page('/kelola/pintu')
  expect(page).toContain('Dibatasi sementara oleh X')
  expect(page).toMatch(/Daftar sebutan<\/th><td[^>]*>Baik/)
})
