import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { threadOf } from '../../testing/events-of.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'
import {
  answered,
  asked,
  closed,
  heard,
  nothing,
  open,
  question,
  road,
  twoOpen,
} from './understand/testing/standings.ts'

// Only the reporter lowers secrecy, confirmed on the page of the report: by SMS it is told how, and nothing else is done.

const db = await testDatabase()
const world = await smsWorld(db)
const hour = 3_600_000

const lowering = `tidak perlu rahasia lagi pak
tdk usah dirahasiakan lagi
jangan dirahasiakan lagi ya
sudah tidak perlu anonim lagi
nama saya tidak perlu dirahasiakan
batal rahasia pak`.split('\n')

test.each(lowering)('"%s" is told how, and is no report', (text) => {
  for (const own of [open, closed, answered]) expect(heard(text, own)).toEqual({ kind: 'lower', trackingId: road })
  expect(heard(text, twoOpen)).toEqual(question('which_report'))
  expect(heard(text, nothing)).toEqual(question('no_such_report'))
  // To our question it may be the answer.
  expect(heard(text, asked).kind).toMatch(/lagi/.test(text) ? 'lower' : /^(?:reply|ask)$/)
})

test.each(['tidak perlu rahasia lagi lurah minta uang', 'dana desa jangan dirahasiakan lagi', 'rahasia saja pak'])(
  '"%s" asks for something else',
  (text) => expect(heard(text, open)).not.toMatchObject({ kind: 'lower' }),
)

test.each(['one', 'two'] as const)(
  'of %s confidential nothing is opened, and after a day there is no other',
  async (many) => {
    const from = many === 'one' ? '+6281277700001' : '+6281277700002'
    for (const words of many === 'one' ? ['loket'] : ['loket', 'parkir']) {
      world.clock.now = new Date(world.clock.now.getTime() + hour)
      await world.sms(from, `RAHASIA KOTKUPANG petugas ${words} ${many} minta uang tanpa karcis`)
    }
    const before = await filedReports(db)
    const [said] = await world.sms(from, 'tidak perlu rahasia lagi pak')
    expect(said).toContain(many === 'one' ? 'Untuk mengubah pengaturan' : 'laporan yang mana')
    expect(said).not.toMatch(/rahasia/i)
    world.clock.now = new Date(world.clock.now.getTime() + 25 * hour)
    await world.sweep()
    await world.sweep()
    const after = await filedReports(db)
    expect(after).toHaveLength(before.length)
    expect(after.every(({ confidential }) => confidential)).toBe(true)
  },
)

test('of two, the number that answers "which report?" brings the page of that one, and the wish is no reply to it', async () => {
  const from = '+6281277700003'
  for (const words of ['loket', 'parkir']) {
    world.clock.now = new Date(world.clock.now.getTime() + hour)
    await world.sms(from, `RAHASIA KOTKUPANG petugas ${words} tiga kali minta uang tanpa karcis`)
  }
  const { id, tracking_id: number } = await world.report()
  const said = (await threadOf(db, id)).length
  expect(await world.sms(from, 'tidak usah rahasia lagi')).toEqual([expect.stringContaining('laporan yang mana')])
  world.clock.now = new Date(world.clock.now.getTime() + hour)
  expect(await world.sms(from, number)).toEqual([expect.stringContaining('Untuk mengubah pengaturan')])
  expect((await threadOf(db, id)).length).toBe(said)
})
