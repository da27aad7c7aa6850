import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { atTheOffice } from '../testing/at-the-office.ts'
import { lastEvent } from '../testing/events-of.ts'
import { replyTo } from './email/testing/compose.ts'
import { mailWorld } from './email/testing/mail-world.ts'
import { filedReports } from './sms/testing/filed-reports.ts'
import { smsWorld } from './sms/testing/sms-world.ts'
import { somebody } from './x/testing/x-people.ts'
import { xWorld } from './x/testing/x-world.ts'

// Whoever filed by SMS, X or mail and writes that they withdraw gets the way to the page where that is asked again; nothing is withdrawn by a message.

const db = await testDatabase()
const phones = await smsWorld(db)
const mails = await mailWorld(db)
const onX = await xWorld(db)
afterAll(() => mails.close())
const office = atTheOffice(db, phones)
const later = (hours = 1) => {
  phones.clock.now = new Date(phones.clock.now.getTime() + hours * 3_600_000)
}
let people = 0
const aPhone = () => `+62813700${String(++people).padStart(5, '0')}`
const linkIn = (heard = '') => /http:\/\/lapor\.test(\/b\/[a-z2-7]{16})/.exec(heard)?.[1] ?? ''
const reports = async () => (await filedReports(db)).length

async function filed(phone = aPhone(), thing = 'jembatan') {
  later()
  await phones.sms(phone, `KOTKUPANG ${thing} ${'abcdefghijklmnopqrstuvwxyz'[people]} rusak parah`)
  const { id, tracking_id: trackingId } = await phones.report()
  later()
  return { phone, id, trackingId }
}
const stageOf = async (id: string) =>
  (await db.owner.selectFrom('casework.report').select('stage').where('id', '=', id).executeTakeFirstOrThrow()).stage

/** Whoever opens the link presses its button, and withdraws on the page, which asks again. */
async function withdrawBy({ app }: Pick<typeof phones, 'app'>, path: string, trackingId: string) {
  const post = async (to: string, fields: Record<string, string>) =>
    (await app.request(`http://lapor.test${to}`, { method: 'POST', body: new URLSearchParams(fields) })).text()
  const page = await post(path, {})
  const kunci = /name="kunci" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const to = `/laporan/${trackingId}/pencabutan`
  expect(await post(to, { kunci })).toContain('Yakin mencabut')
  await post(to, { kunci, yakin: '1' })
}

test.each(['CABUT', 'saya mau cabut laporan saya', 'batalkan laporan saya <id>', 'KOTKUPANG cabut laporan'])(
  'who filed by SMS and writes “%s” gets the link to the page, where it is withdrawn, and no new report',
  async (words) => {
    const { phone, id, trackingId } = await filed()
    const before = await reports()
    const [heard] = await phones.sms(phone, words.replace('<id>', trackingId))
    expect(heard).toContain(`Untuk mencabut ${trackingId}`)
    expect([await reports(), await stageOf(id)]).toEqual([before, 'received'])
    await withdrawBy(phones, linkIn(heard), trackingId)
    expect(await stageOf(id)).toBe('withdrawn')
  },
)

test('who withdraws once more hears that it was withdrawn already and when; a stranger hears what they hear of a number that there is not', async () => {
  const { phone, id, trackingId } = await filed()
  await phones.withdraw(id)
  later(48)
  const before = await reports()
  for (const words of [`CABUT ${trackingId}`, `saya mau mencabut laporan ${trackingId}`, 'cabut laporan saya']) {
    later()
    const [heard] = await phones.sms(phone, words)
    expect(heard).toContain(`${trackingId} sudah dicabut pada `)
    expect(heard).toMatch(/pada \S+ \d+ \S+ 2026/)
  }
  const absent = 'K7M2QX4PW'
  const stranger = aPhone()
  const ofAbsent = await phones.sms(stranger, `CABUT ${absent}`)
  later()
  const ofTheirs = await phones.sms(stranger, `CABUT ${trackingId}`)
  expect(ofTheirs).toEqual(ofAbsent.map((said) => said.replace(absent, trackingId)))
  expect(await reports()).toBe(before)
})

test('of two that are open it is asked which, and the number says it', async () => {
  const one = await filed()
  const other = await filed(one.phone, 'gapura')
  expect(await phones.sms(one.phone, 'cabut laporan saya')).toEqual([expect.stringContaining('laporan yang mana?')])
  expect(await phones.sms(one.phone, other.trackingId)).toEqual([
    expect.stringContaining(`Untuk mencabut ${other.trackingId}`),
  ])
})

test('why somebody withdraws is told to whoever has the report; what may be another complaint is asked about', async () => {
  const { phone, id, trackingId } = await filed()
  const words = 'saya cabut laporan saya karena sudah diperbaiki warga'
  expect(await phones.sms(phone, words)).toEqual([expect.stringContaining(`Untuk mencabut ${trackingId}`)])
  expect(await lastEvent(db, id)).toEqual({ move: 'note', text: words })
  later()
  const threat = 'saya cabut laporan saya karena saya diancam petugas'
  expect(await phones.sms(phone, threat)).toEqual([expect.stringContaining(`Balasan untuk ${trackingId}?`)])
})

test('what is asked to be hidden beside it is hidden at once', async () => {
  const { phone, trackingId } = await filed()
  expect(await phones.sms(phone, 'RAHASIA, cabut laporan saya')).toEqual([
    expect.stringContaining(`Untuk mencabut ${trackingId}`),
  ])
  expect(await phones.report()).toMatchObject({ confidential: true, stage: 'received' })
})

test('what is settled cannot be withdrawn, and that is said', async () => {
  const { phone, id, trackingId } = await filed()
  await office.forward(id)
  await office.answer(id, 'Sudah ditambal.')
  await phones.work()
  await phones.sms(phone, 'YA')
  const before = await reports()
  expect(await phones.sms(phone, 'CABUT')).toEqual([
    `LAPOR! ${trackingId} sekarang tidak dapat dicabut. Statusnya: Selesai. Selengkapnya: CEK ${trackingId}`,
  ])
  expect(await reports()).toBe(before)
})

test('whoever has filed nothing, or names the report of somebody else, withdraws nothing and files nothing', async () => {
  const { trackingId } = await filed()
  const before = await reports()
  const stranger = aPhone()
  expect(await phones.sms(stranger, 'cabut laporan saya')).toEqual([expect.stringContaining('Belum ada laporan')])
  expect(await phones.sms(stranger, `CABUT ${trackingId}`)).toEqual([expect.stringContaining('tidak kami temukan')])
  expect(await reports()).toBe(before)
})

test('on X the link goes to its author alone, by direct message', async () => {
  onX.clock.now = phones.clock.now
  onX.later()
  const since = onX.clock.now
  const marta = somebody('marta')
  onX.x.say(marta, '@lapor1708 jalan rusak di depan pasar Oeba Kupang sejak banjir, motor sering jatuh')
  await onX.work()
  const [report] = await onX.reports(since)
  onX.later()
  const public_ = onX.x.ours().length
  onX.x.say(marta, '@lapor1708 cabut laporan saya')
  await onX.work()
  expect(await onX.reports(since)).toHaveLength(1)
  expect(onX.x.ours()).toHaveLength(public_)
  const said = onX.x.heardBy(marta).at(-1)
  expect(said).toContain(`Untuk mencabut ${report?.tracking_id}`)
  await withdrawBy(onX, linkIn(said), report?.tracking_id ?? '')
  expect(await stageOf(report?.id ?? '')).toBe('withdrawn')
  onX.later()
  const rio = somebody('rio')
  for (const one of [marta, rio]) onX.x.write(one, `CABUT ${report?.tracking_id}`)
  await onX.work()
  expect(onX.x.heardBy(marta).at(-1)).toContain(`${report?.tracking_id} sudah dicabut pada `)
  expect(onX.x.heardBy(rio).at(-1)).toContain('tidak kami temukan')
})

test('by mail the link goes to the address that filed', async () => {
  mails.clock.now = onX.clock.now
  const from = 'warga@rumah.test'
  const text = 'Lampu jalan di Liliba padam sejak Senin, gelap sekali.'
  const [receipt] = await mails.mail({ from, subject: 'Lampu padam', text })
  const { id, tracking_id: trackingId } = await mails.report()
  const before = await reports()
  const [letter] = await mails.mail({
    ...replyTo(receipt as NonNullable<typeof receipt>, 'Saya mau mencabut laporan saya'),
    from,
  })
  expect(letter?.text).toContain('Untuk mencabut laporan ini')
  for (const words of ['gak jadi pak, cabut saja', 'batalkan saja pak', 'gajadi deh min']) {
    const [heard] = await mails.mail({ ...replyTo(receipt as NonNullable<typeof receipt>, words), from })
    expect(heard?.text).toContain('Untuk mencabut laporan ini')
  }
  for (const why of ['', ' karena sudah diperbaiki'])
    expect(
      await mails.mail({ from, subject: 'Pencabutan laporan', text: `Saya mau mencabut laporan saya${why}.` }),
    ).toEqual([expect.objectContaining({ text: expect.stringContaining('balas surel kami tentang laporan itu') })])
  expect(await reports()).toBe(before)
  await withdrawBy(mails, linkIn(letter?.text), trackingId)
  expect(await stageOf(id)).toBe('withdrawn')
  const already = [expect.objectContaining({ text: expect.stringContaining('sudah dicabut pada ') })]
  const again = replyTo(receipt as NonNullable<typeof receipt>, 'CABUT')
  expect(await mails.mail({ ...again, from })).toEqual(already)
  const named = { subject: `Cabut laporan ${trackingId}`, text: `Saya mau mencabut laporan ${trackingId}.` }
  expect(await mails.mail({ ...named, from })).toEqual(already)
  for (const letter of [again, named]) {
    const heard = await mails.mail({ ...letter, from: 'orang.lain@rumah.test' })
    expect(heard.map(({ text }) => text).join()).not.toContain('sudah dicabut')
  }
})
