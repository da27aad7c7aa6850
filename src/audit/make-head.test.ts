import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeDb } from '../platform/db.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { aReport } from '../testing/a-report.ts'
import { dedi, marta, rio } from '../testing/cast.ts'
import { hashOfHead, headKey, headText, isSigned, noHead, publicHalf, readHeadText, signHead } from './head.ts'
import { findHead, listHeads } from './heads.ts'
import { makeHead } from './make-head.ts'
import { readReceipt } from './read-receipt.ts'
import { checkReceipt } from './receipt.ts'

const db = await testDatabase()
const key = headKey(Buffer.alloc(32, 4))
const made = (day: string) => makeHead({ db: db.worker, now: () => new Date(`${day}T05:00:00Z`), headKey: key })
const receiptOf = (report: { id: string }) => as(db.web, marta(report.id), (tx) => readReceipt(tx, report.id))

test('an empty country has a head too, as long as any other', async () => {
  const head = await made('2026-01-14')
  expect(head).toMatchObject({ number: 1, day: '2026-01-14', previous: noHead })
  await aReport(db, { stage: 'answered' })
  await aReport(db, { confidential: true, anonymous: true })
  const next = await made('2026-01-15')
  if (!head || !next) throw new Error('no head was made')
  expect(headText(next)).toHaveLength(headText(head).length)
  expect(next.previous).toBe(hashOfHead(head))
  expect(readHeadText(headText(next))).toEqual({
    number: 2,
    day: '2026-01-15',
    root: next.root,
    ledger: next.ledger,
    previous: next.previous,
  })
  expect(isSigned(next, next.signature, publicHalf(key))).toBe(true)
  expect(isSigned({ ...next, root: head.root }, next.signature, publicHalf(key))).toBe(false)
  expect(await listHeads(db.publicDb, 10)).toEqual([next, head])
})

test('a day has one head: a second making, an earlier day, two processes at once add none', async () => {
  const other = makeDb(db.urls.worker)
  const at = () => new Date('2026-01-16T05:00:00Z')
  const both = await Promise.all([
    makeHead({ db: db.worker, now: at, headKey: key }),
    makeHead({ db: other, now: at, headKey: key }),
  ])
  await other.destroy()
  expect(both.filter((head) => head !== undefined)).toHaveLength(1)
  expect(await made('2026-01-16')).toBeUndefined()
  expect(await made('2026-01-02')).toBeUndefined()
  expect((await listHeads(db.publicDb, 10)).map(({ number }) => number)).toEqual([3, 2, 1])
})

test('the day is the civil day in WIB: it begins at 17:00 UTC', async () => {
  const at = (time: string) => makeHead({ db: db.worker, now: () => new Date(time), headKey: key })
  expect(await at('2026-01-16T16:59:59Z')).toBeUndefined()
  expect(await at('2026-01-16T17:00:00Z')).toMatchObject({ day: '2026-01-17' })
})

test('every reporter gets a receipt of the same length that leads to the signed head', async () => {
  const reports = [
    await aReport(db, { stage: 'answered' }),
    await aReport(db, { confidential: true, anonymous: true }),
    await aReport(db, { withoutIdentity: true }),
  ]
  for (const report of reports) expect(await receiptOf(report)).toBeUndefined()
  await made('2026-01-18')
  const receipts = await Promise.all(reports.map(receiptOf))
  for (const [n, receipt] of receipts.entries()) {
    if (!receipt) throw new Error('no receipt')
    const checked = checkReceipt(receipt, publicHalf(key))
    expect(checked).toMatchObject({ good: true, trackingId: reports[n]?.trackingId, events: n === 0 ? 4 : 1 })
    expect(receipt.head).toBe(headText((await findHead(db.publicDb, 5)) ?? raise()))
  }
  expect(new Set(receipts.map((receipt) => JSON.stringify(receipt).length)).size).toBe(1)
})

test('a receipt that was changed anywhere proves nothing', async () => {
  const report = await aReport(db)
  await made('2026-01-19')
  const receipt = (await receiptOf(report)) ?? raise()
  const leaf = receipt.leaf.replace(report.trackingId, 'K7M2QX4PR')
  const path = receipt.path.toSpliced(7, 1, receipt.path[8] ?? '')
  const forged = headText({ number: 9, day: '2026-02-01', root: 'ab'.repeat(32), previous: noHead })
  expect(checkReceipt({ ...receipt, leaf })).toEqual({ good: false, wrong: 'not_in_head' })
  expect(checkReceipt({ ...receipt, path })).toEqual({ good: false, wrong: 'not_in_head' })
  expect(checkReceipt({ ...receipt, head: forged })).toEqual({ good: false, wrong: 'not_in_head' })
  expect(checkReceipt({ ...receipt, head: receipt.head.replace('number 0', 'number 1') })).toEqual({
    good: false,
    wrong: 'not_signed',
  })
  expect(checkReceipt({ ...receipt, leaf: 'daun' })).toEqual({ good: false, wrong: 'not_a_receipt' })
  expect(checkReceipt(receipt, Buffer.alloc(32, 9))).toEqual({ good: false, wrong: 'other_key' })
})

test('every day is salted anew: where nothing happened, nothing stays the same either', async () => {
  const report = await aReport(db)
  await made('2026-01-20')
  const before = (await receiptOf(report)) ?? raise()
  await made('2026-01-21')
  const after = (await receiptOf(report)) ?? raise()
  expect(after.path.filter((hash, level) => hash === before.path[level])).toEqual([])
  expect(after.leaf.slice(-80)).toBe(before.leaf.slice(-80))
  expect(after.leaf).not.toBe(before.leaf)
})

test('what a head says of the ledger is salted anew as well: a day on which nothing was opened looks like any other', async () => {
  const [newest, before] = await listHeads(db.publicDb, 2)
  expect(newest?.ledger).toMatch(/^[\da-f]{64}$/)
  expect(newest?.ledger).not.toBe(before?.ledger)
})

test('heads and receipts of the first version are still read and checked', async () => {
  const report = await aReport(db)
  const { ledger, ...head } = (await made('2026-01-23')) ?? raise()
  const receipt = (await receiptOf(report)) ?? raise()
  const older = signHead(key, head)
  const text = `LAPOR! head 1\nnumber 000009\nday 2026-01-23\nroot ${head.root}\nprevious ${head.previous}\n`
  expect(headText(older)).toBe(text)
  expect(readHeadText(text)).toEqual({ number: 9, day: '2026-01-23', root: head.root, previous: head.previous })
  const kept = { ...receipt, head: text, signature: older.signature.toString('base64') }
  expect(checkReceipt(kept, publicHalf(key))).toMatchObject({ good: true, trackingId: report.trackingId })
  expect(checkReceipt({ ...kept, signature: receipt.signature })).toMatchObject({ wrong: 'not_signed' })
  for (const mixed of [text.replace('head 1', 'head 2'), headText({ ...head, ledger }).replace('head 2', 'head 1')])
    expect(readHeadText(mixed)).toBeUndefined()
})

test('a receipt is for the reporter alone', async () => {
  const [mine, other] = [await aReport(db), await aReport(db)]
  await made('2026-01-22')
  for (const actor of [marta(other.id), dedi, rio])
    expect(await as(db.web, actor, (tx) => readReceipt(tx, mine.id))).toBeUndefined()
})

test('with another key than before no head is made', async () => {
  const at = () => new Date('2026-02-01T05:00:00Z')
  const other = headKey(Buffer.alloc(32, 5))
  await expect(makeHead({ db: db.worker, now: at, headKey: other })).rejects.toThrow(
    'not the one that signs after head',
  )
})

test('what a head has covered cannot be taken back', async () => {
  for (const table of ['publication.audit_head', 'casework.audit_tree', 'casework.audit_place', 'casework.audit_leaf'])
    await expect(sql`delete from ${sql.table(table)}`.execute(db.owner)).rejects.toThrow('only ever added to')
})

function raise(): never {
  throw new Error('nothing there')
}
