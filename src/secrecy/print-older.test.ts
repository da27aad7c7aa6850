import { expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { officerOf } from '../testing/cast.ts'
import { aWednesday, testKeyPair, testKeys } from '../testing/test-deps.ts'
import { mayLeave } from './letting-words-out.ts'
import { printOlder } from './print-older.ts'

const db = await testDatabase()

test('whoever filed before there were fingerprints is found in an officer’s words once they are made', async () => {
  const contact = { name: 'Marsetyo Klobor', phone: '081234567890' }
  const { id, trackingId } = await aReport(db, { stage: 'in_progress', anonymous: true, contact })
  const none = { print_salt: null, name_prints: null, contact_prints: null, name_pieces: null }
  await db.owner.updateTable('identity.filing').set(none).where('report_id', '=', id).execute()
  const at = {
    db: db.web,
    indexSecret: testKeys.indexSecret,
    directory: await loadDirectory(db.publicDb),
    now: aWednesday,
  }
  const say = () => mayLeave(at, officerOf(), trackingId, 'sudah kami temui m4rsetyo di lokasi')
  expect(await say()).toBe('pass')
  const deps = { owner: db.owner, keys: testKeys, pair: testKeyPair }
  expect(await printOlder(deps)).toBe(1)
  expect(await say()).toBe('stopped')
  expect(await printOlder(deps)).toBe(0)
})
