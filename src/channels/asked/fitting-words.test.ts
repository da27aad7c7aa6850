import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import type { Own } from '../sms/own-reports.ts'
import { smsWorld } from '../sms/testing/sms-world.ts'
import { fitsByWords } from './fitting-words.ts'

const db = await testDatabase()
const world = await smsWorld(db)
let phones = 0

/** The road and the lamp of one phone. */
async function two(wish = '') {
  const phone = `+62812818${String(++phones).padStart(5, '0')}`
  const own: Own[] = []
  for (const words of ['jalan berlubang di depan SD Inpres', 'lampu jalan mati di dekat masjid']) {
    world.clock.now = new Date(world.clock.now.getTime() + 86_400_000)
    await world.sms(phone, `KOTKUPANG ${words} rt ${phones}${wish}`)
    const { id, tracking_id: trackingId, anonymous, confidential, stage } = await world.report()
    own.push({ id, trackingId, stage, open: true, hides: { anonymous, confidential } })
  }
  const fits = async (text: string, some = own) => {
    const fit = await as(db.worker, system, (tx) => fitsByWords(tx, text, some))
    return { road: fit === own[0], lamp: fit === own[1] }
  }
  return { own, fits }
}

test.each([
  ['lampunya masih mati', { road: false, lamp: true }],
  ['masih berlubang pak', { road: true, lamp: false }],
  ['yang jalan sudah, lampu belum', { road: false, lamp: true }],
  ['belum pak masih rusak', { road: false, lamp: false }],
  ['jalannya', { road: false, lamp: false }],
  ['lampu sudah, lubang belum', { road: false, lamp: false }],
  ['petugas belum datang di depan rumah', { road: false, lamp: false }],
])('of a road and a lamp “%s” fits %j', async (text, fit) => {
  const { fits } = await two()
  expect(await fits(text)).toEqual(fit)
})

test('by words none is found while one of them is confidential: nobody learns by asking what stands in it', async () => {
  const { own, fits } = await two('. RAHASIA')
  expect(own.map(({ hides }) => hides.confidential)).toEqual([true, true])
  expect(await fits('lampunya masih mati')).toEqual({ road: false, lamp: false })
  const { own: open, fits: fitsOpen } = await two()
  expect(await fitsOpen('lampunya masih mati', [...open, ...own.slice(0, 1)])).toEqual({ road: false, lamp: false })
})
