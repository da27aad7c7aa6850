import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { dedi, marta } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { aWednesday, testKeeper } from '../testing/test-deps.ts'
import { redactReport } from '../verification/redact-report.ts'
import { endEmbargo, layEmbargo } from './embargo.ts'
import { floorOf } from './floor.ts'
import { floorTasks, noteFloor, readFloors } from './floor-journal.ts'
import { nameAccused, settleAccused } from './name-accused.ts'

const db = await testDatabase()
const folder = mkdtempSync('/tmp/lapor-journal-')
const id = '00000000-0000-4000-8000-000000000001'
const [rules, directory] = await Promise.all([loadRules(db.publicDb, testKeeper), loadDirectory(db.publicDb)])
const dinkes = 'kota-kupang-dinkes'

beforeAll(() => onDuty(db, dedi))
afterAll(() => rmSync(folder, { recursive: true }))

const floorNow = ({ id: report }: Made) => as(db.worker, system, (tx) => floorOf(tx, report))
const name = (report: Made, whom: string) =>
  as(db.web, marta(report.id), (tx) =>
    nameAccused(tx, marta(report.id), report.id, [whom], { rules, directory, now: aWednesday }),
  )

/** How many times the worker is told to write since this was asked last. */
async function timesTold({ id: report }: Made): Promise<number> {
  const { rows } =
    await sql`delete from casework.outbox where topic = 'floor' and report_id = ${report} returning id`.execute(
      db.owner,
    )
  return rows.length
}

test('whom a report accuses is told once, in the transaction that locks them out, and so is whoever joins them', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  expect(await timesTold(made)).toBe(0)
  await name(made, 'Dinas Kesehatan Kota Kupang')
  expect(await timesTold(made)).toBe(1)
  const { accountId } = await anAccount(db, 'officer', dinkes)
  expect(await timesTold(made)).toBe(1)
  const { accused } = await floorNow(made)
  expect(accused).toMatchObject({ desk: false, named: [{ position: 1, kind: 'unit', unit: dinkes }] })
  expect(accused?.offices).toContain(dinkes)
  expect(accused?.accounts).toContainEqual({ id: accountId, unit: dinkes })
})

test('who is not settled yet is written as that; settled, as the account and where it works', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  const { accountId } = await anAccount(db, 'officer', dinkes)
  await name(made, 'kepala kantor itu')
  expect((await floorNow(made)).accused?.named).toEqual([{ position: 1, kind: null }])
  await timesTold(made)
  await as(db.web, dedi, (tx) =>
    settleAccused(tx, dedi, made.id, 1, { kind: 'person', accountId }, { rules, directory, now: aWednesday }),
  )
  expect(await timesTold(made)).toBe(1)
  const settled = { position: 1, kind: 'person', account: accountId, unit: dinkes }
  expect((await floorNow(made)).accused?.named).toEqual([settled])
})

test('that words were taken out of what the public reads is told as a print, and no more once all of them are back', async () => {
  const text = 'Yosefina Klobor meminta uang di loket.'
  const made = await aReport(db, { stage: 'forwarded', text })
  const redact = (words: string) =>
    as(db.web, dedi, (tx) => redactReport(tx, dedi, made.id, { text: words }, { rules, directory, now: aWednesday }))
  expect((await floorNow(made)).shown).toBeUndefined()
  await redact('[disamarkan] meminta uang di loket.')
  expect(await timesTold(made)).toBe(1)
  expect((await floorNow(made)).shown).toMatch(/^[\w-]{22}$/)
  await redact(text)
  expect([await timesTold(made), (await floorNow(made)).shown]).toEqual([1, undefined])
})

test('that a report was withdrawn, or kept from publication and until when, is told; so is the end of it', async () => {
  const withdrawn = await aReport(db, { stage: 'forwarded' })
  await withdrawn.move(marta(withdrawn.id), { move: 'withdraw' })
  expect([await timesTold(withdrawn), (await floorNow(withdrawn)).withdrawn]).toEqual([1, true])
  const held = await aReport(db)
  const until = new Date(aWednesday.getTime() + 86_400_000)
  const order = { ground: 'court', statute: 'KUHAP Pasal 17', until } as const
  await as(db.web, dedi, (tx) => layEmbargo(tx, testKeeper, held.id, order, aWednesday))
  expect(await timesTold(held)).toBe(1)
  const embargo = { ground: 'court', until: until.toISOString(), by: dedi.accountId }
  expect((await floorNow(held)).embargo).toEqual(embargo)
  await as(db.web, dedi, (tx) => endEmbargo(tx, held.id, aWednesday))
  expect([await timesTold(held), (await floorNow(held)).embargo]).toEqual([1, undefined])
})

test('the job writes a line for the owner’s eyes only; the same line twice is once', async () => {
  const made = await aReport(db, { stage: 'forwarded', accused: ['kepala Dinas Kesehatan Kota Kupang'] })
  const dataDir = join(folder, 'job')
  const { floor } = floorTasks({ db: db.worker, dataDir })
  for (const _ of [1, 2]) await floor({ reportId: made.id }, { lastTry: false, signal: new AbortController().signal })
  expect(readFloors(dataDir)).toEqual([await floorNow(made)])
  expect(statSync(join(dataDir, 'keys', 'floor.jsonl')).mode & 0o777).toBe(0o600)
})

test('a line that was cut off loses no other, neither before it nor after it', () => {
  const dataDir = join(folder, 'cut')
  noteFloor(dataDir, { id, anonymous: true, confidential: false })
  noteFloor(dataDir, { id, anonymous: true, confidential: true })
  appendFileSync(join(dataDir, 'keys', 'floor.jsonl'), '{"id":"00000000-0000-4000-8000-0000000')
  expect(readFloors(dataDir)).toEqual([{ id, anonymous: true, confidential: true }])
  const later = { id, anonymous: true, confidential: true, withdrawn: true } as const
  noteFloor(dataDir, later)
  expect(readFloors(dataDir)).toEqual([later])
})

test('a line of an older version, which knew the switches alone, is still read', () => {
  const dataDir = join(folder, 'old')
  noteFloor(dataDir, { id, anonymous: false, confidential: false })
  const line = `{"id":"${id.replace(/1$/, '2')}","anonymous":true,"confidential":false}\n`
  appendFileSync(join(dataDir, 'keys', 'floor.jsonl'), line)
  expect(readFloors(dataDir)).toHaveLength(2)
})
