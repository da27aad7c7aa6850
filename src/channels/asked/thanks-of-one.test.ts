import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { eventsOf } from '../../testing/events-of.ts'
import { smsWorld } from '../sms/testing/sms-world.ts'

// A lamp and a newer road of one phone are in work, and it gives thanks for one of them.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
let phones = 0

async function two() {
  const phone = `+62812848${String(++phones).padStart(5, '0')}`
  const ids: string[] = []
  for (const words of ['lampu mati di dekat gereja maulafa', 'jalan berlubang di depan pasar oeba']) {
    world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
    await world.sms(phone, `KOTKUPANG ${words} rt ${phones}`)
    const { id } = await world.report()
    await office.forward(id)
    ids.push(id)
  }
  await world.work()
  world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
  const notes = async () => {
    const each = await Promise.all(ids.map((id) => eventsOf(db, id)))
    return each.map((events) => events.filter(({ move }) => move === 'note').map(({ text }) => text))
  }
  return { phone, notes }
}

test.each(['lampunya sdh nyala makasih', 'makasih lampu sdh terang'])(
  '"%s" is a note on the lamp, though the road is newer',
  async (text) => {
    const { phone, notes } = await two()
    await world.sms(phone, text)
    expect(await notes()).toEqual([[text], []])
  },
)

test('"jalannya sdh ditambal makasih" is a note on the road', async () => {
  const { phone, notes } = await two()
  await world.sms(phone, 'jalannya sdh ditambal makasih')
  expect(await notes()).toEqual([[], ['jalannya sdh ditambal makasih']])
})

test('thanks that name neither are asked about', async () => {
  const { phone, notes } = await two()
  expect(await world.sms(phone, 'sdh bagus skrg pak mksh')).toEqual([expect.stringContaining('yang mana?')])
  expect(await notes()).toEqual([[], []])
})
