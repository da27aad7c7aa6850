import { expect, test } from 'vitest'
import { addKeywordAlias } from '../../agencies/change-keyword.ts'
import { loadDirectory } from '../../agencies/directory.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { dedi } from '../../testing/cast.ts'
import { smsWorld } from './testing/sms-world.ts'

const db = await testDatabase()
await as(db.web, dedi, async (tx) => {
  await addKeywordAlias(tx, 'kota-kupang', 'PEMKOTKUPANG')
  await addKeywordAlias(tx, 'kota-kupang', 'KOTAKASIH')
})
const world = await smsWorld(db)
let phones = 0

const send = async (text: string) => {
  const phone = `+62823800${String(++phones).padStart(5, '0')}`
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  const heard = await world.sms(phone, text)
  return { phone, heard, report: await world.report() }
}

test.each([
  ['PEMKOTKUPANG selokan mampet di pasar', 'kota-kupang'],
  ['pemkot kupang selokan mampet di terminal', 'kota-kupang'],
  ['PEMKOTKUPNG selokan mampet di sekolah', 'kota-kupang'],
  ['KOTAKASIH selokan mampet di rumah sakit', 'kota-kupang'],
  ['KOTKUPANG selokan mampet di kantor lurah', 'kota-kupang'],
  ['selokan mampet di rumah susun Oesapa KOTKUPANG', 'kota-kupang'],
  ['KOMINFO situs pendaftaran tidak bisa dibuka', 'komdigi'],
  ['KEMENKUMHM paspor tidak kunjung terbit', 'kemenkum'],
])('an alias opens its office’s own door, one typo forgiven, as the keyword does: %s', async (text, office) => {
  expect((await send(text)).report.own_door_id).toBe(office)
})

test('with two typos we ask, and say the keyword that we print', async () => {
  const { heard, report } = await send('PEMKTKUPNG jalan berlubang di depan masjid')
  expect(heard.join(' ')).toContain('Maksud Anda KOTKUPANG?')
  expect(report.own_door_id).toBeNull()
})

test('no alias is a command, and each names one office', async () => {
  const { agencies } = await loadDirectory(db.publicDb)
  const all = agencies.flatMap(({ smsKeyword, smsAliases }) => [...(smsKeyword ? [smsKeyword] : []), ...smsAliases])
  expect(new Set(all).size).toBe(all.length)
  expect(agencies.find(({ id }) => id === 'kota-kupang')?.smsAliases).toEqual(['KOTAKASIH', 'PEMKOTKUPANG'])
})
