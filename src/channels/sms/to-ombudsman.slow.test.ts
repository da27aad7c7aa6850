import { expect, test } from 'vitest'
import { offerOmbudsman } from '../../oversight/offer-ombudsman.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { eventsOf } from '../../testing/events-of.ts'
import { smsWorld } from './testing/sms-world.ts'

// After 60 days a report is offered to be handed to the Ombudsman: whoever has a telephone alone can say yes, and only that does it.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const later = (days = 0.1) => {
  world.clock.now = new Date(world.clock.now.getTime() + days * 86_400_000)
}
let phones = 0

async function filed(
  phone = `+62813800${String(++phones).padStart(5, '0')}`,
  thing = `jembatan ${'abcdefghijk'[phones]}`,
) {
  later()
  await world.sms(phone, `KOTKUPANG ${thing} rusak parah sejak lama`)
  const { id, tracking_id: trackingId } = await world.report()
  await office.forward(id)
  return { phone, id, trackingId }
}

/** Unresolved for 60 days, and offered: what the phone heard of it. */
async function offer(...reports: { id: string }[]) {
  later(61)
  world.clock.now.setUTCHours(3)
  const setting = { rules: await world.taking.rules(), directory: await world.taking.directory(), now: world.clock.now }
  for (const { id } of reports) await as(db.worker, system, (tx) => offerOmbudsman(tx, id, setting))
  return (await world.work()).filter(({ text }) => text.includes('Ombudsman')).map(({ text }) => text)
}

const isGiven = async (id: string) => (await eventsOf(db, id)).some(({ move }) => move === 'escalate')

test('the offer says the word, and brings the way to the page where it can be accepted as well', async () => {
  const report = await filed()
  const [heard = ''] = await offer(report)
  expect(heard).toMatch(/Balas OMBUDSMAN, atau: http:\/\/lapor\.test\/b\/[a-z2-7]{16}$/)
  const path = new URL(/http\S+$/.exec(heard)?.[0] ?? '').pathname
  const page = await world.app.request(`http://lapor.test${path}`, { method: 'POST' })
  expect(await page.text()).toContain(`/laporan/${report.trackingId}/ombudsman`)
})

test.each(['OMBUDSMAN', 'Ya setuju, serahkan ke ombudsman', 'ombusdman pak', 'BALAS <id> serahkan ke ombudsman'])(
  '“%s” hands over the report that was offered, once',
  async (words) => {
    const report = await filed()
    await offer(report)
    const said = words.replace('<id>', report.trackingId)
    for (let times = 0; times < 2; times += 1)
      expect(await world.sms(report.phone, said)).toEqual([expect.stringContaining('kami serahkan kepada Ombudsman')])
    expect((await eventsOf(db, report.id)).filter(({ move }) => move === 'escalate')).toHaveLength(1)
  },
)

test.each(['jangan serahkan ke ombudsman', 'OMBUDSMAN belum perlu', 'ombudsman?'])(
  '“%s” hands nothing over',
  async (words) => {
    const report = await filed()
    await offer(report)
    await world.sms(report.phone, words)
    expect(await isGiven(report.id)).toBe(false)
  },
)

test('what is asked to be hidden beside the consent is hidden, and the report handed over', async () => {
  const report = await filed()
  await offer(report)
  expect(await world.sms(report.phone, 'OMBUDSMAN, rahasiakan nama saya')).toEqual([
    expect.stringContaining('kami serahkan kepada Ombudsman'),
  ])
  expect([await isGiven(report.id), await world.report()]).toEqual([
    true,
    expect.objectContaining({ id: report.id, anonymous: true }),
  ])
})

test('before the 60 days it is said that nothing can be handed over yet', async () => {
  const report = await filed()
  await world.work()
  expect(await world.sms(report.phone, 'OMBUDSMAN')).toEqual([expect.stringContaining('sekarang tidak dapat')])
  expect(await isGiven(report.id)).toBe(false)
})

test('of two that were offered it is asked which, and the number says it', async () => {
  const one = await filed()
  const other = await filed(one.phone, 'gapura kampung')
  await offer(one, other)
  expect(await world.sms(one.phone, 'OMBUDSMAN')).toEqual([expect.stringContaining('dan nomor laporannya')])
  expect([await isGiven(one.id), await isGiven(other.id)]).toEqual([false, false])
  await world.sms(one.phone, `OMBUDSMAN ${other.trackingId}`)
  expect([await isGiven(one.id), await isGiven(other.id)]).toEqual([false, true])
})

test('a complaint about the Ombudsman is a report as any other', async () => {
  const { phone, id } = await filed()
  later()
  await world.sms(phone, 'kantor ombudsman di jalan Sudirman tutup terus setiap hari Jumat')
  expect((await world.report()).id).not.toBe(id)
})
