import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addBackup } from '../../cli/backup.ts'
import { findings } from '../../cli/doctor/findings.ts'
import { addKeys } from '../../cli/keys.ts'
import { runLapor } from '../../cli/testing/run-lapor.ts'
import { placeOf } from '../../platform/files.ts'
import { keepOnce, keysFolder } from '../../platform/secrets.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { keepPicture, readPicture } from '../../report/kept-pictures.ts'
import { aReport } from '../../testing/a-report.ts'
import { aWednesday } from '../../testing/test-deps.ts'
import { keysForWeb, readKeys } from '../installation-keys.ts'
import { checkKeys } from './check-keys.ts'

// Pages on a host of their own, which keeps the pictures that are sent to it in a folder of its own.

const db = await testDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'lapor-away-'))
const place = { dataDir }
const uploadsDir = join(dataDir, 'uploads')
const [here, away] = ['0198a000-0000-4000-8000-00000000f0a1', '0198a000-0000-4000-8000-00000000f0a2'] as const
// The pair for which the people of every test are sealed.
keepOnce(join(keysFolder(dataDir), 'seal'), '03'.repeat(32))
const current = () => readKeys(keysForWeb(place), place)
const otherHost = join(dataDir, 'pages')
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

function lapor(add: Parameters<typeof runLapor>[0], ...words: string[]): Promise<string> {
  return runLapor(add, { DATABASE_URL: db.urls.owner, LAPOR_DATA_DIR: dataDir }, ...words)
}
const keys = (...words: string[]) => lapor(addKeys, 'keys', ...words)
const ofPictures = async () => (await findings(db.urls, place, aWednesday)).find(({ name }) => name === 'pictures')

beforeAll(async () => {
  await checkKeys(db.owner, place)
  const { id, at } = await aReport(db, { confidential: true, keys: current() })
  const drawn = { bytes: Buffer.from([0xff, 0xd8, 1, 2]), width: 4, height: 3 }
  for (const [position, picture] of [here, away].entries()) {
    await keepPicture({ uploadsDir, keys: current() }, picture, { picture: drawn, thumbnail: drawn })
    const row = { id: picture, report_id: id, seq: 1, position, width: 4, height: 3, created_at: at }
    await db.owner.insertInto('casework.attachment').values(row).execute()
  }
})

test('while every picture is here nobody speaks of missing ones', async () => {
  expect(await keys('check')).not.toContain('no file')
  expect(await ofPictures()).toEqual({ name: 'pictures', good: true, said: 'every picture has its file here' })
})

test('how many pictures have no file here is said wherever keys are looked after and copies are made', async () => {
  renameSync(placeOf(uploadsDir, away), otherHost)
  const said = '1 picture has no file in'
  for (const words of ['check', 'list', 'rotate', 'seal']) expect(await keys(words)).toContain(said)
  expect(await lapor(addBackup, 'backup', join(dataDir, 'copy'))).toContain(said)
  expect(await ofPictures()).toMatchObject({ good: false, said: expect.stringContaining(said) })
})

test('no epoch is forgotten while there are pictures that nobody could look at, and it is said what to do', async () => {
  await expect(keys('forget', '1')).rejects.toThrow(
    /1 picture has no file in .*uploads; .*share that folder.*"lapor keys seal"/,
  )
  await expect(keys('forget', '1', '--lost', '2')).rejects.toThrow('1 picture has no file')
  renameSync(otherHost, placeOf(uploadsDir, away))
  await expect(keys('forget', '1')).rejects.toThrow('1 things are still sealed under epoch 1')
  await keys('seal')
  expect(await keys('forget', '1')).toBe('epoch 1 is gone\n')
  expect(await readPicture({ uploadsDir, keys: current() }, away, 'full')).toHaveLength(4)
})

test('whoever says how many pictures are lost for good may forget an epoch without them', async () => {
  await keys('rotate')
  rmSync(placeOf(uploadsDir, here))
  await expect(keys('forget', '2')).rejects.toThrow('"lapor keys forget 2 --lost 1"')
  expect(await keys('forget', '2', '--lost', '1')).toBe('epoch 2 is gone\n')
})
