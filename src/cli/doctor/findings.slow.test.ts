import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { replaceTree } from '../../secrecy/keys/key-file.ts'
import { growTree, treeOf } from '../../secrecy/keys/key-tree.ts'
import { aWednesday } from '../../testing/test-deps.ts'
import { findings } from './findings.ts'

const db = await testDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'lapor-doctor-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

const ofKeys = async () => (await findings(db.urls, { dataDir }, aWednesday)).find(({ name }) => name === 'keys')

test('when many keys were destroyed the doctor says that a turn of the keys is due', async () => {
  const seed = Buffer.alloc(32, 3)
  await replaceTree({ dataDir }, 1, growTree(seed))
  expect(await ofKeys()).toMatchObject({ good: true })
  const many = Array.from({ length: 500_001 }, (_, n) => ({ path: n.toString(4).padStart(32, '0'), seed }))
  await replaceTree({ dataDir }, 1, treeOf(many))
  expect(await ofKeys()).toMatchObject({
    good: false,
    said: expect.stringContaining('a turn is due: "lapor keys rotate"'),
  })
})
