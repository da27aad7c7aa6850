import { expect, test } from 'vitest'
import { sizeOf } from '../../platform/gsm/fit-sms.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { smsWorld } from './testing/sms-world.ts'

// What an office says reaches the cheapest phone whole, however long it is: LANJUT brings part after part, a link the page.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const later = () => {
  world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
}
let phones = 0
const question =
  'Mohon jelaskan: (1) di sebelah mana tepatnya kerusakan itu, sebutkan patokan terdekat; (2) sejak kapan; ' +
  '(3) apakah ada korban; dan (4) apakah sudah pernah dilaporkan ke kelurahan, dan apa jawabannya? Terima kasih.'

async function filed() {
  const phone = `+62813900${String(++phones).padStart(5, '0')}`
  later()
  await world.sms(phone, `KOTKUPANG jembatan ${'abcdefgh'[phones]} rusak parah sejak lama`)
  const { id, tracking_id: trackingId } = await world.report()
  later()
  return { phone, id, trackingId }
}

async function asked(words = question) {
  const report = await filed()
  await office.ask(report.id, words)
  await world.work()
  return report
}

const hear = async (phone: string, text: string) => {
  const [heard = '', ...more] = await world.sms(phone, text)
  expect([more, sizeOf(heard)]).toEqual([[], expect.objectContaining({ alphabet: 'gsm7', fits: true })])
  return heard
}
const link = /http:\/\/lapor\.test(\/b\/[a-z2-7]{16})$/

test('a question of 200 letters is read to its end with LANJUT, and then answered', async () => {
  const { phone, id, trackingId } = await asked()
  let read = ''
  for (const word of ['CEK', 'LANJUT', 'lanjut pak']) {
    const heard = await hear(phone, word)
    expect(heard).toContain(trackingId)
    read += ` ${heard.replace(/^LAPOR! \w+: (Ditunda, perlu dilengkapi\. |\.\.\.)/, '').replace(/\.\.\. Balas LANJUT.*/, '')}`
    if (!heard.includes('Balas LANJUT')) break
  }
  expect(read.trim()).toBe(question)
  expect(await hear(phone, 'LANJUT'), 'after the end it begins anew').toContain('Mohon jelaskan')
  await hear(phone, 'di sebelah timur jembatan, sejak Januari')
  expect(await world.report()).toMatchObject({ id, stage: 'received' })
})

test('RAHASIA beside LANJUT hides the report at once: the rest is read on its page alone, and no report is made of the words', async () => {
  const { phone, id } = await asked()
  await hear(phone, 'CEK')
  expect(await hear(phone, 'RAHASIA LANJUT')).toMatch(link)
  expect(await world.report()).toMatchObject({ id, confidential: true })
})

test('whoever has a browser reads the whole question on the page of the link, once', async () => {
  const { phone } = await asked()
  const [, path = ''] = link.exec(await hear(phone, 'CEK')) ?? []
  const open = () => world.app.request(`http://lapor.test${path}`, { method: 'POST' })
  expect(await (await open()).text()).toContain('apa jawabannya?')
  expect((await open()).status).toBe(404)
})

test.each([
  ['✅ Sudah selesai 👍, terima kasih 🙏', 'Kata petugas: Sudah selesai, terima kasih'],
  ['Jalan sudah diaspal → silakan dicek 👷🏽‍♂️', 'Kata petugas: Jalan sudah diaspal -> silakan dicek'],
])('the signs in “%s” cost no word of it', async (answer, said) => {
  const { phone, id } = await filed()
  await office.forward(id)
  later()
  await office.answer(id, answer)
  await world.work()
  expect((await hear(phone, 'CEK')).endsWith(said)).toBe(true)
})

test('words of another alphabet, which no SMS of ours has, are read by the link', async () => {
  const { phone } = await asked('السلام عليكم Sekolah yang mana?')
  expect(await hear(phone, 'CEK')).toMatch(/Sekolah yang mana\?.* http:\/\/lapor\.test\/b\/[a-z2-7]{16}$/)
})

test('LANJUT never goes on in other words than those it began: what was said since is told from its beginning', async () => {
  const { phone, id } = await asked()
  await hear(phone, 'CEK')
  later()
  await hear(phone, 'di sebelah timur')
  await hear(phone, 'CEK')
  later()
  await office.forward(id)
  later()
  await office.answer(id, `Jembatan kami perbaiki ${'dengan balok baru '.repeat(12)}.`)
  await world.work()
  expect(await hear(phone, 'LANJUT')).toContain('Jembatan kami perbaiki')
})

test('what was hidden since is on its page alone, also for LANJUT, and another phone hears nothing of it', async () => {
  const { phone, trackingId } = await asked()
  await hear(phone, 'CEK')
  await hear(phone, `ANONIM ${trackingId}`)
  await hear(phone, 'CEK')
  const heard = await hear(phone, 'LANJUT')
  expect(heard).not.toMatch(/patokan|korban|Mohon/)
  const [stranger = ''] = await world.sms('+6281399999999', `LANJUT ${trackingId}`)
  expect(stranger).not.toMatch(/patokan|korban|Mohon|\/b\//)
})

test('where nothing goes on LANJUT is a word as any other: the answer to what we asked', async () => {
  const { phone, id } = await asked('Apakah laporan ini masih perlu dilanjutkan?')
  await hear(phone, 'CEK')
  await hear(phone, 'lanjut')
  expect(await world.report()).toMatchObject({ id, stage: 'received' })
})
