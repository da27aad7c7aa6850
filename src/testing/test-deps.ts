import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { makeDirectory } from '../agencies/directory.ts'
import { readConfig } from '../platform/config.ts'
import { makeLog } from '../platform/log.ts'
import type { TestDatabase } from '../platform/testing/test-database.ts'
import { makeRules } from '../report/rules.ts'
import type { Deps } from '../secrecy/deps.ts'
import type { IdentityKeys } from '../secrecy/identity.ts'
import { makeKeyPair } from '../platform/seal.ts'
import { ringOf } from '../secrecy/keys/key-ring.ts'
import { growTree } from '../secrecy/keys/key-tree.ts'
import { makeKeeper } from '../secrecy/keys/make-keeper.ts'

/** Keeps words as the installation does; the same keys in every test. */
export const testKeeper = makeKeeper(ringOf(new Map([[1, growTree(Buffer.alloc(32, 4))]])), () => testKeys.indexSecret)

/** The same secrets in every test, so that a key derived twice is the same key. */
export const testKeys: IdentityKeys = {
  reportSecret: Buffer.alloc(32, 1),
  indexSecret: Buffer.alloc(32, 2),
  sealTo: makeKeyPair(Buffer.alloc(32, 3)).publicKey,
  keeper: testKeeper,
}

/** What `testKeys.sealTo` was sealed for: tests alone may open. */
export const testKeyPair = makeKeyPair(Buffer.alloc(32, 3))

/** The worker's: the same, and each report's own key. */
export const testOpener = { ...testKeyPair, keeper: testKeeper }

/** A Wednesday morning in Kupang, with a holiday on its Friday (Isra Mi'raj): the example of the domain. */
export const aWednesday = new Date('2026-01-14T01:00:00Z')

/** What a room is given, on a test's own database. `now` stands still unless the test moves it. */
export function testDeps(db: TestDatabase, now: () => Date = () => aWednesday): Deps {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapor-deps-'))
  const config = readConfig({ LAPOR_DATA_DIR: dataDir, LAPOR_BASE_URL: 'http://lapor.test', LOG_LEVEL: 'silent' })
  return {
    config,
    log: makeLog(config, 'test'),
    now,
    db: db.web,
    publicDb: db.publicDb,
    rules: makeRules(db.publicDb, testKeeper),
    directory: makeDirectory(db.publicDb),
    keys: testKeys,
    uploadsDir: join(dataDir, 'uploads'),
  }
}
