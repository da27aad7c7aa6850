import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { importReports } from './import-reports.ts'
import type { ImportedReport } from './imported-report.ts'
import { recogniseFile } from './read-file.ts'

// Only counts and yes or no are expected below: a failing test must not print what people wrote.
const folder = path.resolve(import.meta.dirname, '../../../../shared/data/complaints')
const isHere = existsSync(folder)
const now = new Date('2026-11-22T00:00:00Z')

async function imported(name: string) {
  const { layout, rows } = await recogniseFile(path.join(folder, name))
  const reports = new Map<string, ImportedReport>()
  const counts = await importReports(rows(now), async (batch) => {
    for (const report of batch) reports.set(report.sourceId, report)
    return batch.map(() => 'added' as const)
  })
  return { layout: layout.name, counts, reports: [...reports.values()] }
}

describe.skipIf(!isHere)(
  `real files${isHere ? '' : ' (skipped: ../shared/data/complaints is not on this machine)'}`,
  () => {
    test.each([
      ['lapor_goid_2017.jsonl', 'lapor-2017', 925],
      ['lapor_goid_2021.jsonl', 'lapor-2021', 697],
      ['surabaya_2022.csv', 'surabaya-2022', 6037],
    ])('%s comes through whole as %s: %i rows', async (name, layout, count) => {
      const result = await imported(name)
      expect(result.layout).toBe(layout)
      expect(result.counts).toEqual({ read: count, added: count, waiting: 0, already: 0, refused: 0 })
      expect(result.reports).toHaveLength(count)
      expect(result.reports.every(({ text }) => text.isWellFormed())).toBe(true)
    })

    test('the longest texts are all there', async () => {
      const { reports } = await imported('lapor_goid_2021.jsonl')
      expect(Math.max(...reports.map(({ text }) => text.length))).toBeGreaterThan(15_000)
    })

    test('answers come with their dates; the two that precede their reports are flagged', async () => {
      const { reports } = await imported('surabaya_2022.csv')
      expect(reports.filter(({ answeredAt }) => answeredAt)).toHaveLength(6037 - 446)
      expect(reports.filter(({ oddDates }) => oddDates.length > 0)).toHaveLength(2)
      expect(reports.every(({ filedAt }) => filedAt)).toBe(true)
    })
  },
)
