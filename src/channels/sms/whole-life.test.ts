import { expect, test } from 'vitest'
import { answerReport } from '../../follow-up/answer-report.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { coordinatorOf, dedi, officerOf } from '../../testing/cast.ts'
import { assignReport } from '../../disposition/assign-report.ts'
import { forwardReport } from '../../disposition/forward-report.ts'
import { holdReport } from '../../verification/hold-report.ts'
import { smsWorld } from './testing/sms-world.ts'

const db = await testDatabase()
const world = await smsWorld(db)
const marta = '+6281234567890'

const setting = async () => ({
  rules: await world.taking.rules(),
  directory: await world.taking.directory(),
  now: world.clock.now,
})
const later = () => {
  world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
}

test('with the cheapest phone: filed, a question, its answer, an answer, BELUM, another answer, YA', async () => {
  const [receipt] = await world.sms(marta, 'KOTKUPANG jalan rusak di depan pasar Oeba sejak banjir, motor sering jatuh')
  const { id, tracking_id } = await world.report()
  expect(receipt).toContain(`Laporan ${tracking_id} diterima`)
  expect(await world.report()).toMatchObject({ channel: 'sms', own_door_id: 'kota-kupang', stage: 'received' })

  later()
  await as(db.web, dedi, async (tx) => holdReport(tx, dedi, id, { question: 'Pasar Oeba sisi mana?' }, await setting()))
  expect((await world.work()).map(({ text }) => text)).toEqual([expect.stringContaining('petugas bertanya')])
  expect(await world.sms(marta, 'CEK')).toEqual([expect.stringContaining('Pasar Oeba sisi mana?')])
  later()
  expect(await world.sms(marta, 'sisi timur dekat jembatan, di depan toko Abadi')).toEqual([
    expect.stringContaining(`pada ${tracking_id} kami terima`),
  ])
  expect(await world.report()).toMatchObject({ stage: 'received' })

  later()
  await as(db.web, dedi, async (tx) => forwardReport(tx, dedi, id, { agencyId: 'kota-kupang' }, await setting()))
  await as(db.web, coordinatorOf(), async (tx) =>
    assignReport(tx, coordinatorOf(), id, { unitId: 'kota-kupang-dinkes' }, await setting()),
  )
  const answer = (text: string) =>
    as(db.web, officerOf(), async (tx) =>
      answerReport(tx, officerOf(), id, { text, outcome: 'solved' }, await setting()),
    )
  later()
  await answer('Jalan sudah ditambal hari ini.')
  expect((await world.work()).at(-1)?.text).toContain('Selesai? Balas YA')
  expect(await world.sms(marta, `CEK ${tracking_id}`)).toEqual([
    expect.stringContaining('Jalan sudah ditambal hari ini.'),
  ])
  later()
  await world.sms(marta, 'BELUM baru separuh yang ditambal')
  expect(await world.report()).toMatchObject({ stage: 'in_progress' })
  later()
  await answer('Seluruh ruas sudah ditambal.')
  await world.work()
  later()
  expect(await world.sms(marta, 'ya sudah beres, terima kasih')).toEqual([
    expect.stringContaining(`Terima kasih, ${tracking_id} selesai`),
  ])
  expect(await world.report()).toMatchObject({ stage: 'closed', manner: 'confirmed' })
})
