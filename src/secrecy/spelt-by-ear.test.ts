import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { aWednesday, testKeys } from '../testing/test-deps.ts'
import { letOut } from './letting-words-out.ts'

// An office writes a name as it hears it; whoever filed the report is found all the same.

const db = await testDatabase()
const yuli = coordinatorOf()
await onDuty(db, yuli)
const directory = await loadDirectory(db.publicDb)

test.each([
  ['Kristina Benu', 'Christina'],
  ['Viktor Lay', 'Victor'],
  ['Aisyah Ratu', 'Aisah'],
  ['Fitriani Taek', 'Fitriyani'],
  ['Setiono Bria', 'Setyono'],
  ['Rizal Manafe', 'Rijal'],
  ['Zainal Arifin', 'Jaenal'],
  ['Abdul Rahman', 'Abdurrahman'],
  ['Abdurrahman', 'Abdul Rahman'],
])('%s, who filed anonymously, is not thanked as %s', async (name, said) => {
  const { trackingId } = await aReport(db, {
    stage: 'in_progress',
    anonymous: true,
    contact: { name, phone: '081298765432' },
  })
  const setting = { indexSecret: testKeys.indexSecret, directory, now: aWednesday }
  const words = { actor: yuli, about: trackingId, text: `Keluhan ${said} sudah kami tindak lanjuti.` }
  const { held } = await as(db.web, yuli, (tx) => letOut(tx, setting, words, async () => undefined))
  expect(held).toBe('stopped')
})
