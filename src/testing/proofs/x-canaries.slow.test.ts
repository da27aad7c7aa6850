import { pino } from 'pino'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { us } from '../../channels/x/testing/x-people.ts'
import { xWorld } from '../../channels/x/testing/x-world.ts'
import { relayOutbox } from '../../platform/relay.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { type Canary, canaryPhone, canaryWord, makeFinder, makeLookout } from './canaries.ts'
import { readers } from './canary-people.ts'
import { canaryWorld, type Planted, type Secrecy } from './canary-world.ts'
import { everybodyReads } from './crawl.ts'
import { idByDoor } from './id-by-door.ts'
import { lawFor, wrongCells } from './law.ts'
import { fillOf } from './things.ts'
import { foundInTables } from './look-into-tables.ts'
import { differences, watch } from './snapshot.ts'

// What comes by X holds something of its own in the number and the name of its account, and in its words: whoever may not know finds
// it nowhere.

const db = await testDatabase()
const world = await canaryWorld(db, { only: [] })
const log = pino({ level: 'trace' }, { write: (line) => world.logged.push(line) })
const onX = await xWorld(db, { app: world.app, log })
const { x } = onX

const ways = [
  { secrecy: 'open', say: '' },
  { secrecy: 'anonymous', say: 'ANONIM ' },
  { secrecy: 'confidential', say: 'RAHASIA ' },
] as const satisfies { secrecy: Secrecy; say: string }[]

/** Its number has the digits of a canary's telephone. */
const writers = ways.map(({ secrecy }, at) => ({
  id: canaryPhone(8_000 + at).slice(1),
  username: canaryWord(`x ${secrecy}`, 'handle'),
}))
const planted: Planted[] = ways.map(({ secrecy }, at) => {
  const name = `x ${secrecy}`
  const word = (field: string): Canary => ({ kind: 'word', report: name, field, value: canaryWord(name, field) })
  const phone: Canary = { kind: 'phone', report: name, field: 'phone', value: canaryPhone(8_000 + at) }
  return { name, secrecy, life: 'received', id: '', key: '', canaries: [word('text'), word('handle'), phone] }
})
const answers = planted.map(
  ({ name }): Canary => ({ kind: 'word', report: name, field: 'answer', value: canaryWord(name, 'answer') }),
)
const find = makeFinder([...planted.flatMap(({ canaries }) => canaries), ...answers])

for (const at of [2, 1, 0]) {
  const { id, username } = writers[at] as (typeof writers)[number]
  const text = `@lapor1708 ${ways[at]?.say}Jalan ${canaryWord(planted[at]?.name ?? '', 'text')} rusak sejak banjir, mohon diperbaiki`
  const post = x.say({ id, username }, text)
  expect(await onX.hook({ data: post, ...x.beside([post]) })).toBe(200)
}
const waiting = await foundInTables(db.owner, find)
await onX.work()
for (const report of planted) report.id = await idByDoor(db.owner, 'x', report.secrecy)

test('while it waits to be understood, no table holds a word, a number or a name of it', () => {
  expect(waiting).toEqual([])
})

test('everybody finds of a report by X what secrecy.md allows, and its account nowhere', async () => {
  const ids = planted.map(({ id }) => id)
  const { reading } = await everybodyReads(world, readers, find, await fillOf(db.owner, ids))
  for (const { reader, lookout } of reading)
    expect(wrongCells(reader, lookout.seen, planted, (report, field) => lawFor(reader, report, field))).toEqual([])
}, 300_000)

test('what we say on X names no account, in public not even the report of anybody who hides', async () => {
  for (const [at, { id }] of planted.entries()) {
    await world.did('desk', `/reports/${id}/verification`, { agencySlug: 'kota-kupang' })
    await world.did('coordinator', `/reports/${id}/assignment`, { unitSlug: 'kota-kupang-dinkes' })
    await world.did('officer', `/reports/${id}/answer`, {
      text: `Selesai, ${answers[at]?.value as string}.`,
      outcome: 'solved',
    })
    await onX.work()
    for (const text of ['CEK', `CEK ${id}`, 'YA']) {
      x.write(writers[at] as (typeof writers)[number], text)
      await onX.work()
    }
  }
  const inPublic = x.ours().map(({ text }) => text)
  expect(inPublic).toHaveLength(1)
  expect(inPublic[0]).toContain(planted[0]?.id)
  const lookout = makeLookout(find)
  const alone = x.directs.filter(({ sender_id }) => sender_id === us.id).map(({ text }) => text)
  expect(alone.length).toBeGreaterThan(12)
  for (const text of [...inPublic, ...alone]) await lookout.look(text, text)
  expect([...lookout.seen.keys()].filter((what) => !what.startsWith('x open answer'))).toEqual([])
})

test('a dump afterwards holds no account, and nothing of a confidential report; rows of work hold ids alone', async () => {
  await relayOutbox(db.worker)
  const found = await foundInTables(db.owner, find)
  expect(found.filter((line) => / (?:phone|handle): /.test(line) || line.startsWith('x confidential'))).toEqual([])
  expect(found.filter((line) => /identity\.|graphile|outbox/.test(line))).toEqual([])
  expect(
    found.some((line) => line.startsWith('x open text')),
    'what is public is found, so the search works',
  ).toBe(true)
})

test('no post and no account has its number in any table', async () => {
  const numbers = [...x.posts.map(({ id }) => id), ...x.directs.map(({ id }) => id), ...writers.map(({ id }) => id)]
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('identity', 'casework', 'publication', 'graphile_worker')`.execute(
    db.owner,
  )
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db.owner)
    for (const number of numbers)
      expect(
        rows.some(({ row }) => row.includes(number)),
        name,
      ).toBe(false)
  }
})

test('the logs of all this hold no canary', async () => {
  const lookout = makeLookout(find)
  await lookout.look(world.logged.join(''), 'the log')
  expect([...lookout.seen]).toEqual([])
})

test('two worlds: confidential reports by X change no byte of what strangers are answered, nor of what we say in public', async () => {
  const other = await testDatabase()
  const site = await watch(other)
  const its = await xWorld(other)
  const alone = await site.everything([])
  for (const text of ['RAHASIA lurah meminta uang di Oesapa', 'jalan kenari rusak, laporan ini bersifat rahasia'])
    its.x.say({ id: '501', username: 'marta' }, `@lapor1708 ${text}`)
  await its.work()
  expect((await its.reports()).map(({ confidential }) => confidential)).toEqual([true, true])
  expect(its.x.ours()).toEqual([])
  expect(differences(alone, await site.everything([]))).toEqual([])
}, 300_000)
