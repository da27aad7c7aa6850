import { beforeEach, expect, test } from 'vitest'
import { withdrawReport } from '../../closing/withdraw-report.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { lastEvent } from '../../testing/events-of.ts'
import { somebody } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

// Whoever thanks us, or talks to a neighbour, below their own report opens nothing again by it.

const db = await testDatabase()
const world = await xWorld(db)
const { x, later, work } = world
const office = atTheOffice(db, world)
beforeEach(() => x.posts.splice(0))

/** A report that was answered; its post, and our public answer. */
async function answered() {
  later()
  const since = world.clock.now
  const marta = somebody('marta')
  const post = x.say(marta, '@lapor1708 jalan rusak di depan pasar Oeba Kupang sejak banjir, motor sering jatuh')
  await work()
  const [report] = await world.reports(since)
  const id = report?.id ?? ''
  await office.forward(id)
  await office.answer(id, 'Sudah ditambal.')
  await work()
  later()
  const below = (parent: { id: string }) => ({
    referenced_tweets: [{ type: 'replied_to', id: parent.id }],
    conversation_id: post.id,
  })
  return { id, marta, post, ours: x.ours().at(-1) as { id: string }, below }
}
/** One that was confirmed. */
async function closed() {
  const one = await answered()
  x.write(one.marta, 'sudah selesai')
  await work()
  expect(await stateOf(one.id)).toMatchObject({ stage: 'closed' })
  later()
  return one
}
const stateOf = (id: string) =>
  db.owner.selectFrom('casework.report').select(['stage', 'reopened']).where('id', '=', id).executeTakeFirstOrThrow()

test.each(['sip min', 'oke siap', 'alhamdulillah', 'sama-sama min', 'makasih min sudah diperbaiki'])(
  '%j below our answer leaves the report settled',
  async (words) => {
    const { id, marta, ours, below } = await closed()
    x.say(marta, `@lapor1708 ${words}`, below(ours))
    await work()
    expect(await stateOf(id)).toMatchObject({ stage: 'closed', reopened: 0 })
  },
)

const praise = [
  'Terima kasih pemkot, lampu sudah nyala lagi',
  'Mantap, lampu jalan sudah terang. Sukses selalu untuk pemkot Kupang',
  'Warga sangat senang, semoga pelayanan seperti ini dipertahankan',
]

test.each(praise)('%j below our answer, or the post, is a note and opens nothing', async (words) => {
  const { id, marta, post, ours, below } = await closed()
  for (const parent of [ours, post]) {
    x.say(marta, `@lapor1708 ${words}`, below(parent))
    await work()
    expect(await stateOf(id)).toMatchObject({ stage: 'closed', reopened: 0 })
    expect(await lastEvent(db, id)).toMatchObject({ move: 'note' })
    later()
  }
})

test.each(praise)('%j of an answer sends nothing back: whether it is settled is asked', async (words) => {
  const { id, marta, ours, below } = await answered()
  x.say(marta, `@lapor1708 ${words}`, below(ours))
  await work()
  expect(await stateOf(id)).toMatchObject({ stage: 'answered' })
  expect(x.heardBy(marta).at(-1)).toContain('Balas YA')
})

test('praise with a complaint beside it opens it again', async () => {
  const { id, marta, ours, below } = await closed()
  x.say(marta, '@lapor1708 Terima kasih, tapi jalan di gang sebelah masih rusak', below(ours))
  await work()
  expect(await stateOf(id)).toMatchObject({ stage: 'in_progress', reopened: 1 })
})

test('what says something below our answer opens it again', async () => {
  const { id, marta, ours, below } = await closed()
  x.say(marta, '@lapor1708 tambalannya sudah bolong lagi di sisi timur', below(ours))
  await work()
  expect(await stateOf(id)).toMatchObject({ stage: 'in_progress', reopened: 1 })
})

test('of a report that was withdrawn nobody hears anything for a word to a neighbour below it', async () => {
  later()
  const since = world.clock.now
  const marta = somebody('marta')
  const post = x.say(marta, '@lapor1708 lampu jalan di depan pasar Oeba Kupang mati sejak banjir, gelap sekali')
  await work()
  const [report] = await world.reports(since)
  const reporter = { role: 'reporter', reportId: report?.id ?? '' } as const
  const setting = { rules: await world.taking.rules(), directory: await world.taking.directory(), now: world.clock.now }
  await as(db.web, reporter, (tx) => withdrawReport(tx, reporter, reporter.reportId, setting))
  const before = x.heardBy(marta)
  const below = { referenced_tweets: [{ type: 'replied_to', id: post.id }], conversation_id: post.id }
  const rio = x.say(somebody('rio'), '@marta @lapor1708 wah jalan kami juga begitu', below)
  const belowRio = { ...below, referenced_tweets: [{ type: 'replied_to', id: rio.id }] }
  x.say(marta, '@rio @lapor1708 coba lapor juga bang, cepat kok kemarin', belowRio)
  await work()
  expect(x.heardBy(marta)).toEqual(before)
})

test('a talk with a neighbour below one’s own report moves nothing; whoever has it reads what was said', async () => {
  const { id, marta, post, below } = await closed()
  const rio = x.say(somebody('rio'), '@marta @lapor1708 wah jalan kami juga begitu', below(post))
  await work()
  later()
  const words = 'coba lapor juga bang, cepat kok kemarin'
  const said = x.say(marta, `@rio @lapor1708 ${words}`, below(rio))
  await work()
  expect(await stateOf(id)).toMatchObject({ stage: 'closed', reopened: 0 })
  expect(await lastEvent(db, id)).toMatchObject({ move: 'note', text: expect.stringContaining(words) })
  const before = await lastEvent(db, id)
  x.say(marta, '@rio sama-sama bang', below(rio))
  await work()
  expect(await lastEvent(db, id)).toEqual(before)

  later()
  x.say(marta, '@lapor1708 sudah bolong lagi di sisi timur jembatan', below(said))
  await work()
  expect(await stateOf(id), 'below her own words it is hers again').toMatchObject({ stage: 'in_progress', reopened: 1 })
})
