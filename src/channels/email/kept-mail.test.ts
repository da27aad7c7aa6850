import { afterAll, expect, test } from 'vitest'
import { lapseIfSilent } from '../../closing/lapse-if-silent.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { lampsByMail } from './testing/answered-lamp.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

// What a mail says of an answer, where nobody is sure whether it is settled by it: it is asked about, and closed over by nobody.

const db = await testDatabase()
const world = await mailWorld(db, { trusts: 'mx.lapor.test' })
afterAll(() => world.close())
const { later, answered } = lampsByMail(db, world)
const day = 24 * 3_600_000

async function lapses(id: string) {
  later(20 * day)
  const setting = { rules: await world.taking.rules(), directory: await world.taking.directory(), now: world.clock.now }
  await as(db.worker, system, (tx) => lapseIfSilent(tx, system, id, setting))
}
const became = (id: string) =>
  db.owner.selectFrom('casework.report').select(['stage', 'manner']).where('id', '=', id).executeTakeFirstOrThrow()
const told = (id: string) =>
  db.owner
    .selectFrom('casework.event')
    .select(['move', 'text'])
    .where('report_id', '=', id)
    .where('move', 'in', ['reply', 'note', 'reopen'])
    .orderBy('seq')
    .execute()

const objections = [
  'Saya keberatan dengan jawaban dinas.',
  'tidak menjawab pertanyaan saya',
  'Sudah selesai dari mana? Bohong!',
  'Selesai apanya, lubang masih menganga',
  'Sudah, tapi bukan di lokasi yang saya laporkan',
  'Sudah diperbaiki tetapi hanya setengah.',
  'Ya sudah, tapi lampunya tidak menyala.',
  'Ya ampun, ini belum apa-apa sudah dibilang selesai!',
  'Sudah saya lihat, hasilnya mengecewakan.',
  'Sudah baca jawabannya. Tidak menjawab pertanyaan saya.',
]

test.each(objections)(
  '%j is asked about, and after a day goes back to its office: silence closes nothing over it',
  async (words) => {
    const { id, letter } = await answered()
    const [asks] = await world.mail(replyTo(letter, words))
    expect(asks?.text).toContain('Apakah laporan ini sudah selesai?')
    expect(await told(id)).toEqual([])
    later(day)
    const letters = await world.sweep()
    expect(letters.map(({ text }) => text).join()).toContain('Pesan Anda kami terima')
    expect(await told(id)).toEqual([{ move: 'reply', text: words }])
    await lapses(id)
    expect(await became(id)).toMatchObject({ stage: 'in_progress' })
  },
)

test('an objection that is asked about when the silence ends opens the report again: it came in time', async () => {
  const { id, letter } = await answered()
  later(12 * day)
  await world.mail(replyTo(letter, 'Saya keberatan dengan jawaban dinas.'))
  await lapses(id)
  await world.sweep()
  expect(await became(id)).toMatchObject({ stage: 'in_progress' })
})

test('what silence has closed is opened again by an objection', async () => {
  const { id, letter } = await answered()
  await lapses(id)
  await world.mail(replyTo(letter, 'Ya ampun, ini belum apa-apa sudah dibilang selesai!'))
  later(day)
  await world.sweep()
  expect(await became(id)).toMatchObject({ stage: 'in_progress' })
})

test.each([
  'Terima kasih atas respon cepatnya, semoga LAPOR makin maju.',
  'Jalan sudah diperbaiki dengan baik, terima kasih kepada Dinas PUPR Kota Kupang.',
  'Alhamdulillah sudah diperbaiki, terima kasih LAPOR dan Dinas PU.',
  'Iya sudah diperbaiki, maaf telat balas.',
])('praise sends no answer back: %j is asked about, and a note when nobody says more', async (words) => {
  const { id, letter } = await answered()
  const [asks] = await world.mail(replyTo(letter, words))
  expect(asks?.text).toContain('Apakah laporan ini sudah selesai?')
  later(day)
  await world.sweep()
  expect(await told(id)).toEqual([{ move: 'note', text: words }])
  expect(await became(id)).toMatchObject({ stage: 'answered' })
})

test('thanks above the line of a telephone are thanks: we ask whether it is settled, and nothing goes back', async () => {
  const { id, letter } = await answered()
  const text = 'Terima kasih atas tanggapannya.\n\nDikirim dari iPhone saya'
  const [asks] = await world.mail({ ...replyTo(letter, ''), text })
  expect(asks?.text).toContain('Apakah laporan ini sudah selesai?')
  later(day)
  await world.sweep()
  expect(await became(id)).toMatchObject({ stage: 'answered' })
})

const unsure = 'Sudah diperbaiki tetapi hanya setengah.'

test.each([
  ['YA', 'closed', [{ move: 'note', text: unsure }]],
  ['BELUM', 'in_progress', [{ move: 'reply', text: unsure }]],
  [
    'BELUM, tiang ketiga masih gelap',
    'in_progress',
    [
      { move: 'reply', text: 'BELUM, tiang ketiga masih gelap' },
      { move: 'note', text: unsure },
    ],
  ],
])('when we have asked, %j says what it is: both are told, once', async (text, stage, both) => {
  const { id, letter } = await answered()
  const [asks] = await world.mail(replyTo(letter, unsure))
  await world.mail(replyTo(asks as GotLetter, text))
  await world.sweep()
  later(day)
  await world.sweep()
  expect(await became(id)).toMatchObject({ stage })
  expect(await told(id)).toEqual(both)
})

test('an objection without our letter is heard as well, where its server vouches for whoever wrote', async () => {
  const { id, from, trackingId } = await answered()
  const headers = { 'Authentication-Results': 'mx.lapor.test; dmarc=pass header.from=rumah.test' }
  await world.mail({ from, headers, subject: `Laporan ${trackingId}`, text: unsure })
  later(day)
  await world.sweep()
  expect(await told(id)).toEqual([{ move: 'reply', text: unsure }])
})

test('an objection that asks to be kept secret hides its report at once', async () => {
  const { id, letter } = await answered()
  await world.mail(replyTo(letter, `${unsure} Tolong rahasiakan nama saya.`))
  expect(await world.report()).toMatchObject({ id, anonymous: true })
})
