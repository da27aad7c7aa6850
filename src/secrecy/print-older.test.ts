import { expect, test } from 'vitest'
import { createAccount, findAccountId } from '../accounts/create-account.ts'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { officerOf } from '../testing/cast.ts'
import { as } from '../report/as.ts'
import { aWednesday, testKeyPair, testKeys } from '../testing/test-deps.ts'
import { type Leaving, letOut } from './letting-words-out.ts'
import { printOlder } from './print-older.ts'

const db = await testDatabase()

/** Why these words of an officer are held back, if they are. */
async function letting(at: Leaving, about: string, text: string) {
  const actor = officerOf()
  const said = await as(db.web, actor, (tx) => letOut(tx, at, { actor, about, text }, async () => 'said'))
  return said.held
}

test('whoever filed before there were fingerprints is found in an officer’s words once they are made', async () => {
  const contact = { name: 'Marsetyo Klobor', phone: '081234567890' }
  const { id, trackingId } = await aReport(db, { stage: 'in_progress', anonymous: true, contact })
  const none = { print_salt: null, name_prints: null, contact_prints: null, name_pieces: null }
  await db.owner.updateTable('identity.filing').set(none).where('report_id', '=', id).execute()
  const at = {
    indexSecret: testKeys.indexSecret,
    directory: await loadDirectory(db.publicDb),
    now: aWednesday,
  }
  const say = () => letting(at, trackingId, 'sudah kami temui m4rsetyo di lokasi')
  expect(await say()).toBe(undefined)
  const deps = { owner: db.owner, keys: testKeys, pair: testKeyPair }
  expect(await printOlder(deps)).toBe(1)
  expect(await say()).toBe('stopped')
  expect(await printOlder(deps)).toBe(0)
})

test('so is whoever filed with an account, and gave no name with the report', async () => {
  const person = { email: 'klobor@contoh.id', name: 'Yeremianus Klobor', password: 'sandi yang panjang' }
  await createAccount(db.owner, testKeys, person, aWednesday)
  const accountId = await findAccountId(db.owner, testKeys, person.email)
  const { trackingId } = await aReport(db, { stage: 'in_progress', anonymous: true, accountId, contact: {} })
  const directory = await loadDirectory(db.publicDb)
  const at = { indexSecret: testKeys.indexSecret, directory, now: aWednesday }
  const say = () => letting(at, trackingId, 'sudah kami temui y3rem1anus di lokasi')
  expect(await say()).toBe(undefined)
  expect(await printOlder({ owner: db.owner, keys: testKeys, pair: testKeyPair })).toBe(1)
  expect(await say()).toBe('stopped')
})
