import { expect, test } from 'vitest'
import { assignReport } from '../../disposition/assign-report.ts'
import { forwardReport } from '../../disposition/forward-report.ts'
import { answerReport } from '../../follow-up/answer-report.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { coordinatorOf, dedi, officerOf } from '../../testing/cast.ts'
import { holdReport } from '../../verification/hold-report.ts'
import { marta } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

const db = await testDatabase()
const world = await xWorld(db)
const { x, later, work } = world

const setting = async () => ({
  rules: await world.taking.rules(),
  directory: await world.taking.directory(),
  now: world.clock.now,
})
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
  await as(db.web, dedi, async (tx) => holdReport(tx, dedi, id, { question: 'Pasar Oeba sisi mana?' }, await setting()))
  await work()
  expect(lastHeard()).toContain('petugas bertanya. Balas DM ini')
  x.write(marta, 'sisi timur dekat jembatan, di seberang masjid')
  await work()
  expect(await only()).toMatchObject({ stage: 'received' })

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
  await answer('Seluruh ruas sudah ditambal.')
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
