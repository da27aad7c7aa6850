import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { marta } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

const db = await testDatabase()
const world = await xWorld(db)
const { x, later, work } = world
const office = atTheOffice(db, world)

test('a direct message that is asked about becomes what its author says, in one word', async () => {
  x.say(marta, '@lapor1708 jalan rusak di depan pasar Oeba Kupang sejak banjir, motor sering jatuh')
  await work()
  const [report] = await world.reports()
  await office.ask(report?.id ?? '', 'Pasar Oeba sisi mana?')
  await work()
  later()
  x.write(marta, 'jalan di depan SD Inpres juga rusak parah sekali')
  await work()
  expect(x.heardBy(marta).at(-1)).toMatch(/BALAS.*BARU/)
  expect(await world.reports()).toHaveLength(1)
  later()
  x.write(marta, 'baru')
  await work()
  await work()
  expect(await world.reports()).toHaveLength(2)
  expect((await world.outcomes()).map(({ outcome }) => outcome).toSorted()).toEqual(['command', 'report', 'report'])
})
