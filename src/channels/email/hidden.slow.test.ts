import { afterAll, expect, test } from 'vitest'
import { askErasure } from '../../secrecy/ask-erasure.ts'
import { eraseReport } from '../../secrecy/erase-report.ts'
import { as } from '../../report/as.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { openWords } from '../../report/keeper.ts'
import { testDeps, testKeeper, testKeyPair } from '../../testing/test-deps.ts'
import { replyTo } from './testing/compose.ts'
import { mailWorld } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

const db = await testDatabase()
const world = await mailWorld(db, { trusts: 'mx.lapor.test' })
afterAll(() => world.close())

const results = (found: string) => ({
  'Authentication-Results': `mx.lapor.test; dmarc=${found} header.from=rumah.test`,
})
const filedWith = async (words: string) => {
  const rows = await db.owner
    .selectFrom('casework.report as r')
    .innerJoin('casework.content as c', 'c.report_id', 'r.id')
    .selectAll('r')
    .select(['c.text', 'c.title'])
    .execute()
  return rows
    .map((row) => ({ ...row, ...openWords(testKeeper, row.id, row, ['text', 'title']) }))
    .filter(({ text }) => text?.includes(words))
}
let floods = 0
/** More mails of one address within an hour than are answered. */
async function flood(from: string, headers: Record<string, string> = {}) {
  for (let mail = 0; mail < 21; mail++) {
    const words = String.fromCodePoint(97 + mail).repeat(3)
    await world.mail({ from, headers, subject: words, text: `Keluhan ${words} yang ke ${++floods}` })
  }
}

test('RAHASIA in the subject of a mail from nobody who can be answered hides the report', async () => {
  await world.mail({ from: 'noreply@rumah.test', subject: 'RAHASIA setoran', text: 'Kepala dinas minta uang satu.' })
  expect(await world.arrival()).toMatchObject({ outcome: 'quarantined', reason: 'no_sender' })
  expect(await filedWith('minta uang satu')).toMatchObject([{ confidential: true, anonymous: true }])
})

test('RAHASIA of a sender whose own domain disowns the mail hides the report', async () => {
  const headers = results('fail')
  await world.mail({
    from: 'sari@rumah.test',
    headers,
    subject: 'Setoran',
    text: 'RAHASIA Kepala dinas minta uang dua.',
  })
  expect(await world.arrival()).toMatchObject({ reason: 'failed_sender' })
  expect(await filedWith('minta uang dua')).toMatchObject([{ confidential: true }])
})

test('RAHASIA hides a report however many mails came within the hour', async () => {
  await flood('pasar@rumah.test')
  await world.mail({ from: 'pasar@rumah.test', subject: 'RAHASIA setoran', text: 'Kepala dinas minta uang tiga.' })
  expect(await world.arrival()).toMatchObject({ reason: 'flood' })
  expect(await filedWith('minta uang tiga')).toMatchObject([{ confidential: true, anonymous: true }])
})

test('mails that only bear somebody’s name take nothing from their own mail: it is hidden, answered, and no flood', async () => {
  const from = 'marta@rumah.test'
  await flood(from, results('fail'))
  const text = 'Kepala dinas minta uang empat.'
  expect(await world.mail({ from, headers: results('pass'), subject: 'RAHASIA setoran', text })).toHaveLength(1)
  expect(await world.arrival()).toMatchObject({ outcome: 'report', reason: null })
  expect(await filedWith('minta uang empat')).toMatchObject([{ confidential: true }])
})

test('RAHASIA in the subject of an encrypted mail hides what is kept of it', async () => {
  const encrypted = '-----BEGIN PGP MESSAGE-----\n\nhQEMA0\n-----END PGP MESSAGE-----'
  await world.mail({ from: 'pgp@rumah.test', subject: 'RAHASIA', text: encrypted })
  expect(await world.arrival()).toMatchObject({ reason: 'encrypted' })
  expect(await world.report()).toMatchObject({ confidential: true })
})

const more =
  'Tambahan bukti untuk laporan saya: setoran itu diserahkan setiap Jumat siang kepada kepala tata usaha di ruang rapat lantai dua, disaksikan oleh dua perawat dari puskesmas kami'

test.each([
  ['of an address that nobody vouches for', 'ani@rumah.test', {}],
  ['of an address whose domain disowns it', 'budi@rumah.test', results('fail')],
])('what a mail %s adds to its own confidential report is hidden as that report is', async (_, from, headers) => {
  await world.mail({ from, subject: 'RAHASIA setoran', text: `Bendahara meminta uang dari ${from.slice(0, 4)}.` })
  const { tracking_id, anonymous } = await world.report()
  await world.mail({ from, headers, subject: `Laporan ${tracking_id}`, text: `${more}, kata ${from.slice(0, 4)}` })
  const [added] = await filedWith(`kata ${from.slice(0, 4)}`)
  expect(added).toMatchObject({ confidential: true })
  expect(added?.tracking_id).not.toBe(tracking_id)
  expect(added?.title ?? '').not.toContain(tracking_id)
  expect(anonymous).toBe(false)
})

test('an answer to a letter about a report that was forgotten hides all, and its title says no number', async () => {
  const [receipt] = await world.mail({
    from: 'lupa@rumah.test',
    subject: 'RAHASIA pungli',
    text: 'RAHASIA Kepala dinas minta uang delapan.',
  })
  const { id, tracking_id } = (await filedWith('minta uang delapan'))[0] ?? { id: '', tracking_id: '' }
  const reporter = { role: 'reporter', reportId: id } as const
  await as(db.web, reporter, (tx) => askErasure(tx, reporter, id, 'identity', world.clock.now))
  const { config, uploadsDir } = testDeps(db)
  const pair = { ...testKeyPair, keeper: testKeeper }
  await eraseReport({ db: db.worker, keys: config, pair, uploadsDir, now: () => world.clock.now }, id)
  await world.mail(replyTo(receipt as GotLetter, 'Kepala dinas itu kemarin minta uang sembilan lagi kepada saya.'))
  const [again] = await filedWith('minta uang sembilan')
  expect(again).toMatchObject({ confidential: true, anonymous: true })
  expect(again?.id).not.toBe(id)
  expect(again?.title?.replaceAll('-', '')).not.toContain(tracking_id)
})
