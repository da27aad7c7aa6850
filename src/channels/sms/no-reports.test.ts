import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'

// Who asks after a report hears of a wrong number only when one was said.

const db = await testDatabase()
const world = await smsWorld(db)
const t = wordsIn('id')

test.each(['cek', 'NILAI 4', 'laporan saya gimana?'])(
  'a number from which nothing came hears after "%s" that nothing came, and how to report',
  async (text) => {
    expect(await world.sms('+628128171001', text)).toEqual([t.sms_no_reports])
    expect(await filedReports(db)).toHaveLength(0)
  },
)

test('"CEK 12345" hears that the number is not known, whoever asks', async () => {
  expect(await world.sms('+628128171002', 'CEK 12345')).toEqual([t.sms_no_such_report])
  await world.sms('+628128171002', 'KOTKUPANG lampu gang Kenari mati sejak banjir')
  expect(await world.sms('+628128171002', 'cek 12345 dong pak')).toEqual([t.sms_no_such_report])
  expect(await filedReports(db)).toHaveLength(1)
})
