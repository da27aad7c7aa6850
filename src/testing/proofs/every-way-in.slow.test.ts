import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { makeApp } from '../../app.tsx'
import { doors } from '../../report/doors.ts'
import { relayOutbox } from '../../platform/relay.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { testDeps } from '../test-deps.ts'
import { type Canary, canaryPhone, canaryWord, makeFinder, makeLookout } from './canaries.ts'
import { canaryWorld, type Planted } from './canary-world.ts'
import { everybodyReads } from './crawl.ts'
import { wrongCells } from './law.ts'
import { foundInTables } from './look-into-tables.ts'
import { differences, watch } from './snapshot.ts'
import { waysIn, type Written } from './ways-in.ts'

// A report of each secrecy through every way in but the stream of X, over its own wire: whoever may not know of it finds it nowhere.

const db = await testDatabase()
const world = await canaryWorld(db, { only: [] })
const log = pino({ level: 'trace' }, { write: (line) => world.logged.push(line) })
const { all: ways, close } = await waysIn(db, { app: world.app, log })
afterAll(close)

const shades = [
  ['confidential', 'RAHASIA '],
  ['anonymous', 'ANONIM '],
  ['open', ''],
] as const
const coming = ways.flatMap((way, at) =>
  shades.map(([secrecy, asks], place) => {
    const name = `${way.name} ${secrecy}`
    const word = (field: string) => canaryWord(name, field)
    const phone = canaryPhone(6_000 + 10 * at + place)
    const written: Written = {
      asks,
      words: word('text'),
      phone,
      handle: word('handle'),
      address: `${word('email')}@rumah.test`,
      name: word('name'),
    }
    const canaries: Canary[] = [
      ...['text', 'handle', 'email', 'name'].map(
        (field): Canary => ({ kind: 'word', report: name, field, value: word(field) }),
      ),
      { kind: 'phone', report: name, field: 'phone', value: phone },
    ]
    const planted: Planted = { name, secrecy, life: 'received', id: '', key: '', canaries }
    return { way, written, planted }
  }),
)
const reports = coming.map(({ planted }) => planted)
const find = makeFinder(reports.flatMap(({ canaries }) => canaries))
const waiting = new Set<string>()
for (const { way, written, planted } of coming) {
  const before = await ids()
  await way.bring(written)
  if (way.door !== 'import')
    for (const line of await foundInTables(db.owner, find)) if (line.startsWith(`${planted.name} `)) waiting.add(line)
  await way.understand()
  const fresh = (await ids()).filter((id) => !before.includes(id))
  planted.id = fresh[0] ?? ''
}

async function ids() {
  const rows = await db.owner.selectFrom('casework.report').select('tracking_id').execute()
  return rows.map(({ tracking_id }) => tracking_id)
}

test('each way in brought one report of each secrecy, and the ledger of its door knows it', async () => {
  const rows = await db.owner.selectFrom('casework.report').selectAll().execute()
  const secrecyOf = (id: string) => {
    const row = rows.find(({ tracking_id }) => tracking_id === id)
    return row?.confidential ? 'confidential' : row?.anonymous ? 'anonymous' : row && 'open'
  }
  expect(reports.map(({ name, id }) => [name, secrecyOf(id)])).toEqual(
    reports.map(({ name, secrecy }) => [name, secrecy]),
  )
  expect(rows).toHaveLength(reports.length)
  expect([...new Set(ways.map(({ door }) => door))].sort()).toEqual([...doors, 'import'].sort())
})

test('while it waits to be understood, no table holds a word of it or who wrote it, whichever way it came', () => {
  expect([...waiting]).toEqual([])
})

test('a dump afterwards holds nobody who wrote, and nothing of a confidential report; rows of work hold ids alone', async () => {
  await relayOutbox(db.worker)
  const found = await foundInTables(db.owner, find)
  expect(found.filter((line) => !/ open text: | anonymous text: /.test(line))).toEqual([])
  expect(found.filter((line) => /: (?:identity|graphile_worker)\.|outbox/.test(line))).toEqual([])
  expect(found.length, 'what may lie open is found, so the search works').toBe(2 * ways.length)
})

test('strangers, other offices and the operator find nothing of what was just filed, in pages, calls and ledgers', async () => {
  const outside = ['public', 'stranger', 'officer of another unit', 'coordinator elsewhere', 'operator'] as const
  const fill = { ids: reports.map(({ id }) => id), things: [], sampled: [] }
  const { reading } = await everybodyReads(world, outside, find, fill)
  const imports = (name: string) => name.startsWith('import ')
  for (const { reader, lookout } of reading)
    expect(
      wrongCells(
        reader,
        lookout.seen,
        reports.filter(({ name }) => !imports(name)),
        () => 'N',
      ),
    ).toEqual([])
}, 300_000)

test('the logs of all this hold no canary', async () => {
  const lookout = makeLookout(find)
  await lookout.look(world.logged.join(''), 'the log')
  expect([...lookout.seen]).toEqual([])
})

test('two worlds: a confidential report by any of these ways changes no byte of what strangers are answered', async () => {
  const other = await testDatabase()
  const site = await watch(other)
  const its = await waysIn(other, { app: makeApp(testDeps(other)), log })
  const alone = await site.everything([])
  for (const way of its.all) {
    const hidden = coming.find((one) => one.way.name === way.name && one.planted.secrecy === 'confidential')
    if (hidden) await way.bring(hidden.written)
    await way.understand()
  }
  const rows = await other.owner.selectFrom('casework.report').select('confidential').execute()
  expect(rows).toEqual(its.all.map(() => ({ confidential: true })))
  expect(differences(alone, await site.everything([]))).toEqual([])
  await its.close()
}, 300_000)
