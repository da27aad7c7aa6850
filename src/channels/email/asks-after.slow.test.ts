import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { groupTrackingId } from '../../report/tracking-id.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { mailWorld } from './testing/mail-world.ts'

// A new mail that only asks after a report files none.

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())
const t = wordsIn('id')
const asking = { subject: 'Tanya laporan', text: 'gmn laporan saya pak?' }

test('of an address with a report it is answered with how that stands', async () => {
  const from = 'sari@rumah.test'
  await world.mail({ from, subject: 'KOTKUPANG Lampu padam', text: 'Lampu jalan di Liliba padam sejak Senin.' })
  const report = await world.report()
  const [letter] = await world.mail({ from, ...asking })
  expect(letter?.text).toContain(groupTrackingId(report.tracking_id))
  expect(letter?.text).toContain(t.report_stage_received)
  expect((await world.report()).id).toBe(report.id)
})

test('of an address without one it is answered that nothing came, and how to report', async () => {
  const [letter] = await world.mail({ from: 'yohana@rumah.test', ...asking })
  expect(letter?.text).toContain(t.mail_no_reports)
})
