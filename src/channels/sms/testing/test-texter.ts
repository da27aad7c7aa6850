import type { TestDatabase } from '../../../platform/testing/test-database.ts'
import { aWednesday, testKeyPair, testKeys } from '../../../testing/test-deps.ts'
import { makeTexter, type TexterDeps } from '../texter.ts'

/** SMS as they leave in production, unless said otherwise, from the test's house. */
export function testTexter(db: TestDatabase, more: Partial<TexterDeps> = {}) {
  return makeTexter({
    db: db.worker,
    pair: testKeyPair,
    now: () => aWednesday,
    production: true,
    baseUrl: 'http://lapor.test',
    keys: testKeys,
    ...more,
  })
}
