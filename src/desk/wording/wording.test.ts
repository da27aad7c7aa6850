import { expect, test } from 'vitest'
import { deliverAll, hireOfficers, tellDeps } from '../../notifications/testing/post-office.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { aReport } from '../../testing/a-report.ts'
import { coordinatorOf, dedi, lestari, officerOf } from '../../testing/cast.ts'
import { aWednesday } from '../../testing/test-deps.ts'
import { deskOf, fieldsOf } from '../testing/desk-app.ts'

const db = await testDatabase()
await hireOfficers(db)
const desk = deskOf(db, dedi)
const path = '/kelola/pemberitahuan/answered'
const newWords = {
  door: 'email',
  seen: '0',
  subject: 'kantor menjawab',
  words: 'Kantor sudah menjawab laporan {nomor}. Mohon dinilai[ sebelum {tenggat} lewat].',
}

async function answeredLetter(secrecy = {}) {
  const contact = { name: 'Marta Bire', email: 'marta@rumah.test' }
  await aReport(db, { stage: 'answered', contact, ...secrecy })
  const sent = await deliverAll(db, tellDeps(db))
  return sent.find(({ template, to }) => template === 'answered' && to === contact.email)
}

test('the table shows every event, who hears, by which door, and leads to the words', async () => {
  const page = await desk.page('/kelola/pemberitahuan?pintu=semua')
  for (const words of [
    'Laporan masuk',
    'Lewat tenggat, tingkat 4',
    'Pelapor',
    'Surel, SMS, DM X',
    'X, di muka umum',
    'Jawaban langsung kepada yang menulis',
    'Kiriman di X menjadi laporan',
    'Surel masuk',
  ])
    expect(page).toContain(words)
  expect(page).toContain('href="/kelola/pemberitahuan/answered"')
  for (const wrong of ['undefined', 'diubah']) expect(page.includes(wrong)).toBe(false)
})

test('the table begins with the first door, and shows another door or one event alone when that is chosen', async () => {
  const first = await desk.page('/kelola/pemberitahuan')
  expect(first).toContain('<option value="email" selected')
  expect(first).not.toContain('Kiriman di X menjadi laporan</span>')
  const bySms = await desk.page('/kelola/pemberitahuan?pintu=sms&kejadian=hold')
  expect(bySms).toContain('href="/kelola/pemberitahuan/question"')
  expect(bySms).not.toContain('href="/kelola/pemberitahuan/answered"')
  expect(bySms).not.toContain('id="instansi"')
  expect(await desk.page('/kelola/pemberitahuan?pintu=x&kejadian=escalate')).toContain('Pilih semua pintu')
  expect((await desk.get('/kelola/pemberitahuan?pintu=merpati&kejadian=<b>')).status).toBe(200)
})

test('what a reporter hears stands under reporters, also where they hear it on a page or by the phone they typed there', async () => {
  const page = await desk.page('/kelola/pemberitahuan?pintu=sms')
  const [, toReporters = '', toOffices = ''] = page.split(/<section id="(?:pelapor|instansi|jawaban)">/)
  expect(toReporters).toContain('href="/kelola/pemberitahuan/answered_on_page"')
  expect(toOffices).not.toContain('_on_page"')
})

test('from the top of the long table every part and every event is one press away, and the top from every part', async () => {
  const page = await desk.page('/kelola/pemberitahuan?pintu=semua')
  const links = [...page.matchAll(/href="#([\w-]+)"/g)].map(([, id = '']) => id)
  expect(links).toEqual(expect.arrayContaining(['pelapor', 'instansi', 'jawaban', 'pelapor-answer', 'isi']))
  for (const id of links) expect(page.split(`id="${id}"`), id).toHaveLength(2)
})

test('words are seen as they will leave before they are saved, and hold from the next message on, until they are taken back', async () => {
  const page = await desk.page(path)
  expect(page).toContain('Ada tanggapan atas laporan Anda.')
  expect(page).toContain('CONTOH123')
  const preview = await desk.post(path, newWords)
  expect(preview.status).toBe(200)
  const html = await preview.text()
  expect(html).toContain(
    'Kantor sudah menjawab laporan CON-TOH-123. Mohon dinilai sebelum Kamis 29 Januari 2026 lewat.',
  )
  expect((await answeredLetter())?.text).toContain('Ada tanggapan atas laporan Anda.')
  const saved = await desk.post(path, { ...fieldsOf(html, path), sure: '1' })
  expect(saved.headers.get('location')).toBe(`${path}?sudah=1`)
  const letter = await answeredLetter()
  expect(letter?.subject).toMatch(/^LAPOR! .*: kantor menjawab$/)
  expect(letter?.text).toMatch(/Mohon dinilai sebelum \S+ \d+ \S+ 2026 lewat\./)
  expect(await desk.page('/kelola/pemberitahuan')).toContain('diubah')
  const taken = await desk.post(path, { door: 'email', seen: '1', restore: '1' })
  expect(taken.status).toBe(303)
  expect((await answeredLetter())?.text).toContain('Ada tanggapan atas laporan Anda.')
  const versions = await desk.page(path)
  expect(versions).toContain('kantor menjawab')
  expect(versions).toContain('<em>Kata-kata bawaan</em>')
})

test('words that may not be said come back with the reason, and nothing is kept', async () => {
  const refused = await desk.post(path, { ...newWords, words: 'Laporan rahasia Anda dijawab {siapa}.', sure: '1' })
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toContain('href="#f-email-words"')
  expect(html).toContain('{siapa} tidak dikenal di sini.')
  expect(html).toContain('Laporan rahasia Anda dijawab {siapa}.')
  expect(await db.owner.selectFrom('casework.wording').selectAll().where('words', 'like', '%siapa%').execute()).toEqual(
    [],
  )
})

test('the public answer on X keeps its link, and is not said of a report that hides', async () => {
  const at = '/kelola/pemberitahuan/public_answer'
  const page = await desk.page(at)
  expect(page.match(/Tidak dikatakan begini/g)).toHaveLength(2)
  expect(page).not.toContain('name="subject"')
  const words = { door: 'x', seen: '0', words: 'Laporan Anda kami terima, lihat {tautan} ya.' }
  const preview = await desk.post(at, words)
  expect(preview.status).toBe(200)
  expect(await preview.text()).toContain('lihat http://lapor.test/lacak?id=CONTOH123 ya.')
  for (const [wrong, why] of [
    ['Laporan Anda kami terima.', '{tautan} harus ada'],
    [`{tautan} ${'panjang '.repeat(40)}`, 'Terlalu panjang'],
  ] as const) {
    const refused = await desk.post(at, { ...words, words: wrong, sure: '1' })
    expect(refused.status).toBe(422)
    expect((await refused.text()).includes(why)).toBe(true)
  }
  expect((await desk.post(at, { ...words, door: 'sms', sure: '1' })).status).toBe(404)
})

test('each door of a message has a form of its own, and an answer to a mail is a message too', async () => {
  const page = await desk.page(path)
  for (const door of ['email', 'sms', 'x']) expect(page.includes(`id="f-${door}-words"`)).toBe(true)
  const at = '/kelola/pemberitahuan/mail_status_said'
  const answer = await desk.page(at)
  expect(answer).toContain('Lampunya sudah kami ganti pagi ini.')
  const saved = await desk.post(at, {
    door: 'email',
    seen: '0',
    subject: 'jawaban',
    words: 'Sekarang {status}[, sampai {tenggat}].\n\n“{ucapan}”',
    sure: '1',
  })
  expect(saved.status).toBe(303)
  expect(await desk.page(at)).toContain('“Lampunya sudah kami ganti pagi ini.”')
})

test('whoever edits what a colleague has just changed is told so, their words kept', async () => {
  const at = '/kelola/pemberitahuan/progress'
  const words = { door: 'sms', seen: '0', words: 'LAPOR! {nomor} bergerak[, tanggapan sampai {tenggat}].', sure: '1' }
  expect((await desk.post(at, words)).status).toBe(303)
  const late = await desk.post(at, { ...words, words: 'LAPOR! Kabar {nomor}[ sampai {tenggat}].' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('LAPOR! Kabar {nomor}')
})

test('supervisors read the table, and cannot write; to all others it does not exist', async () => {
  const reading = deskOf(db, lestari)
  expect(await reading.page(path)).not.toContain('<textarea')
  expect((await reading.post(path, newWords)).status).toBe(404)
  for (const actor of [coordinatorOf(), officerOf()])
    for (const page of ['/kelola/pemberitahuan', path]) expect((await deskOf(db, actor).get(page)).status).toBe(404)
})

test('the database lets nobody but the desk write words, and nobody change or remove a version', async () => {
  const version = {
    door: 'sms',
    name: 'receipt',
    words: 'LAPOR! {nomor}',
    at: aWednesday,
    account_id: dedi.accountId ?? '',
  }
  const write = (actor: typeof dedi) =>
    as(db.web, actor, (tx) => tx.insertInto('casework.wording').values(version).execute())
  await expect(write(lestari)).rejects.toThrow(/row-level security/)
  await expect(write({ ...dedi, accountId: lestari.accountId })).rejects.toThrow(/row-level security/)
  await expect(as(db.web, dedi, (tx) => tx.deleteFrom('casework.wording').execute())).rejects.toThrow(
    /permission denied/,
  )
  await expect(
    as(db.web, dedi, (tx) => tx.updateTable('casework.wording').set({ words: 'x' }).execute()),
  ).rejects.toThrow(/permission denied/)
})

test('the letters to whoever filed by mail and the morning letter of officers stand in the table and are edited there', async () => {
  const page = await desk.page('/kelola/pemberitahuan')
  for (const name of ['question_by_mail', 'answered_by_mail', 'message_by_mail', 'digest'])
    expect(page).toContain(`href="/kelola/pemberitahuan/${name}"`)
  expect(page).toContain('Petugas yang memilih ringkasan harian')
  const byMail = await desk.page('/kelola/pemberitahuan/answered_by_mail')
  expect(byMail).toContain('Balas surel ini dengan CEK untuk membacanya')
  expect(byMail).not.toContain('<h2>SMS</h2>')
  const digest = '/kelola/pemberitahuan/digest'
  const morning = await desk.page(digest)
  expect(morning).toContain('LAPOR!: ringkasan harian, 1 laporan')
  expect(morning).toMatch(/Ringkasan \S+ \d+ \S+ 2026\n\nLainnya: 1\n\nLaporan CON-TOH-123/)
  const words = 'Selamat pagi, {tanggal}.'
  const refused = await desk.post(digest, { door: 'email', seen: '0', subject: 'kabar pagi', words })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('{lewat_tenggat}')
  const counts = '[Terlambat: {lewat_tenggat}]\n[Segera: {hampir_tenggat}]\n[Lain: {lainnya}]'
  const asked = { door: 'email', seen: '0', subject: 'kabar pagi', words: `${words}\n${counts}` }
  expect(await (await desk.post(digest, asked)).text()).toMatch(/Selamat pagi, \S+ \d+ \S+ 2026\.\nLain: 1\n/)
})

test('of a hidden report the morning letter shown to the desk names no title, of a confidential one no deadline', async () => {
  const page = await desk.page('/kelola/pemberitahuan/digest')
  const [, open = '', anonymous = '', confidential = ''] = page.split('<h3>')
  expect(open).toContain('Lampu jalan')
  expect(anonymous).toContain('(tenggat ')
  expect(`${anonymous}${confidential}`).not.toContain('Lampu jalan')
  expect(confidential).not.toContain('(tenggat ')
})
