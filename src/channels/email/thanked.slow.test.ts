import { afterAll, expect, test } from 'vitest'
import { lapseIfSilent } from '../../closing/lapse-if-silent.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { dedi } from '../../testing/cast.ts'
import { lastEvent } from '../../testing/events-of.ts'
import { archiveReport } from '../../verification/archive-report.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

// Whoever thanks us for a letter opens nothing again by it.

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())
const office = atTheOffice(db, world)
const later = () => {
  world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
}
let people = 0

async function filed() {
  const from = `warga${++people}@rumah.test`
  later()
  const text = `Lampu jalan nomor ${people} di Liliba padam sejak Senin, gelap sekali.`
  await world.mail({ from, subject: `KOTKUPANG Lampu ${people} padam`, text })
  const { id } = await world.report()
  later()
  return { id, from }
}
/** A report that was confirmed, and our letter that it is settled. */
async function closed() {
  const { id, from } = await filed()
  await office.forward(id)
  await office.answer(id, 'Sudah diganti.')
  const answered = (await world.work()).at(-1) as GotLetter
  later()
  const [letter] = await world.mail({ ...replyTo(answered, 'YA'), from })
  later()
  return { id, from, letter: letter as GotLetter }
}
/** One that silence has closed, and our letter with the answer. */
async function lapsed() {
  const { id, from } = await filed()
  await office.forward(id)
  await office.answer(id, 'Sudah diganti.')
  const letter = (await world.work()).at(-1) as GotLetter
  world.clock.now = new Date(world.clock.now.getTime() + 30 * 24 * 3_600_000)
  const setting = { rules: await world.taking.rules(), directory: await world.taking.directory(), now: world.clock.now }
  await as(db.worker, system, (tx) => lapseIfSilent(tx, system, id, setting))
  later()
  return { id, from, letter }
}
async function archived() {
  const { id, from } = await filed()
  const setting = { rules: await world.taking.rules(), directory: await world.taking.directory(), now: world.clock.now }
  await as(db.web, dedi, (tx) => archiveReport(tx, dedi, id, { reason: 'unclear', note: 'Kurang jelas' }, setting))
  const letter = (await world.work()).at(-1) as GotLetter
  later()
  return { id, from, letter }
}
const stateOf = (id: string) =>
  db.owner
    .selectFrom('casework.report')
    .select(['stage', 'reopened', 'objected'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

test.each([
  'Terima kasih banyak.',
  'Sama-sama.',
  'ok',
  'Baik Pak, terima kasih.',
  'Terima kasih kembali, semoga sukses.',
  'Terima kasih LAPOR, semoga sukses selalu.',
  'Alhamdulillah sudah diperbaiki, terima kasih LAPOR dan Dinas PU.',
  'Iya sudah diperbaiki, maaf telat balas.',
  'Sudah beres semuanya, maaf baru sempat membalas.',
  'Pelayanannya cepat, semoga LAPOR makin maju.',
  'mksih byk pak',
  'trmksh',
  'oke ditunggu pak',
  'amin',
  'semoga cepat beres',
])('%j for what is settled leaves it settled, and is there to be read', async (words) => {
  const { id, from, letter } = await closed()
  await world.mail({ ...replyTo(letter, words), from })
  expect(await stateOf(id)).toMatchObject({ stage: 'closed', reopened: 0 })
  expect(await lastEvent(db, id)).toEqual({ move: 'note', text: words })
})

test.each(['Ya sudah selesai, maaf lupa membalas.', 'Mohon maaf saya lupa membalas, masalahnya sudah selesai.'])(
  '%j for what silence has closed opens nothing and confirms nothing',
  async (words) => {
    const { id, from, letter } = await lapsed()
    await world.mail({ ...replyTo(letter, words), from })
    expect(await stateOf(id)).toMatchObject({ stage: 'closed', reopened: 0 })
    expect(await lastEvent(db, id)).toEqual({ move: 'note', text: words })
  },
)

test.each(['mksih byk', 'ok ditunggu ya', 'smoga lancar pak'])(
  '%j to an answer sends nothing back: whether it is settled is asked',
  async (words) => {
    const { id, from } = await filed()
    await office.forward(id)
    await office.answer(id, 'Sudah diganti.')
    const letter = (await world.work()).at(-1) as GotLetter
    const [asked] = await world.mail({ ...replyTo(letter, words), from })
    expect(asked?.text).toContain('Apakah laporan')
    later()
    await world.mail({ ...replyTo(asked as GotLetter, words), from })
    expect(await stateOf(id)).toMatchObject({ stage: 'answered' })
  },
)

test('thanks above the line of a telephone leave it settled as well', async () => {
  const { id, from, letter } = await closed()
  await world.mail({ ...replyTo(letter, ''), from, text: 'Terima kasih.\n\nDikirim dari iPhone saya' })
  expect(await stateOf(id)).toMatchObject({ stage: 'closed', reopened: 0 })
  expect(await lastEvent(db, id)).toEqual({ move: 'note', text: 'Terima kasih.' })
})

test.each([
  'Lampunya mati lagi.',
  'Terima kasih, tetapi lampu sebelah masih padam.',
  'Terima kasih LAPOR, sekarang lampu sebelah padam.',
  'Mohon dibuka kembali',
])('%j opens what was settled', async (words) => {
  const { id, from, letter } = await closed()
  await world.mail({ ...replyTo(letter, words), from })
  expect(await stateOf(id)).toMatchObject({ stage: 'in_progress', reopened: 1 })
})

test('thanks for an archived report are no objection: that can still be said, once', async () => {
  const { id, from, letter } = await archived()
  await world.mail({ ...replyTo(letter, 'Baik, terima kasih.'), from })
  await world.mail({ ...replyTo(letter, 'mksih, ditunggu'), from })
  await world.mail({ ...replyTo(letter, 'Ya sudah, tidak apa-apa.'), from })
  expect(await stateOf(id)).toMatchObject({ stage: 'archived', objected: false })
  later()
  await world.mail({ ...replyTo(letter, 'Saya keberatan, lampu itu di depan sekolah.'), from })
  expect(await stateOf(id)).toMatchObject({ stage: 'received', objected: true })
})
