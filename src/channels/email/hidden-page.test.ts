import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { eventsOf } from '../../testing/events-of.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

// A report that hides something, by mail alone: no word of it lies in a mailbox, and its reporter reads and answers all the same.

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())
const office = atTheOffice(db, world)
const question = 'Kapan itu terjadi?'

const linkIn = (text = '') => /http:\/\/lapor\.test(\/b\/[a-z2-7]{16})$/m.exec(text)?.[1] ?? ''
const open = (path: string) => world.app.request(`http://lapor.test${path}`, { method: 'POST' })
const pageBy = async (path: string) => (await open(path)).text()
const answerTo = async (letter: GotLetter, words: string) => (await world.mail(replyTo(letter, words)))[0]?.text ?? ''
const letterTo = async (from: string) => (await world.work()).findLast(({ to }) => to === from) as GotLetter

async function asked(from: string, wish: string, thing: string) {
  await world.mail({ from, subject: `${wish} pungli`, text: `Kepala dinas minta uang di ${thing} sejak Senin.` })
  const { id, tracking_id: trackingId } = await world.report()
  await office.ask(id, question)
  return { id, trackingId, letter: await letterTo(from) }
}

test.each([
  ['RAHASIA', 'loket Oeba', 'yohana@rumah.test'],
  ['ANONIM', 'kantor camat Alak', 'rina@rumah.test'],
])(
  '%s by mail: the question leads to CEK, that to a link, and there it is read; it is answered by mail',
  async (wish, thing, from) => {
    const { id, letter } = await asked(from, wish, thing)
    expect(letter.text).toContain('Balas surel ini dengan CEK untuk membaca pertanyaannya')
    expect(letter.text).not.toContain('/b/')
    const said = await answerTo(letter, 'CEK')
    expect(said).toMatch(/Status: Ditunda, perlu dilengkapi, paling lambat .*2026\./)
    expect(said).not.toMatch(/Kapan itu|minta uang|rahasia|anonim/i)
    const path = linkIn(said)
    expect(await pageBy(path)).toContain(question)
    expect((await open(path)).status, 'opened once, it opens nobody else').toBe(404)
    await answerTo(letter, 'Kemarin pagi.')
    expect((await eventsOf(db, id)).at(-1)).toMatchObject({ move: 'complete' })

    await office.forward(id)
    await office.answer(id, 'Pelaku sudah diperiksa.')
    const answered = await letterTo(from)
    expect(answered.text).toContain('Balas surel ini dengan CEK untuk membacanya')
    const page = await pageBy(linkIn(await answerTo(answered, 'CEK')))
    for (const words of ['Kemarin pagi.', 'Pelaku sudah diperiksa.']) expect(page).toContain(words)
  },
)

test('who did not file it gets no link, by its number or by answering a letter about it', async () => {
  const { id, trackingId, letter } = await asked('ina@rumah.test', 'RAHASIA', 'kantor lurah Naikoten')
  const from = 'rio@orang.test'
  const byNumber = await world.mail({ from, subject: `CEK ${trackingId}`, text: '' })
  const byLetter = await world.mail({ ...replyTo(letter, 'CEK'), from })
  expect([...byNumber, ...byLetter].map(({ text }) => text).join()).not.toMatch(/\/b\/|Ditunda/)
  const lent = db.owner.selectFrom('identity.page_link').select('hash').where('report_id', '=', id)
  expect(await lent.execute()).toEqual([])
})

test('what hides nothing is still told in the letter, with no such link', async () => {
  const { letter } = await asked('petrus@rumah.test', 'Keluhan', 'loket terminal Oebobo')
  const said = await answerTo(letter, 'CEK')
  expect(said).toContain(question)
  expect(said).not.toContain('/b/')
})
