import { afterAll, expect, test } from 'vitest'
import { forgetOldMails } from '../../oversight/tidy.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { openWords } from '../../report/keeper.ts'
import { testKeeper, testKeys } from '../../testing/test-deps.ts'
import { keepMail } from './keep-mail.ts'
import { compose } from './testing/compose.ts'
import { mailWorld, ourAddress } from './testing/mail-world.ts'

const db = await testDatabase()
const world = await mailWorld(db)
afterAll(() => world.close())

let people = 0
const somebody = () => `warga${++people}@rumah.test`
const written = (more: object = {}) => compose({ from: somebody(), to: ourAddress, text: 'Jalan rusak.', ...more })
const reportsOf = async (words: string) => {
  const rows = await db.owner
    .selectFrom('casework.report as r')
    .innerJoin('casework.content as c', 'c.report_id', 'r.id')
    .selectAll('r')
    .select(['c.text', 'c.title'])
    .execute()
  return rows.filter((row) => openWords(testKeeper, row.id, row, ['text']).text?.includes(words))
}

test('the same mail brought a hundred times, at once and a month later, is one report and one receipt', async () => {
  const mail = await written({ subject: 'Lampu', text: 'Lampu jalan padam seratus malam' })
  expect(new Set(await Promise.all(Array.from({ length: 50 }, () => world.hook(mail))))).toEqual(new Set([200]))
  expect(await world.work()).toHaveLength(1)
  world.clock.now = new Date(world.clock.now.getTime() + 30 * 86_400_000)
  for (let time = 0; time < 50; time++) await world.hook(mail)
  expect(await world.work()).toEqual([])
  expect(await reportsOf('seratus malam')).toHaveLength(1)
})

test('a mail that the mailbox has and that is brought to the hook is one', async () => {
  const mail = await written({ subject: 'Dua jalan', text: 'Lewat dua jalan sekaligus.' })
  const store = { db: db.worker, keys: testKeys }
  expect(await keepMail(store, { raw: mail, box: 'kotak' }, world.clock.now)).toBe('new')
  const onItsWay = Buffer.concat([Buffer.from('Received: from mx.rumah.test by mx.lapor.test\r\n'), mail])
  expect(await world.hook(onItsWay)).toBe(200)
  expect(await keepMail(store, { raw: onItsWay, box: 'lain' }, world.clock.now)).toBe('again')
  await world.work()
  expect(await reportsOf('Lewat dua jalan')).toHaveLength(1)
})

test('without a Message-ID a mail is known by what it says; one Message-ID for different mails does not swallow the second', async () => {
  const from = somebody()
  const bare = `From: ${from}\r\nTo: ${ourAddress}\r\nSubject: Got\r\n\r\nGot tersumbat tanpa nomor surel\r\n`
  await world.hook(bare)
  await world.hook(`Received: from x by y\r\n${bare.replace(/\r\n$/, '')}`)
  await world.work()
  expect(await reportsOf('tanpa nomor surel')).toHaveLength(1)
  for (const text of ['Surel pertama program aneh', 'Surel kedua program aneh'])
    await world.hook(await written({ from, messageId: '<tetap@program.test>', subject: text, text }))
  await world.work()
  expect(await reportsOf('program aneh')).toHaveLength(2)
})

test('a wrong token is 401, nothing is 400, too much 413; a store that is down is 503, never a 2xx', async () => {
  const before = await db.owner.selectFrom('identity.arrival').select('id').execute()
  expect(await world.hook('From: a@b.test\r\n\r\nPalsu', 'lapor_salah')).toBe(401)
  expect(await world.hook('')).toBe(400)
  expect(await world.hook(Buffer.alloc(33 * 1024 * 1024, 65))).toBe(413)
  expect(await db.owner.selectFrom('identity.arrival').select('id').execute()).toHaveLength(before.length)
  await db.owner.schema.withSchema('identity').alterTable('arrival').renameTo('arrival_away').execute()
  expect(await world.hook('From: a@b.test\r\n\r\nGudang tutup')).toBe(503)
  await db.owner.schema.withSchema('identity').alterTable('arrival_away').renameTo('arrival').execute()
})

test.each([
  ['RAHASIA Lurah meminta uang', 'Lurah meminta uang di kantor.', { confidential: true, anonymous: false }],
  ['Lurah memungut biaya', 'ANONIM Lurah memungut biaya KTP.', { confidential: false, anonymous: true }],
  ['KOTKUPANG', 'Air mati di Oebobo sejak kemarin.', { own_door_id: 'kota-kupang' }],
  ['Fwd: Jalan', 'KOTKUPANG jalan berlubang di Fatululi.', { own_door_id: 'kota-kupang' }],
])('a subject %j over %j is understood as on a phone', async (subject, text, expected) => {
  await world.hook(await written({ subject, text }))
  await world.work()
  expect(await world.report()).toMatchObject({ ...expected, channel: 'email' })
})

test('an address with an office’s keyword behind the plus is its door', async () => {
  await world.hook(
    await written({ to: 'lapor+kotkupang@lapor.test', subject: 'Pohon', text: 'Pohon tumbang di Liliba.' }),
  )
  await world.work()
  expect(await world.report()).toMatchObject({ own_door_id: 'kota-kupang' })
})

test('a sender’s own address in the words is not published, and their name is nowhere', async () => {
  const from = somebody()
  await world.hook(
    await written({
      from: `Siti Aminah <${from}>`,
      subject: 'Got',
      text: `Got mampet parah.\nHubungi ${from.toUpperCase()}`,
    }),
  )
  await world.work()
  const [{ text } = { text: '' }] = await reportsOf('Got mampet parah')
  expect(text).toBe('Got mampet parah.\nHubungi [alamat surel pelapor]')
  const { shown_name } = await world.report()
  expect(shown_name).toBeNull()
})

test('without a sender, or from a machine, a mail is a report for the desk to look at, and nobody is answered', async () => {
  for (const head of ['', 'From: <>\r\n', 'From: noreply@toko.test\r\n', 'From: bukan alamat\r\n']) {
    await world.hook(`${head}Subject: Tanpa nama ${head.length}\r\n\r\nAda pungutan liar di terminal.\r\n`)
    expect(await world.work()).toEqual([])
    expect(await world.arrival()).toMatchObject({ outcome: 'quarantined', reason: 'no_sender' })
    expect(await world.report()).toMatchObject({ anonymous: true, flags: ['no_way_back'] })
  }
})

test('an encrypted mail is kept for a human, and its sender is asked to write again', async () => {
  const from = somebody()
  const letters = await world.mail({ from, subject: 'Penting', text: '-----BEGIN PGP MESSAGE-----\n\nhQEMA\n' })
  expect(letters.map(({ text }) => text)).toContainEqual(expect.stringContaining('dienkripsi'))
  expect(await world.arrival()).toMatchObject({
    outcome: 'quarantined',
    reason: 'encrypted',
    sealed: expect.anything(),
  })
  expect(await reportsOf('Surel terenkripsi')).toHaveLength(1)
  const inDays = (days: number) => ({
    db: db.worker,
    now: () => new Date(world.clock.now.getTime() + days * 86_400_000),
  })
  expect(await forgetOldMails(inDays(89))).toBe(0)
  expect(await forgetOldMails(inDays(91))).toBeGreaterThan(0)
  expect(await world.arrival()).toMatchObject({ outcome: 'quarantined', sealed: null })
})

test('auto-replies and our own letters are counted with their reason, and answered to nobody', async () => {
  for (const [headers, reason] of [
    [{ 'Auto-Submitted': 'auto-replied' }, 'auto_reply'],
    [{ 'X-Autoreply': 'yes' }, 'auto_reply'],
  ] as const) {
    await world.hook(await written({ headers }))
    expect(await world.work()).toEqual([])
    expect(await world.arrival()).toMatchObject({ outcome: 'refused', reason, sealed: null })
  }
  await world.hook(await written({ from: ourAddress }))
  expect(await world.work()).toEqual([])
  expect(await world.arrival()).toMatchObject({ outcome: 'refused', reason: 'own' })
})

test('someone whose name stands on a hundred mails hears of twenty; each of them is a report', async () => {
  const from = somebody()
  for (let at = 0; at < 40; at++)
    await world.hook(
      await written({
        from,
        subject: `Bom ${at}`,
        text: `Bom surel nomor ${(at + 40).toString(2).replaceAll('0', 'a').replaceAll('1', 'bu')}`,
      }),
    )
  const letters = await world.work()
  expect(letters.filter(({ to }) => to === from).length).toBeLessThanOrEqual(20)
  expect(await reportsOf('Bom surel nomor')).toHaveLength(40)
})

test('the same words sent again are the report that is there', async () => {
  const from = somebody()
  await world.mail({ from, subject: 'Sampah', text: 'Sampah pasar menumpuk dua kali kirim.' })
  const again = await world.mail({ from, subject: 'Sampah', text: 'Sampah pasar menumpuk dua kali kirim.' })
  expect(again.map(({ text }) => text)).toEqual([expect.stringContaining('Pesan Anda kami terima')])
  expect(await reportsOf('dua kali kirim')).toHaveLength(1)
})

test('CEK, BANTUAN and STOP without a letter of ours change nothing, and are answered', async () => {
  const reports = (await db.owner.selectFrom('casework.report').select('id').execute()).length
  for (const [text, answer] of [
    ['BANTUAN', 'Tulis keluhan Anda'],
    ['CEK', 'belum Anda sebut'],
    ['STOP', 'tidak kami temukan'],
    ['YA', 'Apa yang terjadi'],
  ] as const) {
    const from = somebody()
    expect((await world.mail({ from, subject: '', text })).map((letter) => letter.text)).toEqual([
      expect.stringContaining(answer),
    ])
  }
  expect(await db.owner.selectFrom('casework.report').select('id').execute()).toHaveLength(reports)
})
