import { beforeEach, expect, test } from 'vitest'
import { aPhoto } from '../../intake/testing/photos.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { fileUnanswered } from '../asked/file-unanswered.ts'
import { somebody, us } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

const db = await testDatabase()
const world = await xWorld(db)
const { x, work } = world
const office = atTheOffice(db, world)
const bytes = Buffer.from(await (await aPhoto()).arrayBuffer())
const trouble = 'jalan rusak di depan pasar Oeba Kupang sejak banjir, motor sering jatuh'

let since = world.clock.now
let marta = somebody('marta')

beforeEach(() => {
  world.later()
  since = world.clock.now
  marta = somebody('marta')
  x.posts.splice(0)
})

/** A direct message with a picture, as X's hook brings it. */
async function show(text: string) {
  world.later()
  const id = x.nextId()
  const path = `/1.1/ton/data/dm/${id}/foto.jpg`
  x.media.set(path, { path, bytes, direct: true })
  const attachment = { type: 'media', media: { type: 'photo', media_url_https: `${x.url}${path}` } }
  const message_create = { sender_id: marta.id, target: { recipient_id: us.id }, message_data: { text, attachment } }
  await world.hook({ direct_message_events: [{ type: 'message_create', id, message_create }], users: {} })
  await world.take()
}

const became = async () => (await world.outcomes(since)).at(-1)
const photosOf = (id: string | null | undefined) =>
  db.owner
    .selectFrom('casework.attachment')
    .select('seq')
    .where('report_id', '=', id ?? '')
    .execute()

const fewWords = ['tolong dicek', 'mohon bantuan', 'info dong min', 'stop pungli', 'berhenti!', 'RAHASIA', 'banjir']

test.each(fewWords)('a picture that calls us is a report, whatever few words stand beside it: %s', async (words) => {
  x.say(marta, `@lapor1708 ${words}`, { photos: [bytes] })
  await work()
  expect(await became()).toMatchObject({ outcome: 'report' })
  expect(await photosOf((await became())?.report_id)).toHaveLength(1)
})

test.each([...fewWords, 'bantuan', 'stop'])(
  'a picture sent to us alone is a report, whatever few words stand beside it: %s',
  async (words) => {
    await show(words)
    expect(await became()).toMatchObject({ outcome: 'report' })
    const [report] = await world.reports(since)
    expect(report?.confidential).toBe(words === 'RAHASIA')
    expect(await photosOf(report?.id)).toHaveLength(1)
  },
)

test('a picture alone is asked about, and joins the complaint that is told next', async () => {
  await show('')
  expect(await became()).toMatchObject({ outcome: 'asked', reason: 'what_happened' })
  expect(await world.reports(since)).toEqual([])
  world.later(60_000)
  x.write(marta, trouble)
  await work()
  const [report] = await world.reports(since)
  expect(await photosOf(report?.id)).toHaveLength(1)
  expect((await world.outcomes(since)).map(({ outcome }) => outcome).toSorted()).toEqual(['reply', 'report'])
})

test('a picture of which nobody says a word for a day is a report all the same, and the desk sees it', async () => {
  await show('')
  world.later(25 * 3_600_000)
  await fileUnanswered(db.worker, world.clock.now)
  await world.take()
  const [report] = await world.reports(since)
  expect(report).toMatchObject({ stage: 'received' })
  expect(await photosOf(report?.id)).toHaveLength(1)
})

test('a picture beside the number of their report belongs to it', async () => {
  x.say(marta, `@lapor1708 ${trouble}`)
  await work()
  const [report] = await world.reports(since)
  await show(`CEK ${report?.tracking_id}`)
  expect(await became()).toMatchObject({ outcome: 'command', report_id: report?.id })
  world.later()
  x.say(marta, `@lapor1708 cek ${report?.tracking_id}`, { photos: [bytes] })
  await work()
  expect(await became()).toMatchObject({ outcome: 'command', report_id: report?.id })
  expect(await photosOf(report?.id)).toHaveLength(2)
})

test('"tolong dicek" beside a picture below their own post adds it to the report', async () => {
  const post = x.say(marta, `@lapor1708 ${trouble}`)
  await work()
  const [report] = await world.reports(since)
  const below = { referenced_tweets: [{ type: 'replied_to', id: post.id }], conversation_id: post.id }
  world.later()
  x.say(marta, '@lapor1708 tolong dicek', { ...below, photos: [bytes] })
  await work()
  expect(await became()).toMatchObject({ outcome: 'reply', report_id: report?.id })
  expect(await photosOf(report?.id)).toHaveLength(1)
})

test('a picture answers our question, and beside a judgement it is seen and the judgement stands', async () => {
  x.say(marta, `@lapor1708 ${trouble}`)
  await work()
  const [report] = await world.reports(since)
  await office.ask(report?.id ?? '', 'Pasar Oeba sisi mana?')
  await work()
  await show('tolong dicek')
  expect(await became()).toMatchObject({ outcome: 'reply', report_id: report?.id })
  expect((await world.reports(since))[0]).toMatchObject({ stage: 'received' })
  await office.forward(report?.id ?? '')
  await office.answer(report?.id ?? '', 'Sudah ditambal.')
  await work()
  await show('sudah selesai')
  expect((await world.reports(since))[0]).toMatchObject({ stage: 'closed', manner: 'confirmed' })
  expect(await photosOf(report?.id)).toHaveLength(2)
})

test('the same few words beside another picture are the same report, and both pictures are there', async () => {
  await show('tolong dicek')
  await show('tolong dicek')
  const [report, ...others] = await world.reports(since)
  expect(others).toEqual([])
  expect(await photosOf(report?.id)).toHaveLength(2)
})
