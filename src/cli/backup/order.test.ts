import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { aReport } from '../../testing/a-report.ts'
import { backUp } from './back-up.ts'

const db = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'lapor-order-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a backup keeps its rows in the order of their ids: not even that tells when a report without identity came', async () => {
  for (let n = 0; n < 8; n++) await aReport(db, { withoutIdentity: n % 2 === 0, contact: undefined })
  await backUp({ ownerUrl: db.urls.owner, dataDir: folder }, join(folder, 'b'), new Date('2026-01-20'), () => {})
  for (const [table, column] of [
    ['report', 'id'],
    ['content', 'report_id'],
    ['event', 'report_id'],
  ] as const) {
    const lines = gunzipSync(readFileSync(join(folder, 'b', 'tables', `casework.${table}.jsonl.gz`)))
      .toString()
      .trim()
      .split('\n')
    const ids = lines.map((line) => (JSON.parse(line) as Record<string, string>)[column] ?? '')
    expect(ids).toHaveLength(8)
    expect(ids).toEqual(ids.toSorted())
  }
})
