import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { receiptFile } from '../audit/check-by-hand.ts'
import { headKey, headText, publicHalf, publicKeyPem } from '../audit/head.ts'
import { listHeads } from '../audit/heads.ts'
import { makeHead } from '../audit/make-head.ts'
import { readReceipt } from '../audit/read-receipt.ts'
import { signingKey } from '../audit/signing-key.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { keysForWeb, readKeys } from '../secrecy/installation-keys.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { marta } from '../testing/cast.ts'
import { addAudit } from './audit.ts'
import { runLapor } from './testing/run-lapor.ts'

const db = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'lapor-audit-'))
const file = (name: string) => join(folder, name)
let report: Made

beforeAll(async () => {
  const keys = readKeys(keysForWeb({ dataDir: folder }), { dataDir: folder })
  report = await aReport(db, { stage: 'answered', keys })
  await makeHead({
    db: db.worker,
    now: () => new Date('2026-01-15T01:00:00Z'),
    headKey: signingKey({ dataDir: folder }),
  })
  const receipt = await as(db.web, marta(report.id), (tx) => readReceipt(tx, report.id))
  if (!receipt) throw new Error('no receipt')
  writeFileSync(file('bukti.json'), receiptFile(receipt))
  writeFileSync(file('changed.json'), receiptFile({ ...receipt, leaf: receipt.leaf.replace('000004', '000003') }))
  writeFileSync(file('key.pem'), publicKeyPem(publicHalf(signingKey({ dataDir: folder }))))
  writeFileSync(file('other.pem'), publicKeyPem(publicHalf(headKey(Buffer.alloc(32, 7)))))
})
afterAll(() => {
  process.exitCode = 0
  rmSync(folder, { recursive: true, force: true })
})

/** What `lapor audit …` prints. */
function audit(...words: string[]): Promise<string> {
  return runLapor(addAudit, { DATABASE_URL: db.urls.owner, LAPOR_DATA_DIR: folder }, 'audit', ...words)
}

test('what holds is said in one line, what does not with the report and the event, and fails', async () => {
  process.exitCode = 0
  expect(await audit('verify')).toMatch(
    /^4 events of 1 reports, 0 lines of the ledger and 1 heads in [\d.]+ s, 0 wrong\n$/,
  )
  expect(process.exitCode).toBe(0)
  await db.owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update casework.event set at = at - interval '1 day' where report_id = ${report.id} and seq = 4`.execute(
      tx,
    )
  })
  const said = await audit('verify', '--every-head')
  expect(said).toContain(`Report ${report.trackingId}: event 4 was changed after it was recorded.\n`)
  expect(said).toMatch(/, 1 wrong\n$/)
  expect(process.exitCode).toBe(1)
  process.exitCode = 0
})

test('what does not hold in the ledger of openings is said with its report, and fails', async () => {
  await sql`select casework.add_ledger_line('looked', ${report.id}, 1, 7, sha256('x'))`.execute(db.owner)
  const said = await audit('verify')
  expect(said).toContain(
    `Report ${report.trackingId}: a look through opening 1 is gone; line 1 of the ledger records it.\n`,
  )
  expect(said).toContain(', 1 lines of the ledger and ')
  expect(process.exitCode).toBe(1)
  process.exitCode = 0
})

test('what does not hold in a confidential report is said without its number, which is not for operators', async () => {
  const hidden = await aReport(db, { stage: 'answered', confidential: true })
  await sql`select casework.add_ledger_line('looked', ${hidden.id}, 1, 7, sha256('x'))`.execute(db.owner)
  const said = await audit('verify')
  expect(said).not.toContain(hidden.trackingId)
  expect(said).toMatch(
    /\nA hidden report \([\da-f]{8}\): a look through opening 1 is gone; line 2 of the ledger records it\.\n/,
  )
  process.exitCode = 0
})

test('heads that were kept elsewhere must still stand', async () => {
  const [head] = await listHeads(db.publicDb, 1)
  const item = { number: 1, text: head ? headText(head) : '' }
  writeFileSync(
    file('kept.json'),
    JSON.stringify({
      items: [
        { ...item, text: `${item.text}!` },
        { number: 2, text: '' },
      ],
      next: null,
    }),
  )
  const said = await audit('verify', '--kept', file('kept.json'))
  expect(said).toContain('Head 1: it is not the one that was kept elsewhere.\n')
  expect(said).toContain('Head 2 is missing: a copy of it was kept elsewhere.\n')
  expect(process.exitCode).toBe(1)
  writeFileSync(file('kept.json'), JSON.stringify({ items: [item], next: null }))
  expect(await audit('verify', '--kept', file('kept.json'))).not.toContain('elsewhere')
  process.exitCode = 0
  await expect(audit('verify', '--kept', file('key.pem'))).rejects.toThrow('is not an answer of')
})

test('a receipt is checked against the key that somebody kept', async () => {
  expect(await audit('receipt', file('bukti.json'), '--key', file('key.pem'))).toBe(
    `Report ${report.trackingId}, with 4 events, is in head 1 of 2026-01-15.\n`,
  )
  expect(await audit('receipt', file('bukti.json'))).toContain('BEGIN PUBLIC KEY')
  expect(await audit('key')).toContain('BEGIN PUBLIC KEY')
})

test.each([
  ['changed.json', 'key.pem', 'The leaf does not lead to the root'],
  ['bukti.json', 'other.pem', 'Another key signed this head'],
  ['key.pem', 'key.pem', 'This is not a receipt'],
  ['none.json', 'key.pem', 'cannot be read (ENOENT)'],
  ['bukti.json', 'bukti.json', 'is not an Ed25519 public key'],
])('%s with %s is refused: %s', async (name, key, reason) => {
  await expect(audit('receipt', file(name), '--key', file(key))).rejects.toThrow(reason)
})

test('a lost key of the heads refuses every command, and none is made in its place', async () => {
  const key = file('keys/audit')
  renameSync(key, file('away'))
  for (const words of [['verify'], ['key']]) await expect(audit(...words)).rejects.toThrow(/keys\/audit is missing/)
  expect(existsSync(key)).toBe(false)
  writeFileSync(key, 'ab'.repeat(32), { mode: 0o600 })
  await expect(audit('key')).rejects.toThrow('is not the one that signed')
  expect(await audit('verify')).toContain('Head 1: not signed by the key of this installation.')
  process.exitCode = 0
  renameSync(file('away'), key)
})
