import { afterAll, expect, test, vi } from 'vitest'
import { forwardReport } from '../../disposition/forward-report.ts'
import { answerReport } from '../../follow-up/answer-report.ts'
import { aPhoto, badPhotos } from '../../intake/testing/photos.ts'
import { hireOfficers } from '../../notifications/testing/post-office.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { aReport } from '../../testing/a-report.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { coordinatorOf, dedi } from '../../testing/cast.ts'
import { replyTo, type Written } from './testing/compose.ts'
import { mailWorld, ourAddress } from './testing/mail-world.ts'
import type { GotLetter } from './testing/read-letter.ts'

const db = await testDatabase()
await hireOfficers(db)
const world = await mailWorld(db, { trusts: 'mx.lapor.test' })
afterAll(() => world.close())

let people = 0
const later = () => {
  world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
}
const setting = async () => ({
  rules: await world.taking.rules(),
  directory: await world.taking.directory(),
  now: world.clock.now,
})

/** Filed by mail; its receipt. */
async function filed(more: Partial<Written> = {}) {
  const from = `warga${++people}@rumah.test`
  later()
  const [receipt] = await world.mail({
    from,
    subject: `Jalan ${people}`,
    text: `Jalan nomor ${people} rusak parah sejak banjir.`,
    ...more,
  })
  return { receipt: receipt as GotLetter, report: await world.report(), from }
}

/** Answered by Kupang; the letter that says so. */
async function answered() {
  const made = await filed()
  const { id } = made.report
  await as(db.web, dedi, async (tx) => forwardReport(tx, dedi, id, { agencyId: 'kota-kupang' }, await setting()))
  const yuli = coordinatorOf()
  await as(db.web, yuli, async (tx) =>
    answerReport(tx, yuli, id, { text: 'Sudah ditambal.', outcome: 'solved' }, await setting()),
  )
  later()
  const letters = (await world.work()).filter(
    ({ to, subject }) => to === made.from && subject.includes('ada tanggapan'),
  )
  expect(letters).toHaveLength(1)
  return { ...made, letter: letters[0] as GotLetter }
}

const stageOf = (id: string) =>
  db.owner
    .selectFrom('casework.report')
    .select(['stage', 'manner', 'confidential'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const texts = (letters: GotLetter[]) => letters.map(({ text }) => text)

test('a letter carries an address for answers, one for its return, and a link that ends the news with one press', async () => {
  const { receipt } = await filed()
  const token = receipt.messageId.split('@')[0]
  expect(receipt.replyTo).toBe(`lapor+${token}@lapor.test`)
  expect(receipt.envelopeFrom).toBe(receipt.replyTo)
  expect(receipt.headers['list-unsubscribe']).toBe(`<http://lapor.test/berhenti/${token}>`)
  expect(receipt.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
  expect(receipt.headers['auto-submitted']).toBe('auto-generated')
})

test('an answer from another address does nothing, says nothing of the report, and is told why', async () => {
  const { letter, report } = await answered()
  const letters = await world.mail({ ...replyTo(letter, 'YA'), from: 'rio@orang.test' })
  expect(texts(letters)).toEqual([expect.stringContaining('dari alamat lain')])
  expect(texts(letters).join()).not.toMatch(new RegExp(`${report.tracking_id.slice(0, 3)}|Balaslah surel ini`))
  expect(await stageOf(report.id)).toMatchObject({ stage: 'answered' })
})

test('their number under their name, but no letter of ours: nothing is done until they answer the one they get', async () => {
  const { from, report } = await answered()
  const [asks] = await world.mail({ from, subject: report.tracking_id, text: 'YA' })
  expect(asks?.text).toContain('Siapa pun dapat menulis nama pengirim')
  expect(await stageOf(report.id)).toMatchObject({ stage: 'answered' })
  await world.mail(replyTo(asks as GotLetter, 'YA'))
  expect(await stageOf(report.id)).toMatchObject({ stage: 'closed', manner: 'confirmed' })
})

test('where its server vouches for them they may add words and have them hidden, and still decide nothing', async () => {
  const { from, report } = await answered()
  const vouched = { 'Authentication-Results': 'mx.lapor.test; dmarc=pass header.from=rumah.test' }
  await world.mail({ from, headers: vouched, subject: report.tracking_id, text: 'YA' })
  expect(await stageOf(report.id)).toMatchObject({ stage: 'answered', confidential: false })
  await world.mail({ from, headers: vouched, subject: report.tracking_id, text: 'RAHASIA' })
  expect(await stageOf(report.id)).toMatchObject({ stage: 'answered', confidential: true })
  await world.mail({ from, headers: vouched, subject: `Re: ${report.tracking_id}`, text: 'BELUM, baru separuh' })
  expect(await stageOf(report.id)).toMatchObject({ stage: 'in_progress' })
})

test('a sender whose own domain disowns the mail is not answered: the words are for the desk', async () => {
  const from = 'korban@bank.test'
  const disowned = { 'Authentication-Results': 'mx.lapor.test; dmarc=fail header.from=bank.test' }
  expect(await world.mail({ from, headers: disowned, subject: 'Palsu', text: 'Ini bukan dari saya.' })).toEqual([])
  expect(await world.arrival()).toMatchObject({ outcome: 'quarantined', reason: 'failed_sender' })
})

test('CEK by number alone is answered to the address it came with, and to no other', async () => {
  const { from, report } = await answered()
  expect(texts(await world.mail({ from, subject: `CEK ${report.tracking_id}`, text: '' }))).toEqual([
    expect.stringContaining('Sudah ditambal.'),
  ])
  expect(
    texts(await world.mail({ from: 'rio@orang.test', subject: `CEK ${report.tracking_id}`, text: '' })).join(),
  ).not.toContain('ditambal')
})

test('photos come with the words, without what a camera wrote into them; what cannot be kept is named', async () => {
  const photo = Buffer.from(await (await aPhoto()).arrayBuffer())
  const bad = await Promise.all(
    (await badPhotos())
      .slice(0, 5)
      .map(async ({ file }) => ({ filename: file.name, content: Buffer.from(await file.arrayBuffer()) })),
  )
  const from = `warga${++people}@rumah.test`
  const letters = await world.mail({
    from,
    subject: 'Foto jalan',
    text: 'Lihat fotonya.',
    attachments: [
      { filename: 'jalan.jpg', content: photo },
      ...bad,
      { filename: 'winmail.dat', content: 'x', contentType: 'application/ms-tnef' },
    ],
  })
  expect(texts(letters)).toContainEqual(expect.stringContaining('ada lampiran yang tidak dapat disimpan'))
  const { id } = await world.report()
  const kept = () =>
    db.owner
      .selectFrom('casework.attachment')
      .select(['seq', 'position'])
      .where('report_id', '=', id)
      .orderBy('seq')
      .execute()
  expect(await kept()).toEqual([{ seq: 1, position: 1 }])
  const receipt = letters.find(({ subject }) => subject.includes('diterima')) as GotLetter
  await world.mail({
    ...replyTo(receipt, 'Ini foto lagi.'),
    attachments: [{ filename: 'b.jpg', content: Buffer.from(await (await aPhoto('b.jpg', 300, 9)).arrayBuffer()) }],
  })
  expect(await kept()).toHaveLength(2)
})

test('STOP ends the news of that report, what they ask for is answered; MULAI begins them again', async () => {
  const { receipt, report } = await filed()
  expect(texts(await world.mail(replyTo(receipt, 'STOP')))).toEqual([
    expect.stringContaining('berhenti mengirim kabar'),
  ])
  await as(db.web, dedi, async (tx) => forwardReport(tx, dedi, report.id, { agencyId: 'kota-kupang' }, await setting()))
  expect((await world.work()).filter(({ to }) => to === receipt.to)).toEqual([])
  expect(texts(await world.mail(replyTo(receipt, 'CEK')))).toEqual([expect.stringContaining('Status:')])
  await world.mail(replyTo(receipt, 'MULAI'))
  const { mail_stopped_at } = await db.owner
    .selectFrom('identity.filing')
    .select('mail_stopped_at')
    .where('report_id', '=', report.id)
    .executeTakeFirstOrThrow()
  expect(mail_stopped_at).toBeNull()
})

test('the link stops with one press of a mail program, without cookies; opening it changes nothing; a made-up one is no page', async () => {
  const { receipt, report } = await filed()
  const path = new URL((receipt.headers['list-unsubscribe'] ?? '').slice(1, -1)).pathname
  const stopped = async () =>
    (
      await db.owner
        .selectFrom('identity.filing')
        .select('mail_stopped_at')
        .where('report_id', '=', report.id)
        .executeTakeFirstOrThrow()
    ).mail_stopped_at !== null
  const page = await world.app.request(path)
  expect([page.status, page.headers.get('cache-control'), await stopped()]).toEqual([200, 'no-store', false])
  const html = await page.text()
  expect(html).toContain('Berhenti menerima kabar')
  expect(html).not.toContain(report.tracking_id)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const press = (body: string) => world.app.request(path, { method: 'POST', headers: form, body })
  expect([(await press('List-Unsubscribe=One-Click')).status, await stopped()]).toEqual([200, true])
  await as(db.web, dedi, async (tx) => forwardReport(tx, dedi, report.id, { agencyId: 'kota-kupang' }, await setting()))
  expect((await world.work()).filter(({ to }) => to === receipt.to)).toEqual([])
  expect([(await press('kabar=ya')).status, await stopped()]).toEqual([200, false])
  for (const other of [`/berhenti/${'a'.repeat(42)}`, '/berhenti/x']) {
    expect((await world.app.request(other)).status).toBe(404)
    expect((await world.app.request(other, { method: 'POST', headers: form, body: '' })).status).toBe(404)
  }
})

test('a letter to an officer cannot be answered by mail: they are told so, nobody else is', async () => {
  await filed({ subject: 'KOTKUPANG air mati', text: 'Air mati sejak kemarin di Oebobo.' })
  const raw = world.outside.mails.find(({ to }) => to === 'koordinator@kupang.test')?.raw ?? ''
  const [, token = ''] = /^Message-ID: <([a-z2-7]{42})@/m.exec(raw) ?? []
  expect(raw).not.toMatch(/^(Reply-To|List-Unsubscribe)/m)
  const answer = { to: `lapor+${token}@lapor.test`, subject: 'Re: x', text: 'Sudah kami tangani.' }
  expect(texts(await world.mail({ from: 'koordinator@kupang.test', ...answer }))).toEqual([
    expect.stringContaining('ruang kerja'),
  ])
  expect(await world.mail({ from: 'rio@orang.test', ...answer })).toEqual([])
  expect(await world.arrival()).toMatchObject({ outcome: 'refused', reason: 'office' })
})

/** As the server of the other side writes it, to where the letter comes back. */
const returned = (letter: GotLetter, status: string) =>
  [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@rumah.test>',
    `To: ${letter.envelopeFrom}`,
    `Subject: Undelivered Mail ${status}`,
    'Auto-Submitted: auto-replied',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    `Final-Recipient: rfc822; ${letter.to}`,
    'Action: failed',
    `Status: ${status}`,
    '--b--',
    '',
  ].join('\r\n')

test('a letter that comes back for good marks the address: nothing more is sent there; a made-up return marks nobody', async () => {
  const { receipt, report } = await filed()
  const failed = async () =>
    (
      await db.owner
        .selectFrom('identity.filing')
        .select('mail_failed_at')
        .where('report_id', '=', report.id)
        .executeTakeFirstOrThrow()
    ).mail_failed_at !== null
  await world.hook(returned({ ...receipt, envelopeFrom: ourAddress }, '5.1.1'))
  await world.work()
  expect([await failed(), (await world.arrival()).reason]).toEqual([false, 'bounce_of_nothing'])
  await world.hook(returned(receipt, '5.1.1'))
  expect(await world.work()).toEqual([])
  expect([await failed(), (await world.arrival()).reason]).toEqual([true, 'bounce_hard'])
  const { last_error, state } = await db.owner
    .selectFrom('identity.message')
    .select(['last_error', 'state'])
    .where('report_id', '=', report.id)
    .executeTakeFirstOrThrow()
  expect([state, last_error]).toEqual(['dead', 'bounce 5.1.1'])
  await as(db.web, dedi, async (tx) => forwardReport(tx, dedi, report.id, { agencyId: 'kota-kupang' }, await setting()))
  expect((await world.work()).filter(({ to }) => to === receipt.to)).toEqual([])
})

test('a question that comes back for good goes to their telephone, once', async () => {
  const contact = { name: 'Marta', email: 'marta@kantor.test', phone: '081234567890' }
  const { id } = await aReport(db, { contact, at: world.clock.now })
  await atTheOffice(db, world).ask(id, 'Sisi mana?')
  const question = (await world.work()).findLast(({ to }) => to === contact.email) as GotLetter
  for (const _twice of [1, 2]) await world.hook(returned(question, '5.1.1'))
  await world.work()
  const asked = db.owner.selectFrom('identity.message').select(['channel', 'state']).where('report_id', '=', id)
  expect(await asked.where('template', '=', 'question').orderBy('channel').execute()).toEqual([
    { channel: 'email', state: 'dead' },
    { channel: 'sms', state: 'queued' },
  ])
})

test('an address that came back and then answers is written to again', async () => {
  const { receipt, report } = await filed()
  await world.hook(returned(receipt, '5.1.1'))
  await world.work()
  await world.mail(replyTo(receipt, 'Kotak saya hidup lagi, ada kabar?'))
  await as(db.web, dedi, async (tx) => forwardReport(tx, dedi, report.id, { agencyId: 'kota-kupang' }, await setting()))
  expect((await world.work()).filter(({ to }) => to === receipt.to)).toHaveLength(1)
})

test('a letter that comes back because a box is full is tried again', async () => {
  const { receipt, report } = await filed()
  await world.hook(returned(receipt, '4.2.2'))
  await world.work()
  const message = () =>
    db.owner
      .selectFrom('identity.message')
      .select(['state', 'bounces'])
      .where('report_id', '=', report.id)
      .executeTakeFirstOrThrow()
  expect(await message()).toEqual({ state: 'failed', bounces: 1 })
})

test('whoever writes as an hour ends is answered, though the next begins while it is read', async () => {
  later()
  const next = Math.ceil(world.clock.now.getTime() / 3_600_000) * 3_600_000
  world.clock.now = new Date(next - 1_000)
  const begun = vi.spyOn(world.taking, 'now').mockReturnValueOnce(new Date(next - 1))
  expect(await world.mail({ from: 'malam@rumah.test', subject: 'BANTUAN', text: 'BANTUAN' })).toHaveLength(1)
  begun.mockRestore()
})
