import { afterAll, beforeEach, expect, test } from 'vitest'
import { filedReports } from '../channels/sms/testing/filed-reports.ts'
import { replyTo } from '../channels/email/testing/compose.ts'
import { mailWorld } from '../channels/email/testing/mail-world.ts'
import type { GotLetter } from '../channels/email/testing/read-letter.ts'
import { aPhoto } from '../intake/testing/photos.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { dedi } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { eventsOf } from '../testing/events-of.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()
await onDuty(db, dedi)
const world = await mailWorld(db)
afterAll(() => world.close())
const path = '/kelola/pintu/perlu-dilihat'
const desk = deskOf(db, dedi, () => world.clock.now)
const photo = { filename: 'jalan.jpg', content: Buffer.from(await (await aPhoto()).arrayBuffer()) }
const complaint = { subject: 'Jalan rusak di Oeba', text: 'Jalan di depan pasar Oeba rusak parah sejak banjir.' }

let people = 0
let from = ''
beforeEach(() => {
  world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
  from = `warga${++people}@rumah.test`
})

const marks = [
  { 'X-Auto-Response-Suppress': 'All' },
  { 'List-Id': '<warga-oeba.rumah.test>' },
  { Precedence: 'bulk' },
  { 'List-Unsubscribe': '<https://rumah.test/berhenti>' },
]

test.each(marks)(
  'a complaint that an office’s server or a list has marked lies before the desk, and is a report once it says so: %j',
  async (headers) => {
    const before = (await filedReports(db)).length
    expect(await world.mail({ from, ...complaint, headers, attachments: [photo] })).toEqual([])
    expect(await world.arrival()).toMatchObject({ outcome: 'quarantined', reason: 'maybe_machine', report_id: null })
    await world.sweep()
    const html = await desk.page(path)
    expect(html).toContain('Jalan di depan pasar Oeba rusak parah')
    expect(html).toContain('bertanda mesin')
    const id = new RegExp(`${path}/([0-9a-f-]{36})/laporan`).exec(html)?.[1] ?? ''
    await desk.post(`${path}/${id}/laporan`, {})
    const letters = (await world.work()).filter(({ to }) => to === from)
    expect(letters.map(({ subject }) => subject)).toEqual([expect.stringContaining('laporan Anda diterima')])
    expect(await world.arrival()).toMatchObject({ outcome: 'report', sealed: null })
    const reports = await filedReports(db)
    expect(reports).toHaveLength(before + 1)
    const { id: report } = await world.report()
    const photos = await db.owner
      .selectFrom('casework.attachment')
      .select('seq')
      .where('report_id', '=', report)
      .execute()
    expect(photos).toHaveLength(1)
    expect(await desk.page(path)).not.toContain('rusak parah')
  },
)

test('whoever wished to be hidden is hidden when the desk files it', async () => {
  await world.mail({ from, ...complaint, text: `RAHASIA\n${complaint.text} Lurah tahu.`, headers: marks[0] })
  await world.sweep()
  const id = new RegExp(`${path}/([0-9a-f-]{36})/laporan`).exec(await desk.page(path))?.[1] ?? ''
  await desk.post(`${path}/${id}/laporan`, {})
  await world.work()
  expect(await world.report()).toMatchObject({ confidential: true })
})

test('what a machine’s mark stands on and reads like no report is refused, and from an address of nobody too', async () => {
  for (const more of [{ subject: '', text: 'CEK' }, { from: 'no-reply@toko.test' }]) {
    expect(await world.mail({ from, ...complaint, ...more, headers: marks[3] })).toEqual([])
    expect(await world.arrival()).toMatchObject({ outcome: 'refused', reason: 'list' })
  }
})

test('an answer to our letter that may be a machine’s is told to the office; it moves nothing and nobody is answered', async () => {
  const [receipt] = (await world.mail({ from, ...complaint, text: `${complaint.text} Di Liliba.` })) as [GotLetter]
  const { id, stage } = await world.report()
  const text = 'Tepatnya di depan toko Abadi.'
  expect(await world.mail({ ...replyTo(receipt, text), headers: marks[0] })).toEqual([])
  expect(await world.arrival()).toMatchObject({ outcome: 'reply', report_id: id })
  const events = await eventsOf(db, id)
  expect(events).toContainEqual({ move: 'note', text })
  expect(await world.report()).toMatchObject({ stage })
})

test('RAHASIA in answer to our letter hides the report, whatever mark its server has put over it', async () => {
  const [receipt] = (await world.mail({ from, ...complaint, text: `${complaint.text} Di Alak.` })) as [GotLetter]
  expect(await world.mail({ ...replyTo(receipt, 'RAHASIA'), headers: marks[0] })).toEqual([])
  expect(await world.report()).toMatchObject({ confidential: true })
})
