import { beforeEach, expect, test } from 'vitest'
import { aPhoto } from '../../intake/testing/photos.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { lastEvent } from '../../testing/events-of.ts'
import { somebody, us } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

// Links and videos that stand beside words, or alone: X shows links as short ones, and what a post is long as a beginning.

const db = await testDatabase()
const world = await xWorld(db)
const { x, work, later } = world
const office = atTheOffice(db, world)
const bytes = Buffer.from(await (await aPhoto()).arrayBuffer())
const trouble = 'jalan rusak di depan pasar Oeba Kupang sejak banjir, motor sering jatuh'
const map = 'https://maps.app.goo.gl/9xKuPaNgOeba'

let since = world.clock.now
let marta = somebody('marta')

beforeEach(() => {
  later()
  since = world.clock.now
  marta = somebody('marta')
  x.posts.splice(0)
})

const became = async () => (await world.outcomes(since)).at(-1)
const textOf = async (id = '') =>
  (await db.owner.selectFrom('casework.content').select('text').where('report_id', '=', id).executeTakeFirst())?.text
const only = async () => {
  const [report, ...others] = await world.reports(since)
  expect(others).toEqual([])
  return report
}
/** The one report of theirs, about which the desk has asked something. */
async function asked(): Promise<string> {
  x.say(marta, `@lapor1708 ${trouble}`)
  await work()
  const id = (await only())?.id ?? ''
  await office.ask(id, 'Di mana tepatnya?')
  await world.take()
  later()
  return id
}

test.each([
  ['a map', `${trouble} ${map}`, `${trouble} ${map}`],
  ['a map with signs that X escapes', `${trouble} https://maps.test/?q=1&z=2`, `${trouble} https://maps.test/?q=1&z=2`],
  ['a post of their own', `${trouble} https://x.com/MARTA/status/77`, `${trouble} [tautan ke X]`],
])('a link stays where it was typed, but one that leads to its author: %s', async (_, typed, kept) => {
  x.say(marta, `@lapor1708 ${typed.replace('MARTA', marta.username)}`, { photos: [bytes] })
  await work()
  expect(await textOf((await only())?.id)).toBe(kept)
})

test('the address of our site calls us, though X shows it as a short link', async () => {
  x.say(marta, `${trouble}, mohon lapor.go.id bantu`)
  await work()
  expect(await became()).toMatchObject({ outcome: 'report' })
})

test('a link that calls us without a word is looked at by a human', async () => {
  x.say(marta, `@lapor1708 ${map}`)
  await work()
  expect(await became()).toMatchObject({ outcome: 'quarantined', reason: 'unsure' })
})

test.each([
  ['a map', map],
  [
    'a map with words in its address',
    'ini lokasinya https://www.google.com/maps/place/Rusak+Parah/?q=-10.17,123.6&z=1',
  ],
])('a link sent to us alone answers our question: %s', async (_, said) => {
  const id = await asked()
  x.write(marta, said)
  await work()
  expect(await lastEvent(db, id)).toMatchObject({ move: 'complete', text: said })
})

test('the link to their report, sent back to us, asks how it stands and answers nothing', async () => {
  const id = await asked()
  x.write(marta, `http://lapor.test/lacak?id=${(await only())?.tracking_id}`)
  await work()
  expect(await only()).toMatchObject({ id, stage: 'on_hold' })
  expect(await became()).toMatchObject({ outcome: 'command', report_id: id })
})

test('a video answers our question; its office reads that it could not be taken', async () => {
  const id = await asked()
  x.write(marta, '', us, { videos: [bytes] })
  await work()
  const event = await lastEvent(db, id)
  expect(event).toMatchObject({ move: 'complete', text: expect.stringContaining('[1 video atau lampiran lain pada X') })
  expect(event).toMatchObject({ text: expect.not.stringContaining('t.co') })
})

test('a link or a video alone is asked about, and joins the complaint that is told next', async () => {
  x.write(marta, map)
  x.write(marta, '', us, { videos: [bytes] })
  await work()
  expect((await world.outcomes(since)).map(({ reason }) => reason)).toEqual(['what_happened', 'what_happened'])
  later(60_000)
  x.write(marta, trouble)
  await work()
  const id = (await only())?.id
  expect(await textOf(id)).toBe(`${map}\n${trouble}`)
  expect(await lastEvent(db, id ?? '')).toMatchObject({ text: expect.stringContaining('[1 video') })
})

test('whoever sends us nothing that we can read hears what may be written', async () => {
  x.write(marta, ' ')
  await work()
  expect(await became()).toMatchObject({ outcome: 'refused', reason: 'empty' })
  expect(x.heardBy(marta)).toEqual([expect.stringContaining('CEK')])
})

test('a video beside few words is a report, with its still picture', async () => {
  x.say(marta, '@lapor1708 ini min', { videos: [bytes] })
  await work()
  const id = (await only())?.id ?? ''
  expect(await textOf(id)).toBe('ini min\n[1 video atau lampiran lain pada X tidak dapat diambil]')
  const stills = await db.owner.selectFrom('casework.attachment').select('seq').where('report_id', '=', id).execute()
  expect(stills).toHaveLength(1)
})

test('a long post that calls us at its end is a report of all that it says', async () => {
  const text = `${'Jalan di depan pasar Oeba Kupang rusak parah sejak banjir bulan lalu. '.repeat(6)}Di sini ${map} mohon dilihat`
  x.say(marta, `${text} @lapor1708`)
  await work()
  expect(await textOf((await only())?.id)).toBe(text)
})

test('the older shape of X tells of links and videos as the newer does', async () => {
  const id = x.nextId()
  const entities = { urls: [{ url: 'https://t.co/map', expanded_url: map }] }
  const video = { type: 'video', media_url_https: `${x.url}/still.jpg`, url: 'https://t.co/video' }
  const user = { id_str: marta.id, screen_name: marta.username }
  const text = `@lapor1708 ${trouble} https://t.co/map https://t.co/video`
  await world.hook({
    tweet_create_events: [{ id_str: id, text, user, entities, extended_entities: { media: [video] } }],
  })
  const message_data = { text: ' https://t.co/video', attachment: { type: 'media', media: video } }
  const message_create = { sender_id: marta.id, target: { recipient_id: us.id }, message_data }
  await world.take()
  expect(await textOf((await only())?.id)).toMatch(new RegExp(`^${trouble} ${map}\n.*\n\\[1 video`))
  await world.hook({
    direct_message_events: [{ type: 'message_create', id: x.nextId(), message_create }],
    users: {},
  })
  await world.take()
  expect(await lastEvent(db, (await only())?.id ?? '')).toMatchObject({ text: expect.stringContaining('[1 video') })
})
