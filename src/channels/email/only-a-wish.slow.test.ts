import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { mailWorld } from './testing/mail-world.ts'

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())

const hour = 3_600_000
let people = 0
const somebody = () => `warga${++people}@rumah.test`
const later = (ms = hour) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}
const complain = (from: string) =>
  world.mail({ from, subject: 'Pungli', text: `Petugas loket di kantor kami meminta uang, kata ${from}.` })

test.each([
  ['RAHASIA', '', { confidential: true, anonymous: false }],
  ['', 'RAHASIA', { confidential: true, anonymous: false }],
  ['', 'anonim ya pak', { confidential: false, anonymous: true }],
  ['anonim', 'rahasia', { confidential: true, anonymous: true }],
])('a wish alone, %j and %j, is asked what happened, and is for what they then say', async (subject, text, hidden) => {
  const from = somebody()
  const [asks] = await world.mail({ from, subject, text })
  expect(asks?.text).toContain('Apa yang terjadi?')
  later()
  await complain(from)
  expect(await world.report()).toMatchObject(hidden)
})

test('once said of a report the wish is not for the next one, nor after a day, nor for anybody else', async () => {
  const [one, other] = [somebody(), somebody()]
  await world.mail({ from: one, subject: '', text: 'RAHASIA' })
  await complain(other)
  expect(await world.report()).toMatchObject({ confidential: false })
  await complain(one)
  expect(await world.report()).toMatchObject({ confidential: true })
  later()
  await world.mail({ from: one, subject: 'Lampu mati', text: 'Lampu jalan di Oebobo mati sejak Senin.' })
  expect(await world.report()).toMatchObject({ confidential: false })
  await world.mail({ from: other, subject: '', text: 'RAHASIA' })
  later(26 * hour)
  await world.mail({ from: other, subject: 'Air mati', text: 'Air di Liliba tidak mengalir sejak Senin.' })
  expect(await world.report()).toMatchObject({ confidential: false })
})

test('the wish hides what they had said in the open, when they say it again', async () => {
  const from = somebody()
  await complain(from)
  const { id } = await world.report()
  later()
  await world.mail({ from, subject: '', text: 'RAHASIA' })
  await complain(from)
  expect(await world.report()).toMatchObject({ id, confidential: true })
})
