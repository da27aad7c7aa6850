import { expect, test } from 'vitest'
import { countsLine, importReports } from './import-reports.ts'
import type { ImportedReport, ReadRow } from './imported-report.ts'

function aRow(sourceId: string): ReadRow {
  const report: ImportedReport = {
    sourceLayout: 'x',
    sourceId,
    text: 'halo',
    oddDates: [],
    anonymous: false,
    confidential: false,
  }
  return { line: 1, ok: true, report }
}

async function* rowsOf(...rows: ReadRow[]) {
  yield* rows
}

/** A store that knows a report by its identity. */
function aStore() {
  const known = new Set<string>()
  return async (reports: ImportedReport[]) =>
    reports.map(({ sourceId }) => {
      const isNew = !known.has(sourceId)
      known.add(sourceId)
      return isNew ? ('added' as const) : ('already' as const)
    })
}

test('every row is counted once, and the same file again adds nothing', async () => {
  const write = aStore()
  const refused: [number, string][] = []
  const rows = () => rowsOf(aRow('1'), { line: 7, ok: false, reason: 'no_text' }, aRow('2'), aRow('1'))
  const first = await importReports(rows(), write, { batch: 2, onRefused: (...refusal) => refused.push(refusal) })
  expect(first).toEqual({ read: 4, added: 2, waiting: 0, already: 1, refused: 1 })
  expect(refused).toEqual([[7, 'no_text']])
  expect(countsLine(await importReports(rows(), write))).toBe('4 read, 0 new, 3 already here, 1 refused')
})

test('an import that broke off carries on where it was', async () => {
  const write = aStore()
  const rows = () => rowsOf(...Array.from({ length: 10 }, (_, at) => aRow(String(at))))
  let batches = 0
  const breaking = async (reports: ImportedReport[]) => {
    if (++batches === 3) throw new Error('the database is gone')
    return write(reports)
  }
  await expect(importReports(rows(), breaking, { batch: 3 })).rejects.toThrow('gone')
  expect(await importReports(rows(), write)).toEqual({ read: 10, added: 4, waiting: 0, already: 6, refused: 0 })
})

test('long work tells how far it is', async () => {
  const told: number[] = []
  const rows = rowsOf(...Array.from({ length: 5 }, (_, at) => aRow(String(at))))
  await importReports(rows, aStore(), { batch: 2, onProgress: ({ read }) => told.push(read) })
  expect(told).toEqual([2, 4, 5])
})
