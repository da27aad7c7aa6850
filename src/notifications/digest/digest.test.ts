import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { aReport, type Made } from '../../testing/a-report.ts'
import { coordinatorOf, dedi, officerOf } from '../../testing/cast.ts'
import { aWednesday } from '../../testing/test-deps.ts'
import { sendMessage } from '../send.ts'
import { addresseeOf } from '../previews.ts'
import { deliverAll, hireOfficers, tellDeps } from '../testing/post-office.ts'
import { tell } from '../tell.ts'
import { ChannelFailed } from '../channel-failed.ts'
import type { WordingName } from '../wording/delivered.ts'
import { writeWording } from '../wording/wordings.ts'
import { chooseDigest } from './choose-digest.ts'
import { makeDigests } from './make-digests.ts'

const db = await testDatabase()
await hireOfficers(db)
const clock = { now: aWednesday }
const deps = tellDeps(db, { now: () => clock.now })
const office = { zone: 'Asia/Makassar', scope: 'kota-kupang' } as const

/** 07:30 in Kupang on a working day: Thursday 15 January 2026. Friday is a holiday. */
const thursday = new Date('2026-01-14T23:30:00Z')
const monday = new Date('2026-01-18T23:30:00Z')
const hourMs = 3_600_000

beforeEach(async () => {
  clock.now = aWednesday
  await db.owner.deleteFrom('casework.outbox').execute()
  await db.owner.deleteFrom('identity.message').execute()
  for (const officer of [officerOf(), coordinatorOf(), dedi]) await as(db.web, officer, (tx) => chooseDigest(tx, true))
})

/** Makes what is due at an instant and sends it: whom it reached, and the words. */
async function digestsAt(at: Date, more = deps) {
  clock.now = at
  await makeDigests(deps)
  const made = await db.owner
    .selectFrom('identity.message')
    .select('id')
    .where('template', '=', 'digest')
    .where('state', 'in', ['queued', 'failed'])
    .execute()
  for (const { id } of made) await sendMessage(more, id, false)
  const sent = await db.owner
    .selectFrom('identity.message')
    .select('preview')
    .where('id', 'in', made.map(({ id }) => id).concat('00000000-0000-4000-8000-000000000000'))
    .where('state', '=', 'sent')
    .orderBy('account_id')
    .execute()
  return sent.map(({ preview }) => {
    const kept = preview as { to: string; subject: string; text: string }
    return { ...kept, to: addresseeOf(deps.pair.keeper, kept) }
  })
}

const toSari = (letters: Awaited<ReturnType<typeof digestsAt>>) => letters.filter(({ to }) => to === 'sari@dinkes.test')
const statesOf = async () => {
  const rows = await db.owner
    .selectFrom('identity.message')
    .select(['template', 'state'])
    .where('account_id', '=', officerOf().accountId ?? '')
    .execute()
  return [...new Set(rows.map(({ state }) => state))]
}

/** Work for dr. Sari, told of, and held for her morning. */
async function work(wanted = {}): Promise<Made> {
  const made = await aReport(db, { stage: 'in_progress', title: 'Lampu puskesmas mati', ...wanted })
  await deliverHeld()
  return made
}

async function deliverHeld() {
  const rows = await db.owner.deleteFrom('casework.outbox').returningAll().execute()
  for (const { report_id, seq, topic } of rows) if (topic === 'event') await tell(deps, report_id, seq)
}

test('nothing leaves at once to whoever chose digests, and at half past seven one letter says it all', async () => {
  const [one, two] = [await work(), await work()]
  expect(await digestsAt(new Date(thursday.getTime() - 60_000))).toEqual([])
  const [letter, ...more] = toSari(await digestsAt(thursday))
  expect(more).toEqual([])
  expect(letter?.subject).toBe('LAPOR!: ringkasan harian, 2 laporan')
  expect(letter?.text).toContain('Ringkasan Kamis 15 Januari 2026')
  for (const { trackingId } of [one, two]) expect(letter?.text.replaceAll('-', '')).toContain(trackingId)
  expect(letter?.text).toContain('- laporan baru untuk Anda (tenggat ')
  expect(letter?.text).not.toContain('Lampu puskesmas')
  expect(await statesOf()).toEqual(['sent'])
})

test('a coordinator reads titles where a letter may name them; of hidden reports numbers alone, of confidential ones no deadline', async () => {
  const open = await work()
  const anonymous = await work({ anonymous: true, title: 'Pungutan di loket' })
  const confidential = await work({ confidential: true, title: 'Obat dijual lagi' })
  const letters = await digestsAt(thursday)
  const text = letters.find(({ to }) => to === 'koordinator@kupang.test')?.text ?? ''
  expect(text).toContain('Lampu puskesmas mati')
  expect(text).not.toMatch(/Pungutan|Obat|rahasia|anonim/i)
  const blockOf = ({ trackingId }: Made) =>
    text.split('\n\n').find((block) => block.replaceAll('-', '').includes(trackingId))
  expect(blockOf(open)).toContain('pukul')
  expect(blockOf(anonymous)).toContain('tenggat')
  expect(blockOf(confidential)).not.toMatch(/tenggat|2026/)
  expect(text).toContain('Lainnya: 3')
})

test('what is late stands first, and is counted', async () => {
  const late = await work()
  const fresh = await work()
  await db.owner.updateTable('casework.report').set({ overdue_since: aWednesday }).where('id', '=', late.id).execute()
  const text = (toSari(await digestsAt(thursday))[0]?.text ?? '').replaceAll('-', '')
  expect(text).toContain('Lewat tenggat: 1\nLainnya: 1')
  expect(text.indexOf(late.trackingId)).toBeLessThan(text.indexOf(fresh.trackingId))
})

test('once a day, whoever asks and however often; what comes later waits for the next working day', async () => {
  await work()
  expect(toSari(await digestsAt(thursday))).toHaveLength(1)
  const late = await aReport(db, { stage: 'in_progress', at: thursday })
  clock.now = new Date(thursday.getTime() + hourMs)
  await deliverHeld()
  expect(toSari(await digestsAt(new Date(thursday.getTime() + 2 * hourMs)))).toEqual([])
  expect(toSari(await digestsAt(new Date(thursday.getTime() + 24 * hourMs)))).toEqual([])
  const [letter] = toSari(await digestsAt(monday))
  expect(letter?.text.replaceAll('-', '')).toContain(late.trackingId)
  expect(letter?.subject).toContain('1 laporan')
})

test('a worker that was down at half past seven makes up for it the same day, and two at once make one', async () => {
  await work()
  clock.now = new Date(thursday.getTime() + 3 * hourMs)
  const made = await Promise.all([makeDigests(deps), makeDigests(deps)])
  const rows = await db.owner
    .selectFrom('identity.message')
    .select('account_id')
    .where('template', '=', 'digest')
    .execute()
  expect(new Set(rows.map(({ account_id }) => account_id)).size).toBe(rows.length)
  expect(made[0] + made[1]).toBe(rows.length)
})

test('a report that is not theirs any more is in no digest, and a digest with nothing in it is not sent', async () => {
  const made = await work()
  await made.move(coordinatorOf(), {
    move: 'assign',
    office,
    data: { unit: 'kota-kupang-pupr' },
    changes: { unit_id: 'kota-kupang-pupr', officer_id: null },
  })
  await db.owner.deleteFrom('casework.outbox').execute()
  expect(toSari(await digestsAt(thursday))).toEqual([])
  const withheld = await db.owner
    .selectFrom('identity.message')
    .select(['template', 'state', 'last_error'])
    .where('account_id', '=', officerOf().accountId ?? '')
    .orderBy('template')
    .execute()
  expect(withheld.map(({ template, state, last_error }) => [template, state, last_error])).toEqual([
    ['digest', 'dead', 'not_theirs'],
    ['new_work', 'dead', 'not_theirs'],
  ])
})

test('what a digest said that could not be sent is said by the next', async () => {
  const made = await work()
  const send = () => Promise.reject(new ChannelFailed('SMTP 550', true))
  const refusing = { ...deps, mailer: { keepsPreview: false, send, close() {} } }
  expect(await digestsAt(thursday, refusing)).toEqual([])
  const [letter] = toSari(await digestsAt(monday))
  expect(letter?.text.replaceAll('-', '')).toContain(made.trackingId)
})

test('who takes letters at once gets them at once', async () => {
  await as(db.web, officerOf(), (tx) => chooseDigest(tx, false))
  await aReport(db, { stage: 'in_progress' })
  const sent = await deliverAll(db, deps)
  expect(sent.map(({ template, to }) => [template, to])).toContainEqual(['new_work', 'sari@dinkes.test'])
})

const write = (name: WordingName, subject: string, words: string) =>
  as(db.web, dedi, (tx) => {
    const wording = { subject, words }
    return writeWording(tx, { door: 'email', name, wording, seen: 0, by: dedi.accountId ?? '', at: aWednesday })
  })

test('a digest says what happened in the words that the desk wrote, also of what is about no report, and its own as well', async () => {
  await write('new_work', 'pekerjaan baru', 'Ada pekerjaan[ sampai {tenggat}].')
  await write('new_at_desk', 'ada yang masuk', 'Ada laporan baru di meja.')
  await aReport(db, {})
  await work()
  expect(toSari(await digestsAt(thursday))[0]?.text).toContain('- pekerjaan baru (tenggat ')
  const inJakarta = await digestsAt(new Date(thursday.getTime() + hourMs))
  expect(inJakarta.find(({ to }) => to === 'dedi@panrb.test')?.text).toContain('\n\n- ada yang masuk\n')
  const words =
    'Selamat pagi. {tanggal}:\n[Terlambat: {lewat_tenggat}]\n[Segera: {hampir_tenggat}]\n[Masih ada waktu: {lainnya}]'
  await write('digest', 'kabar pagi', words)
  await work()
  const [letter] = toSari(await digestsAt(monday))
  expect(letter?.subject).toBe('LAPOR!: kabar pagi, 1 laporan')
  expect(letter?.text).toMatch(/^Selamat pagi\. Senin 19 Januari 2026:\nMasih ada waktu: 1\n\nLaporan /)
})
