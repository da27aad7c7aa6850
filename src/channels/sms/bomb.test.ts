import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { smsWorld } from './testing/sms-world.ts'

// One telephone that sends and sends.

const db = await testDatabase()
const world = await smsWorld(db)

let phones = 0
const aPhone = () => `+62813000${String(++phones).padStart(5, '0')}`
const reports = async () =>
  Number(
    (
      await db.owner
        .selectFrom('casework.report')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )
const outcomes = async () => {
  const rows = await db.owner.selectFrom('identity.arrival').select(['outcome', 'reason', 'sealed']).execute()
  return rows.map(({ outcome, reason, sealed }) => [outcome, reason, sealed && 'kept'].filter(Boolean).join(' '))
}
const count = (list: readonly string[]) =>
  Object.fromEntries([...new Set(list)].map((name) => [name, list.filter((other) => other === name).length]))

test('two hundred times the same words are one report, and ring its telephone three times', async () => {
  const from = aPhone()
  const heard: string[] = []
  for (let time = 0; time < 200; time++) {
    const text = time % 2 ? 'Jalan rusak di depan pasar Oeba' : 'JALAN  rusak di depan pasar oeba!!'
    await world.hook({ from, text })
  }
  heard.push(...(await world.work()).map(({ text }) => text))
  expect(await reports()).toBe(1)
  expect(heard).toHaveLength(3)
  expect(heard.filter((text) => text.includes('diterima, diperiksa'))).toHaveLength(1)
  expect(count(await outcomes())).toEqual({ report: 1, 'report same': 199 })
})

test('taken by four workers at once they are still one report', async () => {
  const before = await reports()
  const from = aPhone()
  for (let time = 0; time < 12; time++) await world.hook({ from, text: 'Lampu jalan padam di Liliba' })
  await world.work(4)
  expect(await reports()).toBe(before + 1)
})

test('almost the same, again and again, is one flood: three reports at most, and every word kept for a human', async () => {
  const before = await reports()
  const from = aPhone()
  for (let time = 0; time < 50; time++) await world.hook({ from, text: `Pipa bocor di Oebufu !!! ${time}` })
  const heard = await world.work()
  expect(await reports()).toBe(before + 3)
  expect(heard.length).toBeLessThanOrEqual(6)
  expect(count(await outcomes())['quarantined flood kept']).toBe(47)
})

test('sixty messages with other words each are all kept, and ring the telephone no more than twenty times that day', async () => {
  const from = aPhone()
  const before = await reports()
  world.clock.now = new Date(world.clock.now.getTime() + 24 * 3_600_000)
  const things = 'jalan lampu pipa sampah pohon jembatan got trotoar kabel halte'.split(' ')
  const places = 'Oeba Liliba Oesapa Fatululi Oebufu Penfui'.split(' ')
  for (const thing of things)
    for (const place of places)
      await world.hook({ from, text: `KOTKUPANG ${thing} rusak parah di ${place} sejak kemarin` })
  const heard = (await world.work()).filter(({ to }) => to === from)
  expect(heard.length).toBeLessThanOrEqual(20)
  expect(await reports()).toBe(before + 60)
})

test('two streets with other numbers are two reports, and the same words of another number another', async () => {
  const before = await reports()
  const [one, other] = [aPhone(), aPhone()]
  await world.sms(one, 'Lampu mati di RT 3 Kelurahan Fatululi')
  await world.sms(one, 'Lampu mati di RT 5 Kelurahan Fatululi')
  await world.sms(other, 'Lampu mati di RT 3 Kelurahan Fatululi')
  expect(await reports()).toBe(before + 3)
})

test('what is closed is not the same any more: the same words are a new report', async () => {
  const from = aPhone()
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  await world.sms(from, 'Sampah menumpuk di Kelapa Lima')
  const { id } = await world.report()
  await world.withdraw(id)
  const before = await reports()
  await world.sms(from, 'Sampah menumpuk di Kelapa Lima')
  expect(await reports()).toBe(before + 1)
})

test('the same question is not answered more than five times an hour', async () => {
  const from = aPhone()
  for (let time = 0; time < 40; time++) await world.hook({ from, text: 'BANTUAN' })
  expect(await world.work()).toHaveLength(5)
  world.clock.now = new Date(world.clock.now.getTime() + 3_700_000)
  expect(await world.sms(from, 'BANTUAN')).toHaveLength(1)
})
