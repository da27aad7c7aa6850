import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { compose, replyTo } from '../../channels/email/testing/compose.ts'
import { mailWorld, ourAddress } from '../../channels/email/testing/mail-world.ts'
import type { GotLetter } from '../../channels/email/testing/read-letter.ts'
import { relayOutbox } from '../../platform/relay.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { type Canary, canaryWord, makeFinder, makeLookout } from './canaries.ts'
import { readers } from './canary-people.ts'
import { canaryWorld, type Planted, type Secrecy } from './canary-world.ts'
import { everybodyReads } from './crawl.ts'
import { idByDoor } from './id-by-door.ts'
import { lawFor, wrongCells } from './law.ts'
import { fillOf } from './things.ts'
import { foundInTables } from './look-into-tables.ts'
import { differences, watch } from './snapshot.ts'

// What comes by mail holds something of its own in its words, and in everything that a mail says of who wrote it: address, name, signature,
// what is quoted, the Message-ID, the name of a file. The words follow the law; the rest nobody finds anywhere.

const db = await testDatabase()
const world = await canaryWorld(db, { only: [] })
const log = pino({ level: 'trace' }, { write: (line) => world.logged.push(line) })
const mail = await mailWorld(db, { app: world.app, log })
afterAll(() => mail.close())

const ways = [
  { secrecy: 'open', subject: 'KOTKUPANG' },
  { secrecy: 'anonymous', subject: 'ANONIM Jalan' },
  { secrecy: 'confidential', subject: 'RAHASIA Jalan' },
] as const satisfies { secrecy: Secrecy; subject: string }[]

const ofWhom = ['address', 'sender name', 'signature', 'quoted', 'message id', 'file name'] as const
const planted: Planted[] = ways.map(({ secrecy }) => {
  const name = `mail ${secrecy}`
  const canaries = ['text', 'reply', ...ofWhom].map(
    (field): Canary => ({ kind: 'word', report: name, field, value: canaryWord(name, field) }),
  )
  return { name, secrecy, life: 'received', id: '', key: '', canaries }
})
const find = makeFinder(planted.flatMap(({ canaries }) => canaries))
const word = (at: number, field: string) => canaryWord(planted[at]?.name ?? '', field)
const address = (at: number) => `${word(at, 'address')}@rumah.test`
const personal = (what: string) => ofWhom.some((field) => what.includes(` ${field}`))

for (const [at, { subject }] of ways.entries()) {
  const written = await compose({
    from: `${word(at, 'sender name')} <${address(at)}>`,
    to: ourAddress,
    subject,
    messageId: `<${word(at, 'message id')}@rumah.test>`,
    text: `Jalan ${word(at, 'text')} rusak sejak banjir.\n\n-- \n${word(at, 'signature')}`,
    attachments: [{ filename: `${word(at, 'file name')}.pdf`, content: 'x' }],
  })
  expect(await mail.hook(written)).toBe(200)
}
const waiting = await foundInTables(db.owner, find)
const letters = await mail.work()
for (const [at, report] of planted.entries()) {
  report.id = await idByDoor(db.owner, 'email', report.secrecy)
  const receipt = letters.find(({ to, replyTo: way }) => to === address(at) && way) as GotLetter
  const answer = replyTo(receipt, `Tambahan: ${word(at, 'reply')}. Surel saya ${address(at)}`)
  const signed = answer.text.replace('Marta Bire', word(at, 'signature')).replace(/$/, `\n> ${word(at, 'quoted')}`)
  expect(await mail.hook(await compose({ ...answer, text: signed }))).toBe(200)
}
await mail.work()

test('while it waits to be understood, no table holds a word of it, nor of who wrote it', () => {
  expect(waiting).toEqual([])
})

test('everybody finds of a report by mail what secrecy.md allows; address, name, signature, quotes and files nowhere', async () => {
  const ids = planted.map(({ id }) => id)
  const { reading } = await everybodyReads(world, readers, find, await fillOf(db.owner, ids))
  const ownDoor = (reader: string, { name }: Planted) => reader === 'coordinator' && name === 'mail open'
  for (const { reader, lookout } of reading)
    expect(
      wrongCells(reader, lookout.seen, planted, (report, field) => {
        if ((ofWhom as readonly string[]).includes(field)) return 'N'
        return ownDoor(reader, report) ? 'Y' : lawFor(reader, report, 'text')
      }),
    ).toEqual([])
}, 300_000)

test('answered and asked about: what goes out holds nothing of who wrote, nor a word of a report that hides', async () => {
  for (const { id } of planted) {
    await world.did('desk', `/reports/${id}/verification`, { agencySlug: 'kota-kupang' })
    await world.did('coordinator', `/reports/${id}/assignment`, { unitSlug: 'kota-kupang-dinkes' })
    await world.did('officer', `/reports/${id}/answer`, { text: 'Sudah ditambal.', outcome: 'solved' })
  }
  const news = await mail.work()
  for (const at of planted.keys()) {
    const latest = news.find(({ to, subject }) => to === address(at) && subject.includes('ada tanggapan')) as GotLetter
    await mail.mail({ ...replyTo(latest, 'CEK'), from: address(at) })
  }
  const lookout = makeLookout(find)
  for (const { to, raw } of mail.outside.mails) await lookout.look(raw.replaceAll(to, ''), to)
  expect([...lookout.seen.keys()].filter((what) => personal(what) || !what.startsWith('mail open'))).toEqual([])
})

test('a dump afterwards holds nothing of who wrote, and nothing of a confidential report; rows of work hold ids alone', async () => {
  await relayOutbox(db.worker)
  const found = await foundInTables(db.owner, find)
  expect(found.filter((line) => personal(line) || line.startsWith('mail confidential'))).toEqual([])
  expect(found.filter((line) => /identity\.|graphile|outbox/.test(line))).toEqual([])
  expect(
    found.some((line) => line.startsWith('mail open text')),
    'what is public is found, so the search works',
  ).toBe(true)
})

test('the logs of all this hold no canary', async () => {
  const lookout = makeLookout(find)
  await lookout.look(world.logged.join(''), 'the log')
  expect([...lookout.seen]).toEqual([])
})

test('two worlds: confidential reports by mail, and answers to them, change no byte of what strangers are answered', async () => {
  const other = await testDatabase()
  const site = await watch(other)
  const its = await mailWorld(other)
  const alone = await site.everything([])
  const from = 'marta@rumah.test'
  const [receipt] = await its.mail({ from, subject: 'RAHASIA Lurah', text: 'Lurah meminta uang di Oesapa.' })
  await its.mail(replyTo(receipt as GotLetter, 'Ada buktinya.'))
  await its.mail({ from, subject: 'RAHASIA KOTKUPANG', text: 'Jalan kenari rusak.' })
  expect((await its.report()).confidential).toBe(true)
  expect(differences(alone, await site.everything([]))).toEqual([])
  await its.close()
}, 300_000)
