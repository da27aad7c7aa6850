import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addAudit } from '../../cli/audit.ts'
import { findings } from '../../cli/doctor/findings.ts'
import { addKeys } from '../../cli/keys.ts'
import { runLapor } from '../../cli/testing/run-lapor.ts'
import { contactOf } from '../../notifications/addresses.ts'
import { keepOnce, keysFolder } from '../../platform/secrets.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { aReport } from '../../testing/a-report.ts'
import { aWednesday } from '../../testing/test-deps.ts'
import { keeperOf, keysForWeb, readKeys } from '../installation-keys.ts'
import { checkKeys } from './check-keys.ts'
import { sealPair } from './seal-pair.ts'

// A host where pages run alone can seal who files, and holds nothing with which to open it again.

const db = await testDatabase()
const [worker, web] = ['worker', 'web'].map((name) => ({ dataDir: mkdtempSync(join(tmpdir(), `lapor-${name}-`)) }))
const place = { dataDir: web?.dataDir ?? '', role: 'web' } as const
const atWorker = { dataDir: worker?.dataDir ?? '' }
const contact = { name: 'Marta Bire', email: 'marta@contoh.test' }
const published = join(keysFolder(place.dataDir), 'seal.public')
afterAll(() => [place, atWorker].forEach(({ dataDir }) => rmSync(dataDir, { recursive: true, force: true })))

const settings = { DATABASE_URL: db.urls.owner, LAPOR_DATA_DIR: place.dataDir, LAPOR_ROLE: 'web' }
const keys = (...words: string[]) => runLapor(addKeys, settings, 'keys', ...words)

beforeAll(() => checkKeys(db.owner, atWorker))

/** What an operator copies to where the pages run: everything but what opens. */
beforeEach(() => {
  rmSync(keysFolder(place.dataDir), { recursive: true })
  const [from, to] = [keysFolder(atWorker.dataDir), keysFolder(place.dataDir)]
  for (const name of readdirSync(from)) if (!/^seal(\.\d+)?$/.test(name)) cpSync(join(from, name), join(to, name))
})

test('a host of role web starts without the private half, files, and where the worker runs it is opened', async () => {
  await checkKeys(db.owner, place)
  const { id } = await aReport(db, { contact, keys: readKeys(keysForWeb(place), place) })
  const opener = { ...sealPair(atWorker), keeper: keeperOf(atWorker) }
  expect(await as(db.worker, system, (tx) => contactOf(tx, opener, id))).toMatchObject(contact)
  expect(readdirSync(keysFolder(place.dataDir)), 'none was made').not.toContain('seal')
})

test('what opens is asked for where anything else runs, and no half is made', async () => {
  await expect(checkKeys(db.owner, { dataDir: place.dataDir })).rejects.toThrow('seal is missing')
  expect(() => sealPair(place)).toThrow('holds nothing that opens')
  expect(readdirSync(keysFolder(place.dataDir))).not.toContain('seal')
})

test.each([
  ['of another installation', 'ab'.repeat(32), 'seal.public is damaged, or of no pair'],
  ['torn', 'ab', 'seal.public is damaged, or of no pair'],
])('a public half that is %s is refused: nobody would open what is sealed with it', async (_, half, said) => {
  writeFileSync(published, half)
  await expect(checkKeys(db.owner, place)).rejects.toThrow(said)
})

test('without the public half the start says which file to bring from where the worker runs', async () => {
  rmSync(published)
  await expect(checkKeys(db.owner, place)).rejects.toThrow(/seal\.public is missing.*where the worker runs/)
})

test('"keys check" says what it can there; what opens or signs is refused and changes nothing', async () => {
  // By which the command gets into the database.
  keepOnce(join(keysFolder(place.dataDir), 'database'), '05'.repeat(32))
  const before = readdirSync(keysFolder(place.dataDir))
  expect(await keys('check')).toContain('this host seals and opens nothing of it')
  for (const words of [['list'], ['rotate'], ['seal'], ['forget', '1'], ['forget', 'seal']])
    await expect(keys(...words)).rejects.toThrow('holds nothing that opens')
  await expect(runLapor(addAudit, settings, 'audit', 'verify')).rejects.toThrow('or signs')
  expect(readdirSync(keysFolder(place.dataDir))).toEqual(before)
})

test('the doctor says that this host can seal alone, or what is missing', async () => {
  const ofKeys = async () => (await findings(db.urls, place, aWednesday)).find(({ name }) => name === 'keys')
  expect(await ofKeys()).toMatchObject({ good: true, said: expect.stringContaining('seals and cannot open') })
  rmSync(published)
  expect(await ofKeys()).toMatchObject({ good: false, said: expect.stringContaining('seal.public is missing') })
})

test('after a turn of the keys the new half alone is brought over', async () => {
  const atHome = { DATABASE_URL: db.urls.owner, LAPOR_DATA_DIR: atWorker.dataDir }
  await runLapor(addKeys, atHome, 'keys', 'rotate')
  cpSync(join(keysFolder(atWorker.dataDir), 'seal.public'), published)
  cpSync(join(keysFolder(atWorker.dataDir), 'reports.2'), join(keysFolder(place.dataDir), 'reports.2'))
  await checkKeys(db.owner, place)
  await runLapor(addKeys, atHome, 'keys', 'forget', 'seal')
  await checkKeys(db.owner, place)
})

test('an empty installation that pages begin has all its keys made, as by any other', async () => {
  const empty = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'lapor-empty-'))
  keepOnce(join(keysFolder(dataDir), 'index'), '01'.repeat(32))
  await checkKeys(empty.owner, { dataDir, role: 'web' })
  expect(readdirSync(keysFolder(dataDir))).toEqual(expect.arrayContaining(['seal', 'seal.public']))
  rmSync(dataDir, { recursive: true })
})
