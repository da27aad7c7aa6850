import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { lampsByMail } from './testing/answered-lamp.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

const db = await testDatabase()
const world = await mailWorld(db, { trusts: 'mx.lapor.test' })
afterAll(() => world.close())
const { office, later, answered } = lampsByMail(db, world)
const rubbish = 'Sampah di pasar Naikoten tidak diangkut 2 minggu.'

const stageOf = (id: string) =>
  db.owner.selectFrom('casework.report').select(['stage', 'manner']).where('id', '=', id).executeTakeFirstOrThrow()
const toldOn = async (id: string, from: number) => {
  const events = await db.owner
    .selectFrom('casework.event')
    .select(['move', 'text'])
    .where('report_id', '=', id)
    .orderBy('seq')
    .execute()
  return events.slice(from).map(({ move, text }) => `${move} ${text ?? ''}`.trim())
}
const events = async (id: string) => (await toldOn(id, 0)).length

let people = 0
async function filed(standing: 'asked' | 'working') {
  const from = `warga-lain${++people}@rumah.test`
  later()
  await world.mail({ from, subject: `Air mati ${people}`, text: `Air PDAM di gang ${people} mati seminggu.` })
  const { id } = await world.report()
  later()
  if (standing === 'asked') await office.ask(id, 'Di kelurahan mana?')
  else await office.forward(id)
  return { id, letter: (await world.work()).findLast(({ to }) => to === from) as GotLetter }
}

test.each([
  [`Ini laporan baru. ${rubbish}`, undefined],
  [`BARU ${rubbish}`, undefined],
  [`Saya mau lapor hal lain: ${rubbish}`, undefined],
  ['Sekalian saya laporkan drainase di Jalan Bumi 1 Oesapa juga tersumbat sejak tahun lalu.', undefined],
  [rubbish, 'Laporan baru: sampah pasar Naikoten'],
])('a complaint that says it is another, in answer to a letter, is a report of its own: %j', async (text, subject) => {
  for (const standing of ['asked', 'working'] as const) {
    const { id, letter } = await filed(standing)
    const [before, n] = [await stageOf(id), await events(id)]
    await world.mail({ ...replyTo(letter, `${text} (${people})`), ...(subject && { subject: `${subject} ${people}` }) })
    expect(await world.arrival()).toMatchObject({ outcome: 'report' })
    expect(await world.report()).not.toMatchObject({ id })
    expect(await stageOf(id)).toEqual(before)
    expect(await toldOn(id, n)).toEqual([])
  }
})

test.each([
  ['YA. KOTKUPANG sampah di depan SD Naikoten menumpuk', 'closed', ['confirm']],
  ['Sudah selesai. Ada lagi, sampah di depan SD Inpres menumpuk.', 'closed', ['confirm']],
  [
    'BELUM, masih gelap. Laporan baru: sampah di depan SD Bonipoi menumpuk.',
    'in_progress',
    ['reply BELUM, masih gelap.'],
  ],
  ['belum. oh ya di gang mawar jg ada jalan rusak parah', 'in_progress', ['reply Belum selesai (tanpa alasan).']],
])('what stands in front of it does what it says of the answer: %j', async (text, stage, told) => {
  const { id, letter } = await answered()
  const n = await events(id)
  await world.mail(replyTo(letter, text))
  expect(await world.arrival()).toMatchObject({ outcome: 'report' })
  expect((await stageOf(id)).stage).toBe(stage)
  expect(await toldOn(id, n)).toEqual(told)
})

test('"Sudah" in front of it is asked about alone, and YA closes over nothing', async () => {
  const { id, letter } = await answered()
  const heard = await world.mail(replyTo(letter, 'Sudah. Sekalian lapor, sampah di depan SD juga menumpuk'))
  expect(heard.some(({ text }) => text.includes('Apakah laporan ini sudah selesai?'))).toBe(true)
  const another = await world.report()
  expect(another.id).not.toBe(id)
  await world.mail(replyTo(letter, 'YA'))
  expect(await stageOf(id)).toEqual({ stage: 'closed', manner: 'confirmed' })
})

test('our question is answered by what stands in front of it', async () => {
  const { id, letter } = await filed('asked')
  const n = await events(id)
  await world.mail(replyTo(letter, 'Di Oesapa Barat. Laporan baru: lampu jalan di Penfui mati.'))
  expect(await world.arrival()).toMatchObject({ outcome: 'report' })
  expect(await toldOn(id, n)).toEqual(['complete Di Oesapa Barat.'])
})

test('a closed report is not opened by another matter, and what announces nothing stays about its letter', async () => {
  const { id, letter } = await answered()
  await world.mail(replyTo(letter, 'YA'))
  await world.mail(replyTo(letter, 'Saya mau lapor hal lain: jembatan di Noelbaki retak.'))
  expect(await world.arrival()).toMatchObject({ outcome: 'report' })
  expect((await stageOf(id)).stage).toBe('closed')
  await world.mail(replyTo(letter, 'Sampah di pasar Kasih tidak diangkut.'))
  expect((await stageOf(id)).stage).toBe('in_progress')
})

test('another report is hidden as the letter it answers, and as the whole mail asks', async () => {
  const { letter } = await filed('working')
  await world.mail(replyTo(letter, 'Mohon nama saya dirahasiakan. Laporan baru: lurah di Manulai meminta uang.'))
  expect(await world.report()).toMatchObject({ anonymous: true })
})

test('each letter says that another matter is a new mail', async () => {
  const { letter } = await answered()
  expect(letter.text).toContain('Untuk laporan lain, tulislah surel baru.')
})

test.each(['berhenti kirim email', 'jangan kirim email lagi'])(
  '"%s" in answer to a letter ends the news of that report, and moves nothing',
  async (text) => {
    const { id, letter } = await answered()
    const n = await events(id)
    const [heard] = await world.mail(replyTo(letter, text))
    expect(heard?.text).toContain('Kami berhenti mengirim kabar laporan ini lewat surel.')
    expect(await toldOn(id, n)).toEqual([])
    expect((await stageOf(id)).stage).toBe('answered')
  },
)
