import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { eventsOf } from '../../testing/events-of.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())

const office = atTheOffice(db, world)
const later = () => {
  world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
}
const only = (letters: GotLetter[]): GotLetter => {
  expect(letters).toHaveLength(1)
  return letters[0] as GotLetter
}

test('by e-mail alone: filed, a question, its answer, an answer, BELUM, another answer, YA', async () => {
  const receipt = only(
    await world.mail({
      from: 'Marta Bire <marta@rumah.test>',
      subject: 'KOTKUPANG Jalan rusak di depan pasar Oeba',
      text: 'Sejak banjir jalan di depan pasar Oeba rusak, motor sering jatuh.\n\nTerima kasih,\nMarta Bire\n0812-3456-7890',
    }),
  )
  const { id, tracking_id } = await world.report()
  expect(receipt.subject).toContain('laporan Anda diterima')
  expect(receipt.text.replaceAll('-', '')).toContain(tracking_id)
  expect(await world.report()).toMatchObject({ channel: 'email', own_door_id: 'kota-kupang', stage: 'received' })

  later()
  await office.ask(id, 'Pasar Oeba sisi mana?')
  const question = only(await world.work())
  expect(question.subject).toContain('ada pertanyaan')
  expect(only(await world.mail(replyTo(question, 'CEK'))).text).toContain('Pasar Oeba sisi mana?')
  later()
  expect(only(await world.mail(replyTo(question, 'Sisi timur dekat jembatan, di depan toko Abadi.'))).text).toContain(
    'Pesan Anda kami terima',
  )
  expect(await world.report()).toMatchObject({ stage: 'received' })

  later()
  await office.forward(id)
  later()
  await office.answer(id, 'Jalan sudah ditambal hari ini.')
  const answered = (await world.work()).at(-1) as GotLetter
  expect(answered.text).not.toContain('ditambal')
  expect(only(await world.mail(replyTo(answered, 'CEK'))).text).toContain('Jalan sudah ditambal hari ini.')
  later()
  await world.mail(replyTo(answered, 'BELUM baru separuh yang ditambal'))
  expect(await world.report()).toMatchObject({ stage: 'in_progress' })
  later()
  await office.answer(id, 'Seluruh ruas sudah ditambal.')
  const again = (await world.work()).at(-1) as GotLetter
  later()
  expect(only(await world.mail(replyTo(again, 'ya sudah beres, terima kasih'))).text).toContain('laporan ini selesai')
  expect(await world.report()).toMatchObject({ stage: 'closed', manner: 'confirmed' })

  later()
  expect(only(await world.mail(replyTo(again, 'NILAI 4'))).text).toContain('Pesan Anda kami terima')
  expect(await world.report()).toMatchObject({ stage: 'closed', manner: 'confirmed', rating: 4 })

  const said = await db.owner
    .selectFrom('casework.event')
    .select('text')
    .where('report_id', '=', id)
    .where('actor_role', '=', 'reporter')
    .where('text', 'is not', null)
    .orderBy('seq')
    .execute()
  expect(said.map(({ text }) => text)).toEqual([
    'Sisi timur dekat jembatan, di depan toko Abadi.',
    'BELUM baru separuh yang ditambal',
    'Pelapor menilai penanganannya: 4 dari 5.',
  ])
  expect(await db.owner.selectFrom('casework.content').select(['title', 'text']).executeTakeFirstOrThrow()).toEqual({
    title: 'Jalan rusak di depan pasar Oeba',
    text: 'Sejak banjir jalan di depan pasar Oeba rusak, motor sering jatuh.',
  })
})

test('a command that names another report of theirs is about that one, though it answers the letter of the first', async () => {
  const from = 'Yohanes <yohanes@rumah.test>'
  const file = async (what: string) => {
    later()
    const letter = only(await world.mail({ from, subject: what, text: `${what} sejak Senin, mohon ditangani.` }))
    return { letter, ...(await world.report()) }
  }
  const first = await file('Pohon tumbang di Penfui')
  const other = await file('Pipa bocor di Liliba')
  for (const { id } of [first, other]) {
    await office.forward(id)
    await office.answer(id, 'Sudah ditangani.')
  }
  await world.work()
  later()
  await world.mail({ ...replyTo(first.letter, `BELUM ${other.tracking_id} masih bocor`), from })
  const stages = await db.owner.selectFrom('casework.report').select(['id', 'stage']).execute()
  expect(stages).toContainEqual({ id: first.id, stage: 'answered' })
  expect(stages).toContainEqual({ id: other.id, stage: 'in_progress' })
  await world.mail({ ...replyTo(first.letter, `Belum selesai, sama dengan laporan saya ${other.tracking_id}`), from })
  expect(await db.owner.selectFrom('casework.report').select(['id', 'stage']).execute()).toContainEqual({
    id: first.id,
    stage: 'in_progress',
  })
})

test('"ya, tapi …" is asked back, and goes to the office when nobody says: nobody’s words are lost over a question', async () => {
  const receipt = only(
    await world.mail({
      from: 'Rio Tallo <rio@rumah.test>',
      subject: 'Lampu jalan padam di Liliba',
      text: 'Lampu jalan di Liliba padam sejak Senin, gelap sekali.',
    }),
  )
  const { id } = await world.report()
  await office.forward(id)
  await office.answer(id, 'Sudah diganti.')
  await world.work()
  later()
  const words = 'ya tapi lampunya redup sekali'
  expect(only(await world.mail(replyTo(receipt, words))).text).toContain('sudah selesai?')
  expect(await world.report()).toMatchObject({ stage: 'answered' })
  world.clock.now = new Date(world.clock.now.getTime() + 24 * 3_600_000)
  await world.sweep()
  expect(await eventsOf(db, id)).toContainEqual({ move: 'reply', text: words })
  expect(await world.report()).toMatchObject({ stage: 'in_progress' })
})
