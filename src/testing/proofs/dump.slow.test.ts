import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canariesOfRow, fullRow } from '../../channels/import/testing/full-row.ts'
import { writeReports } from '../../channels/import/write-reports.ts'
import { backUp } from '../../cli/backup/back-up.ts'
import { makeMailer } from '../../notifications/mail.ts'
import { type Mailbox, mailServer } from '../../notifications/testing/mail-server.ts'
import { deliverAll, hireOfficers, tellDeps } from '../../notifications/testing/post-office.ts'
import { relayOutbox } from '../../platform/relay.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { aWednesday } from '../test-deps.ts'
import { lives } from './canary-lives.ts'
import { makeFinder, makeLookout } from './canaries.ts'
import { canaryWorld, type Secrecy } from './canary-world.ts'
import { lookAt } from './crawl.ts'
import { lookIntoTables } from './look-into-tables.ts'

// Who reads the database, its rows of work, the mails and the data folder, but no keys, finds nobody and nothing confidential.

const db = await testDatabase()
const world = await canaryWorld(db, {
  only: ['open', 'named', 'anonymous', 'confidential', 'both', 'nothing'],
  living: [...lives, 'raised', 'embargoed'],
})
// What another system kept, raised here: all that its row said.
const [raisedImport] = await bringIn(['imported raised'])
world.planted.push({
  name: 'imported raised',
  secrecy: 'open',
  life: 'raised',
  id: raisedImport ?? '',
  key: '',
  canaries: canariesOfRow('imported raised'),
})
await world.did('desk', `/reports/${raisedImport}/secrecy`, { confidential: true })
const find = makeFinder(world.planted.flatMap((report) => report.canaries))
const hidden: readonly Secrecy[] = ['confidential', 'both', 'nothing']
let mailbox: Mailbox

beforeAll(async () => {
  await hireOfficers(db)
  mailbox = await mailServer()
  const settings = { from: 'LAPOR! <lapor@lapor.test>', baseUrl: 'http://lapor.test', production: true }
  const waiting = await db.owner.selectFrom('casework.outbox').selectAll().orderBy('id').execute()
  await deliverAll(db, tellDeps(db, { mailer: makeMailer({ ...settings, smtpUrl: mailbox.url }) }))
  for (const { id: _, ...row } of waiting) await db.owner.insertInto('casework.outbox').values(row).execute()
})
afterAll(() => mailbox.close())

/** Rows that hold words wherever they can. @returns their IDs */
async function bringIn(names: readonly string[]): Promise<string[]> {
  const [rules, directory] = await Promise.all([world.deps.rules(), world.deps.directory()])
  const write = writeReports({ owner: db.owner, rules, directory, keys: world.deps.keys, now: aWednesday })
  await write(names.map(fullRow))
  const rows = await db.owner
    .selectFrom('casework.report')
    .select('tracking_id')
    .where('import_layout', '=', 'uji')
    .execute()
  return rows.map((row) => row.tracking_id)
}

/** What neither a dump nor a folder may hold: everything of a confidential report, and of any other who filed it. */
function mayNotLeave(seen: ReadonlyMap<string, string>): string[] {
  return world.planted.flatMap(({ name, secrecy, life, canaries }) =>
    [...new Set(canaries.map(({ field }) => field))]
      .filter((field) => hidden.includes(secrecy) || life === 'raised' || isIdentity(field, secrecy))
      .flatMap((field) => {
        const place = seen.get(`${name} ${field}`)
        return place ? [`the ${field} of a report ${name} lies in ${place}`] : []
      }),
  )
}

function isIdentity(field: string, secrecy: Secrecy): boolean {
  if (field === 'name') return secrecy !== 'named'
  return ['phone', 'email', 'picture data', 'statute'].includes(field)
}

test('a dump of every table holds no identity, and nothing of a confidential report', async () => {
  const { lookout, tables } = await lookIntoTables(db.owner, find)
  expect(tables.length).toBeGreaterThan(30)
  expect(mayNotLeave(lookout.seen)).toEqual([])
  expect(lookout.seen.size, 'what is public is found, so the search works').toBeGreaterThan(20)
  sayFound(`a dump: ${tables.length} tables`, lookout.seen)
})

test('a backup holds no more: its tables, its pictures, its manifest', async () => {
  const dataDir = dirname(world.deps.uploadsDir)
  const folder = join(mkdtempSync(join(tmpdir(), 'lapor-backup-')), 'backup')
  await backUp({ ownerUrl: db.urls.owner, dataDir }, folder, aWednesday, () => {})
  const lookout = makeLookout(find)
  const files = filesIn(folder)
  expect(files.filter((file) => file.endsWith('.gz')).length).toBeGreaterThan(30)
  for (const file of files) {
    const bytes = readFileSync(file)
    await lookout.look(bytes, file)
    for (const [, hex = ''] of linesOf(file, bytes).matchAll(/\\x([0-9a-f]{8,})/g))
      await lookout.look(Buffer.from(hex, 'hex'), file)
  }
  rmSync(dirname(folder), { recursive: true })
  expect(mayNotLeave(lookout.seen)).toEqual([])
  expect(lookout.seen.size, 'what is public is found, so the search works').toBeGreaterThan(20)
  sayFound(`a backup: ${files.length} files`, lookout.seen)
})

function sayFound(where: string, seen: ReadonlyMap<string, string>) {
  const all = world.planted.flatMap(({ canaries }) => canaries).length
  process.stdout.write(
    `${where}, ${all} canaries planted, ${seen.size} found open, ${mayNotLeave(seen).length} that may not be\n`,
  )
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
}

function linesOf(file: string, bytes: Buffer): string {
  return file.endsWith('.gz') ? gunzipSync(bytes).toString('latin1') : ''
}

test('the rows of work, waiting and taken, hold ids and nothing else', async () => {
  await relayOutbox(db.worker)
  const { lookout } = await lookIntoTables(db.owner, find, /graphile_worker|outbox/)
  expect([...lookout.seen]).toEqual([])
})

test('the data folder, its pictures included, holds nothing of a confidential report, and nothing that a camera wrote', async () => {
  const files = filesIn(dirname(world.deps.uploadsDir))
  expect(files.length).toBeGreaterThan(world.planted.length)
  const lookout = makeLookout(find)
  for (const file of files) await lookout.look(readFileSync(file), file)
  expect(mayNotLeave(lookout.seen)).toEqual([])
  sayFound(`a data folder: ${files.length} files`, lookout.seen)
})

test('mails say nothing of a report that hides who filed it or that it exists', async () => {
  expect(mailbox.mails.length).toBeGreaterThan(10)
  const lookout = makeLookout(find)
  for (const { raw } of mailbox.mails) await lookout.look(raw, 'a mail')
  const said = world.planted
    .filter(({ secrecy }) => secrecy !== 'open' && secrecy !== 'named')
    .flatMap((report) =>
      report.canaries.filter((one) => one.field !== 'email' && lookout.seen.has(`${report.name} ${one.field}`)),
    )
  expect(said).toEqual([])
})

test('mails leave no address and no word in /dev/outbox where they really went out', async () => {
  const lookout = makeLookout(find)
  await lookAt(await world.app.request('http://lapor.test/dev/outbox'), 'GET /dev/outbox', lookout)
  expect(mayNotLeave(lookout.seen)).toEqual([])
})

test('the log of filing and moving them holds no canary', async () => {
  const lookout = makeLookout(find)
  await lookout.look(world.logged.join(''), 'the log')
  expect([...lookout.seen]).toEqual([])
})
