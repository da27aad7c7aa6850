import { expect, test } from 'vitest'
import { arrivalsLedger } from '../../intake/arrivals-ledger.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { askErasure } from '../../secrecy/ask-erasure.ts'
import { eraseReport } from '../../secrecy/erase-report.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { testDeps, testKeeper, testKeyPair } from '../../testing/test-deps.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'

// What we ask back about is never lost: whoever wrote says what it is in one word, or a day later the desk reads it.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)

let phones = 0
const aPhone = () => `+62822000${String(++phones).padStart(5, '0')}`
const later = (ms = 60_000) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}
const hour = 3_600_000

/** A number whose report an officer asks about. */
async function asked(words = 'Jalan rusak di depan pasar Oeba') {
  const from = aPhone()
  later()
  await world.sms(from, `KOTKUPANG ${words} ${phones}`)
  const { id, tracking_id } = await world.report()
  await office.ask(id, 'Di sisi mana?')
  await world.work()
  later()
  return { from, id, trackingId: tracking_id }
}

const texts = async () => (await filedReports(db)).map(({ text }) => text)
const threadOf = async (id: string) =>
  (
    await db.owner.selectFrom('casework.event').select('text').where('report_id', '=', id).orderBy('seq').execute()
  ).flatMap(({ text }) => text ?? [])
const unclear = 'jalan di depan SD Inpres juga rusak parah sekali'

test('BARU makes a new report of the words that were asked about, once, even if it comes twice', async () => {
  const { from, id } = await asked()
  expect(await world.sms(from, unclear)).toEqual([expect.stringMatching(/BALAS.*BARU/)])
  expect(await texts()).not.toContain(unclear)
  const before = (await texts()).length
  await world.hook({ from, text: 'BARU' })
  await world.hook({ from, text: 'baru pak' })
  await world.work()
  await world.work()
  expect(await texts()).toHaveLength(before + 1)
  expect(await texts()).toContain(unclear)
  expect(await threadOf(id)).not.toContain(unclear)
})

test('BALAS makes it the answer to the question of the officer', async () => {
  const { from, id } = await asked()
  await world.sms(from, unclear)
  const before = (await texts()).length
  await world.sms(from, 'BALAS')
  await world.work()
  expect(await threadOf(id)).toContain(unclear)
  expect(await texts()).toHaveLength(before)
})

test('of two reports the number alone says which is meant', async () => {
  const { from, id } = await asked()
  later()
  await world.sms(from, 'LAPOR lampu jalan mati di Liliba')
  const other = await world.report()
  await office.ask(other.id, 'Tiang nomor berapa?')
  await world.work()
  later()
  expect(await world.sms(from, 'dekat masjid raya sebelah kiri')).toEqual([expect.stringContaining('yang mana')])
  await world.sms(from, other.tracking_id)
  await world.work()
  expect(await threadOf(other.id)).toContain('dekat masjid raya sebelah kiri')
  expect(await threadOf(id)).not.toContain('dekat masjid raya sebelah kiri')
})

test('who never answers is read by the national desk a day later, with the office and the secrecy that the words ask for', async () => {
  const { from } = await asked()
  const words = 'kepala dinas minta uang untuk izin usaha kami'
  expect(await world.sms(from, `RAHASIA ${words}`)).toEqual([expect.stringContaining('BARU')])
  later(23 * hour)
  await world.sweep()
  expect(await texts()).not.toContain(words)
  later(hour + 60_000)
  await world.sweep()
  await world.sweep()
  const made = (await filedReports(db)).filter(({ text }) => text === words)
  expect(made).toHaveLength(1)
  expect(made[0]).toMatchObject({ confidential: true })
})

test('two questions at once: an answer belongs to the last one, and then the other is asked again', async () => {
  const { from, id } = await asked()
  await world.sms(from, 'pohon tumbang menutup jalan raya Penfui sejak pagi')
  later()
  await world.sms(from, 'lubang besar di jalan yang sama menganga mati lampu')
  later()
  const heard = await world.sms(from, 'BALAS')
  expect(heard.join()).toMatch(/BALAS.*BARU/)
  await world.work()
  expect(await threadOf(id)).toContain('lubang besar di jalan yang sama menganga mati lampu')
  later(120_000)
  await world.sms(from, 'laporan baru')
  await world.work()
  expect(await texts()).toContain('pohon tumbang menutup jalan raya Penfui sejak pagi')
})

test('whoever writes it again, as a new report or as a reply, has not said it twice', async () => {
  const { from } = await asked()
  const words = 'jembatan kayu di Naioni rusak berat tidak bisa dilewati'
  await world.sms(from, words)
  await world.sms(from, `LAPOR ${words} lagi`)
  later(25 * hour)
  await world.sweep()
  await world.sweep()
  expect((await texts()).filter((text) => text.includes('Naioni'))).toEqual([`${words} lagi`])
})

test('YA to "new or reply?" closes nothing: it is asked again', async () => {
  const { from, id } = await asked()
  await world.sms(from, 'kursi di kantor lurah yang rusak sudah lama tidak diganti')
  expect(await world.sms(from, 'ya')).toEqual([expect.stringContaining('BARU')])
  expect(await threadOf(id)).not.toContain('ya')
})

test('the sixth answer within an hour rings no telephone, and is kept and acted on all the same', async () => {
  const { from } = await asked()
  const heard: string[] = []
  const said = Array.from(
    { length: 7 },
    (_, at) => `tiang nomor ${at} ${'abcdefg'[at]}${'hijklmn'[at]} di jalan kami roboh dan rusak`,
  )
  for (const text of said) heard.push(...(await world.sms(from, text)))
  expect(heard).toHaveLength(5)
  later(25 * hour)
  await world.sweep()
  await world.sweep()
  expect(await texts()).toEqual(expect.arrayContaining(said))
})

test('the ledger counts what was asked back as asked, then as what it became', async () => {
  const { from } = await asked()
  const sms = async () => (await arrivalsLedger(db.worker)).find(({ door }) => door === 'sms')
  const before = await sms()
  await world.sms(from, unclear)
  const between = await sms()
  expect(between?.outcomes.asked).toBe((before?.outcomes.asked ?? 0) + 1)
  await world.sms(from, 'BARU')
  await world.work()
  const after = await sms()
  expect(after?.outcomes.asked).toBe(before?.outcomes.asked)
  expect(after?.outcomes.report).toBe((before?.outcomes.report ?? 0) + 1)
  expect(after?.outcomes.command).toBe((before?.outcomes.command ?? 0) + 1)
})

test('RAHASIA of somebody with two reports asks which: a number hides that one, SEMUA hides both', async () => {
  const from = aPhone()
  const hidden = async () =>
    (await filedReports(db)).flatMap(({ text, confidential }) => (/Fontein/.test(text) ? [confidential] : []))
  for (const [at, text] of ['Got mampet di Fontein', 'Pohon tumbang di Fontein', 'Halte roboh di Fontein'].entries()) {
    later()
    await world.sms(from, `${text} ${'abc'[at]}`)
  }
  const { tracking_id } = await world.report()
  expect(await world.sms(from, 'RAHASIA')).toEqual([expect.stringContaining('SEMUA')])
  expect(await hidden()).toEqual([false, false, false])
  await world.sms(from, tracking_id)
  expect((await hidden()).filter(Boolean)).toHaveLength(1)
  later(120_000)
  await world.sms(from, 'rahasia')
  const heard = await world.sms(from, 'SEMUA')
  expect(heard.join()).toContain('semua laporan Anda')
  expect(await hidden()).toEqual([true, true, true])
  expect(heard.join()).not.toMatch(/rahasia/i)
})

test('what was written to a number that is not theirs is kept: the right number alone sends it there', async () => {
  const { from, trackingId, id } = await asked()
  const words = 'petugasnya minta uang lima puluh ribu'
  expect(await world.sms(from, `BALAS HJ7TWX3DP ${words}`)).toEqual([expect.stringContaining('tidak kami temukan')])
  await world.sms(from, trackingId)
  expect((await threadOf(id)).join()).toContain(words)
})

test('a flood of words that nobody answers about is still a flood a day later: three reports, the rest for the desk', async () => {
  const { from } = await asked()
  for (let at = 0; at < 9; at++) await world.sms(from, `selokan besar di Sikumana mampet dan rusak lagi ${at}`)
  later(25 * hour)
  await world.sweep()
  await world.sweep()
  expect((await texts()).filter((text) => text.includes('Sikumana'))).toHaveLength(3)
  const flood = await db.owner.selectFrom('identity.arrival').select('id').where('reason', '=', 'flood').execute()
  expect(flood).toHaveLength(6)
})

test.each([
  ['YA', 'KOTKUPANG'],
  ['ya betul KOTKUPANG', 'KOTKUPANG'],
  ['bukan, KABKUPANG', 'KABKUPANG'],
])('"%s" to "maksud Anda KOTKUPANG?" tells the desk %s, beside the report', async (verdict, meant) => {
  const from = aPhone()
  expect(await world.sms(from, `KTKUPNG trotoar ambles di Kuanino ${verdict}`)).toContainEqual(
    expect.stringContaining('KOTKUPANG?'),
  )
  const { id } = await world.report()
  later()
  expect(await world.sms(from, verdict)).toEqual([expect.stringContaining('kami terima')])
  expect((await threadOf(id)).join()).toContain(meant)
  expect(await world.sms(from, 'STOP')).toEqual([expect.stringContaining('berhenti')])
})

test('"bukan" to "maksud Anda KOTKUPANG?" leaves it to the desk, and is no BELUM', async () => {
  const from = aPhone()
  await world.sms(from, 'KTKUPNG gorong-gorong ambles di Kelapa Lima')
  later()
  expect(await world.sms(from, 'bukan')).toEqual([expect.stringContaining('kami terima')])
})

test('words beside "is it settled?" are told to the office, whether the answer is YA or BELUM', async () => {
  for (const [answer, stage] of [
    ['YA', 'closed'],
    ['BELUM', 'in_progress'],
  ] as const) {
    const { from, id } = await asked(`Lampu jalan padam di gang ${answer === 'YA' ? 'satu mawar' : 'dua melati'}`)
    await world.sms(from, 'di sisi timur')
    await office.forward(id)
    await office.answer(id, 'Sudah diganti.')
    await world.work()
    later()
    const words = 'ya tapi lampunya redup sekali'
    expect(await world.sms(from, words)).toEqual([expect.stringContaining('sudah selesai?')])
    later()
    await world.sms(from, answer)
    expect(await threadOf(id)).toContain(words)
    expect(await world.report()).toMatchObject({ id, stage })
  }
})

test('a late part of what was asked back about joins its words', async () => {
  const { from } = await asked()
  const half = (at: number, text: string) => ({
    from,
    udh: Buffer.from([5, 0, 3, 41, 2, at]),
    charset: 'ISO-8859-1',
    text,
  })
  await world.hook(half(1, 'lampu jalan mati di sepanjang jalan menuju pelabuhan Teno'))
  await world.work()
  later(11 * 60_000)
  await world.sweep()
  await world.hook(half(2, 'u sejak seminggu'))
  await world.work()
  await world.sms(from, 'BARU')
  expect(await texts()).toContain('lampu jalan mati di sepanjang jalan menuju pelabuhan Tenou sejak seminggu')
})

test('kept words are sealed in every table, and forgotten with the report that they were asked about', async () => {
  const { from, id } = await asked()
  const words = 'kuburan keramat di belakang kantor rusak digusur'
  await world.sms(from, words)
  await world.sms(from, 'STOP')
  const rows = () => db.owner.selectFrom('identity.arrival').selectAll().where('about', '=', id).execute()
  const kept = await rows()
  expect(kept).toHaveLength(1)
  expect(JSON.stringify(kept.map((row) => ({ ...row, sealed: row.sealed?.toString('latin1') })))).not.toContain(
    'keramat',
  )
  await world.withdraw(id)
  const reporter = { role: 'reporter', reportId: id } as const
  await as(db.web, reporter, (tx) => askErasure(tx, reporter, id, 'all', world.clock.now))
  const { config, uploadsDir, now } = testDeps(db)
  await eraseReport({ db: db.worker, keys: config, pair: { ...testKeyPair, keeper: testKeeper }, uploadsDir, now }, id)
  expect(await rows()).toEqual([])
  const [row] = await db.owner
    .selectFrom('identity.arrival')
    .select(['outcome', 'reason', 'sealed', 'sender_index'])
    .where('id', '=', kept[0]?.id ?? '')
    .execute()
  expect(row).toEqual({ outcome: 'refused', reason: 'forgotten', sealed: null, sender_index: null })
  later(25 * hour)
  await world.sweep()
  await world.sweep()
  expect((await texts()).join()).not.toContain('keramat')
})
