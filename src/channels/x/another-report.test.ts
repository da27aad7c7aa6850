import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { threadOf } from '../../testing/events-of.ts'
import { somebody } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

const db = await testDatabase()
const world = await xWorld(db)
const { x, later, work } = world
const office = atTheOffice(db, world)
const hour = 3_600_000

const newest = () =>
  db.owner
    .selectFrom('casework.report')
    .select(['id', 'stage'])
    .orderBy('filed_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
const stageOf = async (id: string) =>
  (await db.owner.selectFrom('casework.report').select('stage').where('id', '=', id).executeTakeFirstOrThrow()).stage

async function lamp(standing: 'asked' | 'answered' | 'closed') {
  later(hour)
  const who = somebody('c')
  const post = x.say(who, `@lapor1708 lampu jalan di gang ${who.id} Oesapa mati sejak banjir`)
  await work()
  const { id } = await newest()
  if (standing === 'asked') await office.ask(id, 'Kelurahan mana?')
  else await office.forward(id)
  if (standing !== 'asked') await office.answer(id, 'Sudah diganti.')
  if (standing === 'closed') {
    x.write(who, 'YA')
    await work()
  }
  later(hour)
  const below = async (text: string) => {
    x.say(who, text, { referenced_tweets: [{ type: 'replied_to', id: post.id }], conversation_id: post.id })
    await work()
  }
  return { id, who, below, stage: await stageOf(id), said: (await threadOf(db, id)).length }
}

test.each(['asked', 'closed'] as const)(
  'a post below the own report that is %s, and says that it is another, is a report of its own',
  async (standing) => {
    const { id, below, stage, said } = await lamp(standing)
    await below('@lapor1708 laporan baru: air PDAM mati di Sikumana sudah 5 hari')
    expect((await newest()).id).not.toBe(id)
    expect(await stageOf(id)).toBe(stage)
    expect((await threadOf(db, id)).length).toBe(said)
  },
)

test('what stands before it does what it says of the answer', async () => {
  const { id, below } = await lamp('answered')
  await below('@lapor1708 sudah selesai, makasih. lapor lagi, sampah di depan SD Naikoten numpuk')
  expect((await newest()).id).not.toBe(id)
  expect(await stageOf(id)).toBe('closed')
})

test('a complaint about another place behind BELUM is a report of its own, and the answered one goes back to work', async () => {
  const { id, below } = await lamp('answered')
  await below('@lapor1708 belum, dan air pdam di liliba juga mati')
  expect((await newest()).id).not.toBe(id)
  expect(await stageOf(id)).toBe('in_progress')
})

test('what announces nothing stays what it is: it answers our question', async () => {
  const { id, below } = await lamp('asked')
  await below('@lapor1708 di kelurahan Oesapa Barat')
  expect((await newest()).id).toBe(id)
  expect(await stageOf(id)).toBe('received')
})
