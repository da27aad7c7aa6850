import { describe, expect, test } from 'vitest'
import { type Someone, somebody } from '../../channels/x/testing/x-people.ts'
import { xWorld } from '../../channels/x/testing/x-world.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../at-the-office.ts'
import { allWishes, expectHeard, unwished, wished } from './wishes.ts'

// Whoever asks on X that nobody reads it, or learns who wrote, is heard: in front, at the end or in a sentence, on every path by which
// words become or join a report.

const db = await testDatabase()
const world = await xWorld(db)
const { x } = world
const office = atTheOffice(db, world)

type Held = { who: Someone; post: { id: string }; report: { id: string; tracking_id: string } }

const newest = async () => {
  const reports = await world.reports()
  return reports.at(-1) as (typeof reports)[number]
}

async function filed(): Promise<Held> {
  world.later()
  const who = somebody('marta')
  const post = x.say(who, `@lapor1708 jalan rusak di depan pasar Oeba Kupang sejak banjir, tulis ${who.username}`)
  await world.work()
  return { who, post, report: await newest() }
}

async function asked(): Promise<Held> {
  const held = await filed()
  await office.ask(held.report.id, 'Di sebelah mana?')
  await world.work()
  return held
}

async function answered(): Promise<Held> {
  const held = await filed()
  await office.forward(held.report.id)
  await office.answer(held.report.id, 'Sudah')
  world.later(60_000)
  await world.work()
  return held
}

async function closed(): Promise<Held> {
  const held = await answered()
  x.write(held.who, `YA ${held.report.tracking_id}`)
  await world.work()
  return held
}

async function made(say: (who: Someone) => unknown) {
  world.later()
  say(somebody('yohanes'))
  await world.work()
  const report = await newest()
  await office.forward(report.id)
  return report
}

const writing = (before: () => Promise<Held>, say: (held: Held, words: string) => string) => async (words: string) => {
  const held = await before()
  x.write(held.who, say(held, words))
  await world.work()
  return held.report
}

const below = (before: () => Promise<Held>) => async (words: string) => {
  const held = await before()
  const { id } = held.post
  x.say(held.who, `@lapor1708 ${words}`, { referenced_tweets: [{ type: 'replied_to', id }], conversation_id: id })
  await world.work()
  return held.report
}

const paths: Record<string, (words: string) => Promise<{ id: string }>> = {
  'a new post': (words) => made((who) => x.say(who, `@lapor1708 ${words}, mohon ditindak`)),
  'a new direct message': (words) => made((who) => x.write(who, words)),
  'an answer below the post, before it is forwarded': async (words) => {
    const report = await below(filed)(words)
    await office.forward(report.id)
    return report
  },
  'the answer to a question, below the post': below(asked),
  'the answer to a question, by direct message': writing(
    asked,
    ({ report }, words) => `BALAS ${report.tracking_id} ${words}`,
  ),
  'BALAS by direct message': writing(answered, (_, words) => `BALAS ${words}`),
  'BELUM by direct message': writing(answered, (_, words) => `BELUM, ${words}`),
  'opened again by direct message': writing(closed, ({ report }, words) => `BALAS ${report.tracking_id} ${words}`),
  'an edited post': async (words) => {
    const { who, post, report } = await filed()
    x.say(who, `@lapor1708 ${words}`, { edit_history_tweet_ids: [post.id, `${BigInt(post.id) + 1n}`] })
    await world.work()
    await office.forward(report.id)
    return report
  },
}

describe.each(Object.entries(paths))('%s', (path, take) => {
  test.each(allWishes)('with %s', async (wish) => {
    const { id } = await take(wished(path, wish))
    await world.work()
    await expectHeard(db, path, wish, id)
  })
})

test.each(allWishes)('the same words again by direct message, with %s, hide the first', async (wish) => {
  const path = 'the same words again by direct message'
  world.later()
  const who = somebody('yohanes')
  x.write(who, unwished(path, wish))
  await world.work()
  const { id } = await newest()
  const before = (await world.reports()).length
  x.write(who, wished(path, wish))
  await world.work()
  expect(await world.reports()).toHaveLength(before)
  await office.forward(id)
  await world.work()
  await expectHeard(db, path, wish, id)
})

describe('nothing but a wish, in words of their own', () => {
  const hides = (id: string) =>
    db.owner.selectFrom('casework.report').select(['anonymous', 'confidential']).where('id', '=', id).executeTakeFirst()
  const count = async () => (await world.reports()).length

  test.each([
    ['a direct message', (who: Someone, words: string) => x.write(who, words)],
    ['a post that calls us', (who: Someone, words: string) => x.say(who, `@lapor1708 ${words}`)],
  ])('by %s hides the only report that is open', async (_, say) => {
    const { who, report } = await filed()
    const before = await count()
    say(who, 'tolong jangan sebut nama saya ya min')
    await world.work()
    expect(await hides(report.id)).toEqual({ anonymous: true, confidential: false })
    expect(await count()).toBe(before)
  })

  test('in a post is no report where nothing of theirs is open', async () => {
    const before = await count()
    world.later()
    x.say(somebody('yohanes'), '@lapor1708 tolong jangan sebut nama saya ya min')
    await world.work()
    expect(await count()).toBe(before)
  })
})
