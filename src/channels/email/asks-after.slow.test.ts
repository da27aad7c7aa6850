import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { mailWorld } from './testing/mail-world.ts'

// A new mail that only asks after a report files none, and tells nobody whether its address has one: it names no number that could be wrong.

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())
const t = wordsIn('id')
const asking = { subject: 'Tanya laporan', text: 'gmn laporan saya pak?' }

test('whoever asks hears how to see where a report stands, and how to report', async () => {
  const from = 'sari@rumah.test'
  await world.mail({ from, subject: 'KOTKUPANG Lampu padam', text: 'Lampu jalan di Liliba padam sejak Senin.' })
  const { id } = await world.report()
  for (const who of [from, 'yohana@rumah.test']) {
    const [letter] = await world.mail({ from: who, ...asking })
    expect(letter?.text).toContain(t.mail_no_reports)
  }
  expect((await world.report()).id).toBe(id)
})
