import { beforeEach, expect, test } from 'vitest'
import { arrivalsLedger } from '../../intake/arrivals-ledger.ts'
import { aPhoto } from '../../intake/testing/photos.ts'
import { as } from '../../report/as.ts'
import { dedi } from '../../testing/cast.ts'
import { holdReport } from '../../verification/hold-report.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { somebody, us } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

const db = await testDatabase()
const world = await xWorld(db)
const { x, work } = world
const trouble = 'jalan rusak di depan pasar Oeba Kupang sejak banjir, motor sering jatuh'

let since = world.clock.now
let marta = somebody('marta')
let rio = somebody('rio')

/** Each test has its own hour and its own people. */
beforeEach(() => {
  world.later()
  since = world.clock.now
  marta = somebody('marta')
  rio = somebody('rio')
  x.posts.splice(0)
})

const reports = () => world.reports(since)
const became = async () =>
  (await world.outcomes(since)).map(({ outcome, reason }) => [outcome, reason].filter(Boolean).join(' ')).toSorted()
const texts = async () => {
  const ids = (await reports()).map(({ id }) => id)
  return db.owner.selectFrom('casework.content').select('text').where('report_id', 'in', ids).execute()
}

test('a name in front, a hashtag in the middle, the address of the site: each is somebody who calls us', async () => {
  x.say(marta, `@lapor1708 ${trouble}`)
  x.say(rio, 'lampu jalan mati di Jl. Timor Raya #lapor1708 sudah dua minggu')
  x.say({ ...somebody('desi') }, 'Air PDAM tidak mengalir sejak Senin di Kelurahan Oebobo, mohon www.lapor.go.id bantu')
  await work()
  expect(await became()).toEqual(['report', 'report', 'report'])
  expect((await texts()).map(({ text }) => text)).toContain(trouble)
})

test('what is only passed on, quoted, our own, promotion, or no report is ignored, each for its reason', async () => {
  const post = x.say(marta, 'apa kabar')
  await world.hook({ data: post, ...x.beside([post]) })
  const about = (type: string) => ({ referenced_tweets: [{ type, id: post.id }] })
  x.say(rio, `RT @marta: @lapor1708 ${trouble}`, about('retweeted'))
  x.say(rio, `@lapor1708 ${trouble}`, about('quoted'))
  await world.hook({
    tweet_create_events: [
      { id_str: '77', text: '@lapor1708 jalan rusak', user: { id_str: us.id, screen_name: 'lapor1708' } },
    ],
  })
  x.say(
    { id: '900', username: 'diskominfo_kupang', name: 'Diskominfo' },
    'Yuk laporkan keluhan Anda melalui SP4N LAPOR! @lapor1708 #pelayananpublik #kupang',
  )
  x.say(rio, '@lapor1708 mantap')
  await work()
  expect(await became()).toEqual([
    'refused not_a_report',
    'refused not_addressed',
    'refused own',
    'refused promotion',
    'refused quote',
    'refused retweet',
  ])
  expect(await reports()).toEqual([])
  const door = (await arrivalsLedger(db.web)).find((one) => one.door === 'x')
  expect(door?.outcomes.refused).toBe(6)
  expect(door?.received).toBe(Object.values(door?.outcomes ?? {}).reduce((sum, n) => sum + n, 0))
})

test('one post that the stream, the lists and the hook bring, in parallel and a month later, is one report', async () => {
  const post = x.say(marta, `@lapor1708 ${trouble}`)
  const envelope = {
    data: { event_uuid: '2080761390344937796', event_type: 'post.create', payload: post, ...x.beside([post]) },
  }
  expect(
    await Promise.all([world.hook(envelope), world.hook(envelope), world.hook({ data: post, ...x.beside([post]) })]),
  ).toEqual([200, 200, 200])
  await work()
  world.later(31 * 86_400_000)
  expect(await world.hook(envelope)).toBe(200)
  await work()
  expect(await became()).toEqual(['report'])
  expect(x.ours()).toHaveLength(1)
})

test('photos are drawn anew and come with the report; one that cannot be had costs itself alone', async () => {
  const bytes = Buffer.from(await (await aPhoto()).arrayBuffer())
  const post = x.say(marta, `@lapor1708 ${trouble}`, {
    photos: [bytes, Buffer.from('no picture')],
    geo: { place_id: 'kupang', coordinates: { type: 'Point', coordinates: [123.6, -10.17] } },
  })
  await work()
  const [report] = await reports()
  expect(report).toMatchObject({ place: 'Kupang, Nusa Tenggara Timur', public_lat: -10.17, public_lon: 123.6 })
  const kept = await db.owner
    .selectFrom('casework.attachment')
    .select('id')
    .where('report_id', '=', report?.id ?? '')
    .execute()
  expect(kept).toHaveLength(1)
  expect((await texts())[0]?.text).toContain('[1 foto pada X tidak dapat diambil]')
  expect(post.id).toBeTruthy()
})

test('a picture sent to us alone is shown to our account alone, and comes with the report', async () => {
  const bytes = Buffer.from(await (await aPhoto()).arrayBuffer())
  const path = '/1.1/ton/data/dm/1/2/foto.jpg'
  x.media.set(path, { path, bytes, direct: true })
  const media = { type: 'photo', media_url_https: `${x.url}${path}` }
  const message_data = { text: trouble, attachment: { type: 'media', media } }
  const message_create = { sender_id: '777', target: { recipient_id: us.id }, message_data }
  await world.hook({ direct_message_events: [{ type: 'message_create', id: x.nextId(), message_create }], users: {} })
  await work()
  const [report] = await reports()
  const kept = await db.owner
    .selectFrom('casework.attachment')
    .select('id')
    .where('report_id', '=', report?.id ?? '')
    .execute()
  expect(kept).toHaveLength(1)
  expect((await fetch(media.media_url_https)).status, 'a stranger is not shown it').toBe(403)
})

test('pictures are fetched from the media host alone', async () => {
  const post = { id_str: '88', text: `@lapor1708 ${trouble}`, user: { id_str: '501', screen_name: 'marta' } }
  const media = [{ type: 'photo', media_url_https: 'http://169.254.169.254/latest/meta-data' }]
  await world.hook({ tweet_create_events: [{ ...post, extended_entities: { media } }] })
  await work()
  expect((await texts())[0]?.text).toContain('[1 foto pada X tidak dapat diambil]')
})

test('RAHASIA, ANONIM and a protected account are never answered in public, only by direct message', async () => {
  x.say(marta, '@lapor1708 RAHASIA lurah meminta uang untuk surat pindah di Oesapa')
  x.say(rio, '@lapor1708 pungli di kantor desa, mohon identitas saya dirahasiakan')
  x.say({ ...somebody('desi'), protected: true }, '@lapor1708 air tidak mengalir sejak Senin di Oebobo')
  await work()
  const switches = (await reports()).map(({ confidential, anonymous }) => [confidential, anonymous].join()).toSorted()
  expect(switches).toEqual(['false,true', 'true,false', 'true,false'])
  expect(x.ours()).toEqual([])
  expect(x.heardBy(marta)).toHaveLength(1)
  expect(x.heardBy(marta)[0]).not.toMatch(/rahasia|lurah/i)
})

test('our public answer is taken back when its reporter hides the report afterwards', async () => {
  x.say(marta, `@lapor1708 ${trouble}`)
  await work()
  expect(x.ours()).toHaveLength(1)
  x.write(marta, 'ANONIM')
  await work()
  expect((await reports())[0]).toMatchObject({ anonymous: true })
  await world.minute()
  expect(x.ours()).toEqual([])
})

test('what its author adds below belongs to the report; what a stranger adds is the stranger’s', async () => {
  const post = x.say(marta, `@lapor1708 ${trouble}`)
  await work()
  const below = (id: string) => ({ conversation_id: post.id, referenced_tweets: [{ type: 'replied_to', id }] })
  x.say(marta, '@lapor1708 ini di sisi timur, dekat jembatan', below(post.id))
  x.say(marta, '@lapor1708 @dinaspu tolong hari ini juga', below(x.ours()[0]?.id ?? ''))
  x.say(marta, '@lapor1708 terima kasih min', below(x.ours()[0]?.id ?? ''))
  x.say(rio, '@lapor1708 di Jl. Timor Raya lampu jalan juga mati, tolong', below(post.id))
  await work()
  expect(await became()).toEqual(['refused not_a_report', 'reply', 'reply', 'report', 'report'])
  expect((await world.outcomes(since)).map(({ report_id }) => report_id).filter(Boolean).length).toBe(4)
  expect(await reports()).toHaveLength(2)
})

test('an edited post is noted on its report; the same words again are the same report', async () => {
  const post = x.say(marta, `@lapor1708 ${trouble}`)
  await work()
  x.say(marta, `@lapor1708 ${trouble} dan anak-anak`, { edit_history_tweet_ids: [post.id, x.nextId()] })
  x.say(marta, `@lapor1708 ${trouble}`)
  await work()
  expect(await became()).toEqual(['reply edited', 'report', 'report same'])
  const notes = await db.owner
    .selectFrom('casework.event')
    .select('text')
    .where('move', '=', 'note')
    .where('at', '>=', since)
    .execute()
  expect(notes.map(({ text }) => text)).toEqual([`Diubah pelapor di X:\n${trouble} dan anak-anak`])
  expect(x.ours()).toHaveLength(1)
})

test('what cannot be read is kept for a human, once; events without words are no message', async () => {
  expect(await world.hook('{"data":{"event_type":"post.create","payload":{"odd":1}}}')).toBe(200)
  expect(await world.hook('{"data":{"event_type":"post.create","payload":{"odd":1}}}')).toBe(200)
  expect(await world.hook('no json at all')).toBe(200)
  expect(await world.hook({ favorite_events: [{}] })).toBe(200)
  expect(await world.hook({ data: { event_type: 'follow.follow', payload: {} } })).toBe(200)
  await work()
  expect(await became()).toEqual(['quarantined unreadable', 'quarantined unreadable'])
})

test('STOP by direct message is honoured: what is asked for is answered, news are not told, until MULAI', async () => {
  x.say(marta, `@lapor1708 ${trouble}`)
  await work()
  x.write(marta, 'STOP')
  await work()
  expect(x.heardBy(marta).at(-1)).toContain('Kami berhenti mengirim kabar ke akun ini')
  const [report] = await reports()
  const setting = { rules: await world.taking.rules(), directory: await world.taking.directory(), now: world.clock.now }
  await as(db.web, dedi, (tx) => holdReport(tx, dedi, report?.id ?? '', { question: 'Sisi mana?' }, setting))
  await work()
  expect(x.heardBy(marta).at(-1)).toContain('berhenti')
  x.write(marta, 'MULAI')
  x.write(marta, 'CEK')
  await work()
  expect(x.heardBy(marta).at(-1)).toContain(report?.tracking_id)
})

test('a command in public is answered to whoever gave it alone', async () => {
  x.say(marta, `@lapor1708 ${trouble}`)
  await work()
  const [report] = await reports()
  x.say(marta, `@lapor1708 cek ${report?.tracking_id}`)
  x.say(rio, `@lapor1708 cek ${report?.tracking_id}`)
  await work()
  expect(await became()).toEqual(['command', 'command', 'report'])
  expect(x.heardBy(marta).at(-1)).toContain(`${report?.tracking_id}`)
  expect(x.heardBy(rio)).toEqual([expect.stringContaining('tidak kami temukan pada akun ini')])
  expect(x.ours()).toHaveLength(1)
})

test('a message that one account sends again and again is one report, and is not answered each time', async () => {
  for (let times = 0; times < 12; times++) x.write(marta, `${trouble}, tolong`)
  await work()
  expect(await reports()).toHaveLength(1)
  expect(x.heardBy(marta).length).toBeLessThan(8)
})
