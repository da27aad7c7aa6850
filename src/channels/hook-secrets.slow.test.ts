import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepOnce, keysFolder } from '../platform/secrets.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { checkKeys, rememberKeys } from '../secrecy/keys/check-keys.ts'
import { epochsInUse } from '../secrecy/keys/epochs-in-use.ts'
import { beginEpoch, forgetEpoch } from '../secrecy/keys/key-file.ts'
import { sealAnew } from '../secrecy/keys/seal-anew.ts'
import { sealPair } from '../secrecy/keys/seal-pair.ts'
import { keysForWeb, readKeys } from '../secrecy/installation-keys.ts'
import { testDeps } from '../testing/test-deps.ts'
import { setAccount } from './x/set-account.ts'
import { testXKeys, us } from './x/testing/x-people.ts'

const db = await testDatabase()
const deps = testDeps(db)
const { dataDir } = deps.config
const { uploadsDir } = deps
keepOnce(join(keysFolder(dataDir), 'seal'), '03'.repeat(32))
const current = () => readKeys(keysForWeb({ dataDir }), { dataDir })

test('when the keys of an installation change, the secrets of hooks are sealed anew and still open', async () => {
  await checkKeys(db.owner, { dataDir })
  const pair = { ...sealPair({ dataDir }), keeper: current().keeper }
  const account = {
    apiUrl: 'https://api.x.com',
    mediaUrl: 'https://pbs.twimg.com',
    directMediaUrl: 'https://ton.twitter.com',
    userId: us.id,
    handle: us.username,
    keys: testXKeys,
  }
  await setAccount({ owner: db.owner, sealTo: pair.publicKey, keeper: current().keeper }, account, deps.now())
  const gateway = randomUUID()
  await db.owner
    .insertInto('identity.gateway')
    .values({
      id: gateway,
      name: 'twilio',
      kind: 'twilio',
      username: '',
      hook_secret: current().keeper.sealWords(gateway, 'rahasia-bersama'),
      changed_at: deps.now(),
    })
    .execute()
  const inUse = async () => [...(await epochsInUse(db.owner, pair, uploadsDir)).keys()]
  expect(await inUse()).toEqual([1])
  beginEpoch({ dataDir }, 2)
  await rememberKeys(db.owner, { dataDir })
  await sealAnew({ owner: db.owner, uploadsDir, keys: current(), pair, newest: 2 }, () => {})
  expect(await inUse()).toEqual([2])
  await forgetEpoch({ dataDir }, 1)
  const row = await db.owner.selectFrom('identity.x_account').select(['id', 'hook_secret']).executeTakeFirstOrThrow()
  expect(current().keeper.open(row.id, row.hook_secret)).toBe(testXKeys.apiSecret)
  const signing = await db.owner.selectFrom('identity.gateway').select('hook_secret').executeTakeFirstOrThrow()
  expect(current().keeper.open(gateway, signing.hook_secret ?? '')).toBe('rahasia-bersama')
})
