import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { smsWorld } from './testing/sms-world.ts'

const db = await testDatabase()
const world = await smsWorld(db)
const marta = '+6281234567890'

const office = atTheOffice(db, world)
const later = () => {
  world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
}

test('with the cheapest phone: filed, a question, its answer, an answer, BELUM, another answer, YA', async () => {
  const [receipt] = await world.sms(marta, 'KOTKUPANG jalan rusak di depan pasar Oeba sejak banjir, motor sering jatuh')
  const { id, tracking_id } = await world.report()
  expect(receipt).toContain(`Laporan ${tracking_id} diterima`)
  expect(await world.report()).toMatchObject({ channel: 'sms', own_door_id: 'kota-kupang', stage: 'received' })

  later()
  await office.ask(id, 'Pasar Oeba sisi mana?')
  expect((await world.work()).map(({ text }) => text)).toEqual([expect.stringContaining('petugas bertanya')])
  expect(await world.sms(marta, 'CEK')).toEqual([expect.stringContaining('Pasar Oeba sisi mana?')])
  later()
  expect(await world.sms(marta, 'sisi timur dekat jembatan, di depan toko Abadi')).toEqual([
    expect.stringContaining(`pada ${tracking_id} kami terima`),
  ])
  expect(await world.report()).toMatchObject({ stage: 'received' })

  later()
  await office.forward(id)
  later()
  await office.answer(id, 'Jalan sudah ditambal hari ini.')
  expect((await world.work()).at(-1)?.text).toContain('Selesai? Balas YA')
  expect(await world.sms(marta, `CEK ${tracking_id}`)).toEqual([
    expect.stringContaining('Jalan sudah ditambal hari ini.'),
  ])
  later()
  await world.sms(marta, 'BELUM baru separuh yang ditambal')
  expect(await world.report()).toMatchObject({ stage: 'in_progress' })
  later()
  await office.answer(id, 'Seluruh ruas sudah ditambal.')
  await world.work()
  later()
  expect(await world.sms(marta, 'ya sudah beres, terima kasih')).toEqual([
    expect.stringContaining(`Terima kasih, ${tracking_id} selesai`),
  ])
  expect(await world.report()).toMatchObject({ stage: 'closed', manner: 'confirmed' })
})
