import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { eventsOf } from '../../testing/events-of.ts'
import { type Someone, somebody } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

// The older shape of X's webhook (Account Activity) names the post that another answers, and nothing else of its thread.

const db = await testDatabase()
const world = await xWorld(db)
const { x, work, take, later } = world

let since = world.clock.now
let marta = somebody('marta')
beforeEach(async () => {
  later()
  since = world.clock.now
  marta = somebody('marta')
  x.posts.splice(0)
  await db.owner.deleteFrom('identity.x_state').execute()
})

type Said = { id: string; text: string; author_id: string }

/** Somebody writes below a post, and X tells us so in the older shape alone. */
async function olderBelow(from: Someone, words: string, root: Said, parent = root) {
  const post = x.say(from, words, {
    conversation_id: root.id,
    referenced_tweets: [{ type: 'replied_to', id: parent.id }],
  })
  const user = { id_str: from.id, screen_name: from.username }
  const to = { in_reply_to_status_id_str: parent.id, in_reply_to_user_id_str: parent.author_id }
  const tweet_create_events = [{ id_str: post.id, text: post.typed, user, ...to }]
  expect(await world.hook({ for_user_id: '1708000', tweet_create_events })).toBe(200)
  return post
}
const notes = async (id = '') => (await eventsOf(db, id)).flatMap(({ move, text }) => (move === 'note' ? [text] : []))
const reports = () => world.reports(since)
async function wordsOfReport() {
  const [report, ...others] = await reports()
  expect(others).toEqual([])
  return db.owner
    .selectFrom('casework.content')
    .select('text')
    .where('report_id', '=', report?.id ?? '')
    .executeTakeFirstOrThrow()
}

test('what an author says below the answer of somebody else in the thread of their report joins that report', async () => {
  const first = x.say(marta, '@lapor1708 jalan rusak di depan pasar Oeba Kupang sejak banjir')
  await work()
  const rio = x.say(somebody('rio'), 'di mana itu?', { conversation_id: first.id })
  await olderBelow(marta, '@lapor1708 di sisi timur pasar, jalan rusak dekat jembatan', first, rio)
  await take()
  const [report, ...others] = await reports()
  expect(others).toEqual([])
  expect(await notes(report?.id)).toEqual(['di sisi timur pasar, jalan rusak dekat jembatan'])
})

test('below their own report it is joined without asking X for more than its place', async () => {
  const first = x.say(marta, '@lapor1708 jalan rusak di depan pasar Oeba Kupang sejak banjir')
  await work()
  await olderBelow(marta, '@lapor1708 sudah dua motor jatuh di jalan rusak itu', first)
  await take()
  expect(await reports()).toHaveLength(1)
})

test('whoever calls us below their own words reports those, whatever the shape', async () => {
  const above = x.say(marta, 'lampu jalan mati di Jl. Timor Raya')
  await olderBelow(marta, 'tolong dicek @lapor1708', above)
  await take()
  expect(await wordsOfReport()).toEqual({ text: 'lampu jalan mati di Jl. Timor Raya\ntolong dicek' })
})

test('where X does not say which thread it is, the post is a report of its own, and nothing is lost', async () => {
  const above = x.say(marta, 'lampu jalan mati di Jl. Timor Raya')
  const limited = { status: 429, body: { title: 'Too Many Requests', status: 429 } }
  x.instead.set('GET /2/tweets', [limited])
  await olderBelow(marta, '@lapor1708 sudah dua minggu lampu jalan mati', above)
  await olderBelow(marta, '@lapor1708 trotoar di Jl. Timor Raya ambles dan berlubang', above)
  await take()
  expect(await reports()).toHaveLength(2)
  expect(x.calls.filter((call) => call === 'GET /2/tweets').length).toBeGreaterThan(0)
})

test('a direct message in the older shape answers our question', async () => {
  x.say(marta, '@lapor1708 jalan rusak di depan pasar Oeba Kupang sejak banjir')
  await work()
  const [report] = await reports()
  await atTheOffice(db, world).ask(report?.id ?? '', 'Di sisi mana?')
  later()
  const message_create = { sender_id: marta.id, message_data: { text: 'di sisi timur dekat jembatan' } }
  const direct = { type: 'message_create', id: x.nextId(), message_create }
  const users = { [marta.id]: { screen_name: marta.username } }
  expect(await world.hook({ for_user_id: '1708000', direct_message_events: [direct], users })).toBe(200)
  await take()
  expect(await reports()).toMatchObject([{ stage: 'received' }])
})
