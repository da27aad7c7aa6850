import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { filedReports } from '../sms/testing/filed-reports.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

// What somebody says in a file that we cannot open, or under a subject that machines write too, is looked at by a human, and never thrown away.

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())
const office = atTheOffice(db, world)
let people = 0
const somebody = () => `warga${++people}@rumah.test`

const file = (filename: string, contentType: string) => ({ filename, contentType, content: Buffer.from('jalan rusak') })
const letter = file('surat pengaduan.pdf', 'application/pdf')

test.each([
  ['a PDF alone', { attachments: [letter] }],
  ['winmail.dat alone', { attachments: [file('winmail.dat', 'application/ms-tnef')] }],
  ['a broken picture alone', { attachments: [file('jalan.jpg', 'image/jpeg')] }],
  ['a voice message alone', { attachments: [file('keluhan.m4a', 'audio/mp4')] }],
])('%s lies before the desk, the mail is kept, and its sender is asked for words', async (_what, written) => {
  const before = (await filedReports(db)).length
  const letters = await world.mail({ from: somebody(), ...written })
  expect(await world.arrival()).toMatchObject({
    outcome: 'quarantined',
    reason: 'only_files',
    sealed: expect.any(Buffer) as Buffer,
  })
  expect(await filedReports(db)).toHaveLength(before + 1)
  expect(letters.map(({ text }) => text).join()).toContain('tulislah dalam surel')
})

test('an answer to our question that is only a PDF is kept for a human, and moves nothing', async () => {
  const from = somebody()
  await world.mail({ from, subject: 'Jalan', text: 'Jalan di Oebufu rusak sejak banjir.' })
  const { id } = await world.report()
  await office.ask(id, 'Kirim suratnya?')
  const question = (await world.work()).findLast(({ to }) => to === from) as GotLetter
  await world.mail({ ...replyTo(question, ''), attachments: [letter] })
  expect(await world.arrival()).toMatchObject({ outcome: 'quarantined', reason: 'only_files', report_id: id })
  expect(await world.report()).toMatchObject({ id, stage: 'on_hold' })
})

test.each(['Tidak di tempat', 'Tidak di kantor', 'Sedang cuti', 'Dibaca', 'Read'])(
  'a complaint under the subject "%s" lies before the desk, and nobody is answered',
  async (subject) => {
    const text = `Petugas loket kecamatan ${subject} sejak Senin, warga antre berjam-jam. Mohon ditindak.`
    expect(await world.mail({ from: somebody(), subject, text })).toEqual([])
    expect(await world.arrival()).toMatchObject({ outcome: 'quarantined', reason: 'maybe_machine' })
  },
)
