import { mkdtempSync, rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { beginRestore, refuseHalfRestored } from './restoring.ts'

const folder = mkdtempSync('/tmp/lapor-restoring-')
afterAll(() => rmSync(folder, { recursive: true }))

test('what a restore left half done is not started, and says what to do; a finished one is', () => {
  expect(() => refuseHalfRestored(folder)).not.toThrow()
  const finished = beginRestore(folder)
  expect(() => refuseHalfRestored(folder)).toThrow(/cut short.*Restore once more into a new LAPOR_DATA_DIR/)
  finished()
  expect(() => refuseHalfRestored(folder)).not.toThrow()
})
