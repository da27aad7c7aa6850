import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { lampsByMail } from './testing/answered-lamp.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

// Stars in a mail, and why so many: the stars are counted, and the words are read.

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())
const { later, answered } = lampsByMail(db, world)
const day = 24 * 3_600_000

async function confirmed() {
  const { id, letter } = await answered()
  const [thanks] = await world.mail(replyTo(letter, 'YA'))
  later()
  return { id, letter: thanks as GotLetter }
}
const became = (id: string) =>
  db.owner.selectFrom('casework.report').select(['stage', 'rating']).where('id', '=', id).executeTakeFirstOrThrow()
const told = async (id: string) => {
  const rows = db.owner.selectFrom('casework.event').select(['move', 'text']).where('report_id', '=', id)
  return (await rows.execute()).filter(({ text }) => text).map(({ move, text }) => `${move}: ${text}`)
}

test.each(['Nilai 2, lambat sekali', 'NILAI 2. Lama sekali', 'bintang 2 karena lama', 'nilai 2 terlalu lama'])(
  '%j after YA: two stars, a note that says why, and it stays settled',
  async (words) => {
    const { id, letter } = await confirmed()
    await world.mail(replyTo(letter, words))
    expect(await became(id)).toEqual({ stage: 'closed', rating: 2 })
    expect(await told(id)).toContain(`note: ${words}`)
  },
)

test('stars with words before YA wait for it, and then both count', async () => {
  const { id, letter } = await answered()
  const [asks] = await world.mail(replyTo(letter, 'Nilai 2, lambat sekali'))
  expect(asks?.text).toContain('Apakah laporan ini sudah selesai?')
  expect(await became(id)).toEqual({ stage: 'answered', rating: null })
  await world.mail(replyTo(asks as GotLetter, 'YA'))
  later()
  await world.sweep()
  expect(await became(id)).toEqual({ stage: 'closed', rating: 2 })
  expect(await told(id)).toContain('note: Nilai 2, lambat sekali')
})

test.each([
  ['Nilai 2, lambat sekali', 'in_progress', 'reply'],
  ['Nilai 5, petugasnya ramah sekali', 'answered', 'note'],
])('%j, and no YA within a day: %s, its words are a %s', async (words, stage, move) => {
  const { id, letter } = await answered()
  await world.mail(replyTo(letter, words))
  later(day)
  await world.sweep()
  expect(await became(id)).toMatchObject({ stage })
  expect(await told(id)).toContain(`${move}: ${words}`)
})

test('stars beside which somebody says that it is broken again open what was settled', async () => {
  const { id, letter } = await confirmed()
  await world.mail(replyTo(letter, 'Nilai 1, lampunya mati lagi'))
  expect(await became(id)).toMatchObject({ stage: 'in_progress' })
})
