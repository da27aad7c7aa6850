import { readdirSync, utimesSync } from 'node:fs'
import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { keepFile, placeOf } from '../platform/files.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { thumbnailEnding } from '../report/kept-pictures.ts'
import { stagedPictures, stagePicture } from '../report/staged-pictures.ts'
import { hire } from '../notifications/testing/post-office.ts'
import { sweepDeps } from './testing/sweep-deps.ts'
import { dropOrphanedFiles, dropStagedPictures, endSessions } from './tidy.ts'
import { testKeys } from '../testing/test-deps.ts'

const db = await testDatabase()
const now = new Date('2026-01-14T08:00:00Z')
const deps = sweepDeps(db, () => now)
afterAll(() => deps.close())

const form = (name: string) => createHash('sha256').update(name).digest()
const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#2a6' } })
  .jpeg()
  .toBuffer()
const store = { db: db.web, uploadsDir: deps.uploadsDir, keys: testKeys }

async function stage(name: string) {
  const staged = await stagePicture(store, form(name), picture, now)
  if (!staged.ok) throw new Error('the picture was refused')
  return staged.picture.id
}

function ageFile(name: string, hours: number) {
  const then = new Date(Date.now() - hours * 3_600_000)
  utimesSync(placeOf(deps.uploadsDir, name), then, then)
}

test('pictures of a form that was not sent go after a day by the machine’s clock, rows and files', async () => {
  const [old, young] = [await stage('old'), await stage('young')]
  ageFile(old, 25)
  ageFile(young, 23)
  expect(await dropStagedPictures(deps)).toBe(1)
  expect(await dropStagedPictures(deps)).toBe(0)
  expect(await stagedPictures(db.web, form('old'))).toEqual([])
  expect(await stagedPictures(db.web, form('young'))).toHaveLength(1)
  const files = readdirSync(deps.uploadsDir, { recursive: true }).map(String)
  expect(files.some((file) => file.includes(old))).toBe(false)
  expect(files.some((file) => file.endsWith(`${young}${thumbnailEnding}`))).toBe(true)
})

test('files that no row knows go after a day, all others stay', async () => {
  const [lost, kept] = [randomUUID(), await stage('kept')]
  await keepFile(deps.uploadsDir, lost, picture)
  ageFile(lost, 25)
  ageFile(kept, 25)
  expect(await dropOrphanedFiles(deps)).toBe(1)
  const files = readdirSync(deps.uploadsDir, { recursive: true }).map(String)
  expect(files.some((file) => file.endsWith(kept))).toBe(true)
})

test('sessions that ran out are gone, others go on', async () => {
  const account = await hire(db, 'dedi@panrb.test', 'verifier', null)
  const session = (name: string, expires: string) => ({
    token_hash: form(name),
    account_id: account,
    created_at: now,
    expires_at: new Date(expires),
  })
  await db.owner
    .insertInto('identity.session')
    .values([session('gone', '2026-01-14T08:00:00Z'), session('here', '2026-01-14T08:01:00Z')])
    .execute()
  expect(await endSessions(deps)).toBe(1)
  expect(await db.owner.selectFrom('identity.session').select('token_hash').execute()).toEqual([
    { token_hash: form('here') },
  ])
})
