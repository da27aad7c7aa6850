import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { eventsOf } from '../../testing/events-of.ts'
import { somebody } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

// A report that hides something, by direct message alone: no word of it stands there, and its reporter reads and answers all the same.

const db = await testDatabase()
const world = await xWorld(db)
const { x, later, work } = world
const office = atTheOffice(db, world)
const question = 'Kapan itu terjadi?'
type Person = ReturnType<typeof somebody>

const linkIn = (said = '') => /http:\/\/lapor\.test(\/b\/[a-z2-7]{16})$/.exec(said)?.[1] ?? ''
const open = (path: string) => world.app.request(`http://lapor.test${path}`, { method: 'POST' })
const pageBy = async (path: string) => (await open(path)).text()

async function write(who: Person, text: string) {
  later()
  x.write(who, text)
  await work()
  return x.heardBy(who).at(-1) ?? ''
}

async function asked(who: Person, wish: string, thing: string) {
  const since = world.clock.now
  await write(who, `${wish} kepala dinas minta uang di ${thing} sejak Senin`)
  const [report] = await world.reports(since)
  if (!report) throw new Error('nothing was filed')
  later()
  await office.ask(report.id, question)
  await work()
  return { id: report.id, trackingId: report.tracking_id, heard: x.heardBy(who).at(-1) ?? '' }
}

test.each([
  ['RAHASIA', 'loket tiga puskesmas Oesapa', 'marta'],
  ['ANONIM', 'dua kantor camat Alak', 'rina'],
])(
  '%s on X: the question leads to CEK, that to a link, and there it is read; it is answered by direct message',
  async (wish, thing, name) => {
    const who = somebody(name)
    const { id, trackingId, heard } = await asked(who, wish, thing)
    expect(heard).toContain(`Pertanyaannya: tulis CEK ${trackingId}`)
    expect(heard).not.toContain('/b/')
    const inPublic = x.ours().length
    const said = await write(who, `CEK ${trackingId}`)
    expect(said).toMatch(/: Ditunda, perlu dilengkapi, paling lambat .*2026\. Baca di halaman ini\./)
    expect(said).not.toMatch(/Kapan itu|minta uang|rahasia|anonim/i)
    const path = linkIn(said)
    expect(await pageBy(path)).toContain(question)
    expect((await open(path)).status, 'opened once, it opens nobody else').toBe(404)
    await write(who, `BALAS ${trackingId} Kemarin pagi.`)
    expect((await eventsOf(db, id)).at(-1)).toMatchObject({ move: 'complete' })

    await office.forward(id)
    await office.answer(id, 'Pelaku sudah diperiksa.')
    await work()
    expect(x.heardBy(who).at(-1)).toContain(`Baca: CEK ${trackingId}`)
    const page = await pageBy(linkIn(await write(who, 'CEK')))
    for (const words of ['Kemarin pagi.', 'Pelaku sudah diperiksa.']) expect(page).toContain(words)
    expect(x.ours(), 'nothing of it is said in public').toHaveLength(inPublic)
  },
)

test('a CEK in public of a hidden report is answered by direct message alone', async () => {
  const who = somebody('yosef')
  const { trackingId } = await asked(who, 'RAHASIA', 'gudang beras Oebobo')
  const inPublic = x.ours().length
  later()
  x.say(who, `@lapor1708 CEK ${trackingId}`)
  await work()
  expect(x.ours()).toHaveLength(inPublic)
  expect(linkIn(x.heardBy(who).at(-1))).not.toBe('')
})

test('who did not file it gets no link by its number, and hears what they hear of a number that there is not', async () => {
  const { trackingId } = await asked(somebody('ina'), 'RAHASIA', 'kantor lurah Naikoten')
  const rio = somebody('rio')
  const said = await write(rio, `CEK ${trackingId}`)
  expect(said).toContain('tidak kami temukan')
  expect(await write(rio, 'CEK K7M2QX4PW')).toBe(said)
  const lent = await db.owner
    .selectFrom('identity.page_link as l')
    .innerJoin('casework.report as r', 'r.id', 'l.report_id')
    .select('l.hash')
    .where('r.tracking_id', '=', trackingId)
    .execute()
  expect(lent).toEqual([])
})

test('what hides nothing is still told to the account that asks, with no such link', async () => {
  const who = somebody('petrus')
  const { trackingId } = await asked(who, '', 'loket terminal Oebobo')
  const said = await write(who, `CEK ${trackingId}`)
  expect(said).toContain(question)
  expect(said).not.toContain('/b/')
})
