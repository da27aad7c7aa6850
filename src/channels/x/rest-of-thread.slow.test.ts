import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { eventsOf } from '../../testing/events-of.ts'
import { somebody } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

// A complaint in several posts is one report, whichever of them calls us.

const db = await testDatabase()
const world = await xWorld(db)
const { x, work, later, minute } = world

let since = world.clock.now
let marta = somebody('marta')
beforeEach(() => {
  later()
  since = world.clock.now
  marta = somebody('marta')
  x.posts.splice(0)
})

const below = (post: { id: string }, parent = post) => ({
  conversation_id: post.id,
  referenced_tweets: [{ type: 'replied_to', id: parent.id }],
})
const became = async () =>
  (await world.outcomes(since)).map(({ outcome, reason }) => [outcome, reason].filter(Boolean).join(' '))
async function told() {
  const [report, ...others] = await world.reports(since)
  expect(others).toEqual([])
  const id = report?.id ?? ''
  const content = await db.owner.selectFrom('casework.content').select('text').where('report_id', '=', id).execute()
  const notes = (await eventsOf(db, id)).filter(({ move }) => move === 'note')
  return [...content, ...notes].map(({ text }) => text)
}

test('what its author writes on below without calling us again joins the report; what they say to others does not', async () => {
  const first = x.say(marta, '@lapor1708 jalan rusak di depan pasar Oeba Kupang sejak banjir 1/3')
  const second = x.say(marta, 'lokasinya di sisi timur dekat jembatan 2/3', below(first))
  x.say(marta, 'stop! motor sering jatuh 3/3', below(first, second))
  const rio = x.say(somebody('rio'), 'wah benar', below(first))
  x.say(marta, 'iya bang, parah', below(first, rio))
  await work()
  await minute()
  later(3_700_000)
  x.say(marta, 'sudah makan belum?', below(first, second))
  await minute()
  expect(await told()).toEqual([
    'jalan rusak di depan pasar Oeba Kupang sejak banjir 1/3',
    'lokasinya di sisi timur dekat jembatan 2/3',
    'stop! motor sering jatuh 3/3',
  ])
  expect(x.heardBy(marta)).toHaveLength(1)
})

test('a wish for secrecy in the second post hides the report of the first, and our public answer goes', async () => {
  const first = x.say(marta, '@lapor1708 lurah Oesapa meminta uang untuk surat pindah 1/2')
  x.say(marta, 'tolong rahasiakan nama saya 2/2', below(first))
  await work()
  await minute()
  await minute()
  expect((await world.reports(since))[0]).toMatchObject({ anonymous: true })
  expect(x.ours()).toEqual([])
})

test('while X limits what we look up, threads are not asked about', async () => {
  x.say(marta, '@lapor1708 jalan rusak di depan pasar Oeba Kupang sejak banjir')
  await work()
  x.instead.set('GET /2/tweets/search/recent', [{ status: 429, body: { title: 'Too Many Requests', status: 429 } }])
  await minute()
  x.calls.splice(0)
  await minute()
  expect(x.calls.filter((call) => call.endsWith('/search/recent'))).toEqual([])
  await db.owner.deleteFrom('identity.x_state').execute()
})

test.each([
  ['mohon ditindaklanjuti @lapor1708', 'lampu jalan mati di Jl. Timor Raya\nmohon ditindaklanjuti'],
  ['@lapor1708', 'lampu jalan mati di Jl. Timor Raya'],
  ['tolong dicek @lapor1708', 'lampu jalan mati di Jl. Timor Raya\ntolong dicek'],
])('whoever calls us below their own words reports those: %s', async (words, text) => {
  const post = x.say(marta, 'lampu jalan mati di Jl. Timor Raya')
  x.say(marta, words, below(post))
  await work()
  expect(await told()).toEqual([text])
})

test('RAHASIA below one’s own words that nobody has told us yet is about them', async () => {
  const post = x.say(marta, 'lurah Oesapa meminta uang untuk surat pindah')
  x.say(marta, 'RAHASIA ya min @lapor1708', below(post))
  await work()
  expect(await world.reports(since)).toMatchObject([{ confidential: true }])
  expect(x.ours()).toEqual([])
})

test('thanks below one’s own words, and anything below a stranger’s, make no report of them', async () => {
  const post = x.say(marta, 'lampu jalan mati di Jl. Timor Raya')
  x.say(marta, 'terima kasih @lapor1708', below(post))
  x.say(somebody('rio'), '@lapor1708', below(post))
  await work()
  expect((await became()).toSorted()).toEqual(['refused empty', 'refused not_a_report'])
})

test('below their own post that was none, what tells of no trouble is none; what does is one report with what stands above', async () => {
  const post = x.say(marta, '@lapor1708 aplikasi dukcapil error')
  await work()
  x.say(marta, '@lapor1708 di Kota Kupang ya min', below(post))
  await work()
  expect(await became()).toEqual(['refused not_a_report', 'refused not_a_report'])
  x.say(marta, '@lapor1708 KTP saya tidak bisa diurus sudah 3 minggu', below(post))
  await work()
  expect(await told()).toEqual(['aplikasi dukcapil error\nKTP saya tidak bisa diurus sudah 3 minggu'])
})

test('what the desk was to look at is part of the report that its author makes of it below', async () => {
  const post = x.say(marta, '@lapor1708 ijazah ditahan')
  await work()
  expect(await became()).toEqual(['quarantined unsure'])
  x.say(marta, '@lapor1708 di SMK 2 Kupang, sudah dua tahun tidak diberikan kepada anak saya', below(post))
  await work()
  expect((await became()).toSorted()).toEqual(['reply', 'report'])
  expect(await db.owner.selectFrom('identity.x_unsure').select('arrival_id').execute()).toEqual([])
})
