import { pino } from 'pino'
import { expect, test } from 'vitest'
import { fitSms } from '../../platform/gsm/fit-sms.ts'
import { smsWorld } from '../../channels/sms/testing/sms-world.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { relayOutbox } from '../../platform/relay.ts'
import { type Canary, canaryPhone, canaryWord, makeFinder, makeLookout } from './canaries.ts'
import { readers } from './canary-people.ts'
import { canaryWorld, type Planted, type Secrecy } from './canary-world.ts'
import { everybodyReads } from './crawl.ts'
import { idByDoor } from './id-by-door.ts'
import { lawFor, wrongCells } from './law.ts'
import { fillOf } from './things.ts'
import { foundInTables } from './look-into-tables.ts'
import { differences, watch } from './snapshot.ts'

// What comes by SMS holds something of its own in its number and in its words: whoever may not know finds it nowhere.

const db = await testDatabase()
const world = await canaryWorld(db, { only: [] })
const texts: string[] = []
const texter = {
  fit: fitSms,
  isOpen: async () => true,
  async send(_to: string, text: string) {
    texts.push(text)
    return { gateway: 'kannel' }
  },
}
const log = pino({ level: 'trace' }, { write: (line) => world.logged.push(line) })
const sms = await smsWorld(db, { app: world.app, log, texter })

/** How a gateway writes a number, and what asks for which secrecy. */
const ways = [
  { secrecy: 'open', say: 'KOTKUPANG', write: (phone: string) => phone },
  { secrecy: 'anonymous', say: 'ANONIM', write: (phone: string) => `62${phone.slice(1)}` },
  { secrecy: 'confidential', say: 'RAHASIA', write: (phone: string) => `+62${phone.slice(1)}` },
] as const satisfies { secrecy: Secrecy; say: string; write(phone: string): string }[]

const phones = ways.map((_, at) => canaryPhone(7_000 + at))
const planted: Planted[] = ways.map(({ secrecy }, at) => {
  const name = `sms ${secrecy}`
  const word = (field: string): Canary => ({ kind: 'word', report: name, field, value: canaryWord(name, field) })
  const phone: Canary = { kind: 'phone', report: name, field: 'phone', value: phones[at] ?? '' }
  return { name, secrecy, life: 'received', id: '', key: '', canaries: [word('text'), phone] }
})
const answers = planted.map(({ name }) => ({
  kind: 'word' as const,
  report: name,
  field: 'answer',
  value: canaryWord(name, 'answer'),
}))
const find = makeFinder([...planted.flatMap(({ canaries }) => canaries), ...answers])
const hidden = (name: string) => name !== 'sms open'

for (const at of [2, 1, 0])
  await bring(at, `${ways[at]?.say} Jalan ${canaryWord(planted[at]?.name ?? '', 'text')} rusak sejak banjir`)
const waiting = await foundInTables(db.owner, find)
await sms.work()
for (const report of planted) report.id = await idByDoor(db.owner, 'sms', report.secrecy)

/** A message of one of the three numbers, as its gateway writes it. */
async function bring(at: number, text: string) {
  const from = ways[at]?.write(phones[at] ?? '') ?? ''
  expect(await sms.hook({ from, text })).toBe(200)
}

const mayNotLie = (found: readonly string[]) =>
  found.filter((line) => line.includes(' phone: ') || line.startsWith('sms confidential'))

test('while it waits to be understood, no table holds a word or a number of it', () => {
  expect(waiting).toEqual([])
})

test('everybody finds of a report by SMS what secrecy.md allows, and its number nowhere', async () => {
  const ids = planted.map(({ id }) => id)
  const { reading } = await everybodyReads(world, readers, find, await fillOf(db.owner, ids))
  // KOTKUPANG is Kupang's own door, whose coordinator reads what comes through it (secrecy.md: AA on its own door).
  const ownDoor = (reader: string, { name }: Planted, field: string) =>
    reader === 'coordinator' && name === 'sms open' && field === 'text'
  for (const { reader, lookout } of reading)
    expect(
      wrongCells(reader, lookout.seen, planted, (report, field) =>
        ownDoor(reader, report, field) ? 'Y' : lawFor(reader, report, field),
      ),
    ).toEqual([])
}, 300_000)

test('answered and asked about: what goes out names nothing of an anonymous or confidential report', async () => {
  for (const [at, { id }] of planted.entries()) {
    await world.did('desk', `/reports/${id}/verification`, { agencySlug: 'kota-kupang' })
    await world.did('coordinator', `/reports/${id}/assignment`, { unitSlug: 'kota-kupang-dinkes' })
    await world.did('officer', `/reports/${id}/answer`, { text: `Selesai, ${answers[at]?.value}.`, outcome: 'solved' })
    await sms.work()
    await bring(at, 'CEK')
    await bring(at, `CEK ${id}`)
    await bring(at, 'YA')
  }
  await sms.work()
  expect(texts.length).toBeGreaterThan(12)
  const lookout = makeLookout(find)
  for (const text of texts) await lookout.look(text, text)
  expect([...lookout.seen].filter(([what]) => hidden(what.split(' ').slice(0, 2).join(' ')))).toEqual([])
  expect([...lookout.seen.keys()].filter((what) => what.endsWith(' phone'))).toEqual([])
})

test('a dump afterwards holds no number, and nothing of a confidential report; rows of work hold ids alone', async () => {
  await relayOutbox(db.worker)
  const found = await foundInTables(db.owner, find)
  expect(mayNotLie(found)).toEqual([])
  expect(found.filter((line) => /identity\.|graphile|outbox/.test(line))).toEqual([])
  expect(
    found.some((line) => line.startsWith('sms open text')),
    'what is public is found, so the search works',
  ).toBe(true)
})

test('the logs of all this hold no canary', async () => {
  const lookout = makeLookout(find)
  await lookout.look(world.logged.join(''), 'the log')
  expect([...lookout.seen]).toEqual([])
})

test('two worlds: confidential reports by SMS, their replies and questions change no byte of what strangers are answered', async () => {
  const other = await testDatabase()
  const site = await watch(other)
  const its = await smsWorld(other, { texter })
  const alone = await site.everything([])
  for (const text of ['RAHASIA lurah meminta uang di Oesapa', 'RAHASIA KOTKUPANG jalan kenari rusak', 'CEK', 'STOP'])
    expect(await its.hook({ from: '081234567890', text })).toBe(200)
  await its.work()
  const { confidential } = await its.report()
  expect(confidential).toBe(true)
  expect(differences(alone, await site.everything([]))).toEqual([])
}, 300_000)
