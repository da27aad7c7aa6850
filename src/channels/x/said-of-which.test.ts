import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { threadOf } from '../../testing/events-of.ts'
import { somebody } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

// Somebody posted two reports, and nobody has asked about either: what they say by direct message goes to the one that it fits, or we ask.

const db = await testDatabase()
const { x, later, work } = await xWorld(db)
const hour = 3_600_000

async function two() {
  later()
  const who = somebody('b')
  x.say(who, `@lapor1708 lampu jalan mati di Oepura gang ${who.id}`)
  await work()
  later(hour)
  x.say(who, `@lapor1708 sampah numpuk di Fontein gang ${who.id}`)
  await work()
  later()
  const [trash, lamp] = await db.owner
    .selectFrom('casework.report')
    .select(['id', 'tracking_id'])
    .orderBy('filed_at', 'desc')
    .limit(2)
    .execute()
  if (!trash || !lamp) throw new Error('two reports were to be filed')
  return { who, trash, lamp, before: await count() }
}

const count = async () => (await db.owner.selectFrom('casework.report').select('id').execute()).length
const notes = async ({ id }: { id: string }) => (await threadOf(db, id)).filter((line) => line.startsWith('note: '))

test.each([
  ['lampunya di depan gereja Kaisarea', 'lamp'],
  ['yang lampu itu di depan gereja', 'lamp'],
  ['yang sampah itu di depan gereja', 'trash'],
] as const)('“%s” is told to the report that it fits', async (words, meant) => {
  const theirs = await two()
  x.write(theirs.who, words)
  await work()
  expect(await notes(theirs[meant])).toEqual([`note: ${words}`])
  expect(await notes(theirs[meant === 'lamp' ? 'trash' : 'lamp'])).toEqual([])
  expect(await count()).toBe(theirs.before)
})

test('what may be a complaint of its own is asked about, with the number of the one that it fits', async () => {
  const theirs = await two()
  x.write(theirs.who, 'sampahnya di depan gereja Kaisarea')
  await work()
  expect(x.heardBy(theirs.who).at(-1)).toContain(`Balasan untuk ${theirs.trash.tracking_id}?`)
  x.write(theirs.who, 'BALAS')
  await work()
  expect(await notes(theirs.trash)).toEqual(['note: sampahnya di depan gereja Kaisarea'])
  expect([await notes(theirs.lamp), await count()]).toEqual([[], theirs.before])
})

test('what fits none of them is asked about, and told to the one that is named', async () => {
  const theirs = await two()
  x.write(theirs.who, 'petugasnya belum datang juga')
  await work()
  expect(x.heardBy(theirs.who).at(-1)).toContain('laporan yang mana?')
  x.write(theirs.who, 'lampu')
  await work()
  expect(await notes(theirs.lamp)).toEqual(['note: petugasnya belum datang juga'])
  expect([await notes(theirs.trash), await count()]).toEqual([[], theirs.before])
})
