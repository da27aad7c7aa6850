import { expect, test } from 'vitest'
import { endPageLinks } from '../../oversight/tidy.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { dedi } from '../../testing/cast.ts'
import { redactReport } from '../../verification/redact-report.ts'
import { smsWorld } from './testing/sms-world.ts'

// A report that hides something, by SMS alone: no word of it reaches the phone, and its reporter can read and answer all the same.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const hourMs = 3_600_000
const later = (ms = hourMs) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}
let phones = 0
const aPhone = () => `+62813700${String(++phones).padStart(5, '0')}`
const question = 'Sekolah yang mana?'

/** Filed so, and asked a question. */
async function asked(secrecy: 'ANONIM' | 'RAHASIA') {
  const phone = aPhone()
  later()
  await world.sms(phone, `KOTKUPANG ${secrecy} guru memukul murid di sekolah dasar nomor ${'abcdefghij'[phones]}`)
  const { id, tracking_id } = await world.report()
  later()
  await office.ask(id, question)
  await world.work()
  return { phone, id, trackingId: tracking_id }
}

const linkIn = ([said = '']: string[]) => /http:\/\/lapor\.test(\/b\/[a-z2-7]{16})$/.exec(said)?.[1] ?? 'no link'
const get = (path: string) => world.app.request(`http://lapor.test${path}`)
const post = (path: string, fields: Record<string, string> = {}) =>
  world.app.request(`http://lapor.test${path}`, { method: 'POST', body: new URLSearchParams(fields) })
const keyIn = (page: string) => /name="kunci" value="([^"]+)"/.exec(page)?.[1] ?? ''

test.each(['ANONIM', 'RAHASIA'] as const)(
  '%s: CEK brings a link by which the question is read and answered, once',
  async (secrecy) => {
    const { phone, id, trackingId } = await asked(secrecy)
    const heard = await world.sms(phone, 'CEK')
    expect(heard).toEqual([expect.stringContaining(trackingId)])
    expect(heard[0]).not.toMatch(/rahasia|anonim|guru|Sekolah/i)
    const path = linkIn(heard)

    // Programs that look at links open nothing, and see nothing.
    for (let looks = 0; looks < 2; looks += 1)
      expect(await (await get(path)).text()).not.toMatch(/guru|Sekolah|rahasia/i)
    const page = await (await post(path)).text()
    expect(page).toContain(question)
    const kunci = keyIn(page)

    later(60_000)
    const answered = await post(`/laporan/${trackingId}/balasan`, {
      kunci,
      pesan: 'Sekolah di Oesapa',
      langkah: 'kirim',
      yakin: '1',
    })
    expect(answered.status).toBe(200)
    const { stage } = await db.owner
      .selectFrom('casework.report')
      .select('stage')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(stage).toBe('received')

    const again = await post(path)
    expect(again.status).toBe(404)
    expect(await again.text()).toContain('sudah dipakai')
  },
)

test('another phone gets no link, and no word, though it knows the number', async () => {
  const { trackingId } = await asked('ANONIM')
  const heard = await world.sms(aPhone(), `CEK ${trackingId}`)
  expect(heard).toEqual([expect.stringContaining('tidak kami temukan')])
  expect(
    await db.owner.selectFrom('identity.page_link').select('hash').where('ends_at', '>', world.clock.now).execute(),
  ).toEqual([])
})

test('whoever filed by SMS and hears that words were taken out sees on the page of a link which', async () => {
  const phone = aPhone()
  later()
  await world.sms(phone, 'KOTKUPANG lampu jalan mati di depan rumah Pak Budi, sejak kemarin')
  const { id } = await world.report()
  await office.forward(id)
  await world.work()
  later()
  const text = 'lampu jalan mati di depan rumah [disamarkan], sejak kemarin'
  const setting = { rules: await world.taking.rules(), directory: await world.taking.directory(), now: world.clock.now }
  await as(db.web, dedi, (tx) => redactReport(tx, dedi, id, { text }, setting))
  const page = await post(linkIn((await world.work()).map((heard) => heard.text)))
  expect(await page.text()).toContain('[disamarkan]')
})

test('a link ends after a day, and the key that it lent after two hours', async () => {
  const { phone, trackingId } = await asked('RAHASIA')
  const first = linkIn(await world.sms(phone, 'CEK'))
  later(25 * hourMs)
  expect((await post(first)).status).toBe(404)
  const second = linkIn(await world.sms(phone, 'CEK'))
  const kunci = keyIn(await (await post(second)).text())
  expect((await post('/lacak', { id: trackingId, kunci })).status).toBe(200)
  later(3 * hourMs)
  await endPageLinks({ db: db.worker, now: () => world.clock.now })
  expect((await post('/lacak', { id: trackingId, kunci })).status).toBe(404)
})

test('whoever has their phone forgotten, on the page that a link opened, gets a key that lasts', async () => {
  const { phone, trackingId } = await asked('ANONIM')
  const kunci = keyIn(await (await post(linkIn(await world.sms(phone, 'CEK')))).text())
  const erased = await (
    await post(`/laporan/${trackingId}/penghapusan`, { kunci, hapus: 'identity', yakin: '1' })
  ).text()
  const [newKey = ''] = /(?:[2-9A-Z]{4}-){4}[2-9A-Z]{4}/.exec(erased) ?? []
  expect((await post('/lacak', { id: trackingId, kunci: newKey })).status).toBe(200)
})

test('what hides nothing is still told to the phone that asks', async () => {
  const phone = aPhone()
  later()
  await world.sms(phone, 'KOTKUPANG lampu jalan mati di Liliba sejak kemarin')
  const { id } = await world.report()
  later()
  await office.ask(id, question)
  await world.work()
  expect(await world.sms(phone, 'CEK')).toEqual([expect.stringContaining(question)])
})
