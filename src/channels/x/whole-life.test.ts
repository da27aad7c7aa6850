import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { marta } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

const db = await testDatabase()
const world = await xWorld(db)
const { x, later, work } = world

const office = atTheOffice(db, world)
const only = async () => (await world.reports())[0]
const lastHeard = () => x.heardBy(marta).at(-1)

test('on X alone: a post, the public answer, details, a question, its answer, an answer, BELUM, another answer, SUDAH', async () => {
  const post = x.say(marta, '@lapor1708 jalan rusak di depan pasar Oeba Kupang sejak banjir, motor sering jatuh')
  await work()
  const report = await only()
  expect(report).toMatchObject({ channel: 'x', stage: 'received', anonymous: false, confidential: false })
  const { id, tracking_id } = report as { id: string; tracking_id: string }

  expect(x.ours()).toHaveLength(1)
  expect(x.ours()[0]).toMatchObject({ referenced_tweets: [{ type: 'replied_to', id: post.id }] })
  expect(x.ours()[0]?.text).toContain(`http://lapor.test/lacak?id=${tracking_id}`)
  expect(x.ours()[0]?.text).not.toMatch(/Oeba|jalan|Marta/i)
  expect(x.heardBy(marta)).toEqual([expect.stringContaining(`Laporan ${tracking_id} diterima`)])

  later()
  x.write(marta, 'Tepatnya di depan toko Abadi')
  await work()
  expect(lastHeard()).toContain(`pada ${tracking_id} kami terima`)
  expect(await world.reports()).toHaveLength(1)

  later()
  await office.ask(id, 'Pasar Oeba sisi mana?')
  await work()
  expect(lastHeard()).toContain('petugas bertanya. Balas DM ini')
  x.write(marta, 'sisi timur dekat jembatan, di seberang masjid')
  await work()
  expect(await only()).toMatchObject({ stage: 'received' })

  later()
  await office.forward(id)
  later()
  await office.answer(id, 'Jalan sudah ditambal hari ini.')
  await work()
  expect(lastHeard()).toContain(`${tracking_id} ditanggapi`)
  x.write(marta, `CEK ${tracking_id}`)
  await work()
  expect(lastHeard()).toContain('Jalan sudah ditambal hari ini.')

  later()
  x.write(marta, 'BELUM baru separuh yang ditambal')
  await work()
  expect(await only()).toMatchObject({ stage: 'in_progress' })
  later()
  await office.answer(id, 'Seluruh ruas sudah ditambal.')
  await work()
  later()
  x.write(marta, 'sudah selesai, terima kasih')
  await work()
  expect(await only()).toMatchObject({ stage: 'closed', manner: 'confirmed' })
  expect(lastHeard()).toContain(`${tracking_id} selesai`)
  expect(x.ours(), 'in public it was said once').toHaveLength(1)
  for (const said of [...x.heardBy(marta), ...x.ours().map(({ text }) => text)])
    expect([...said].length).toBeLessThanOrEqual(280)
})
