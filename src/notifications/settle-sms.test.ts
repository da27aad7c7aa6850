import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { databaseOf } from '../platform/connections.ts'
import { makeDb } from '../platform/db.ts'
import { makeLog } from '../platform/log.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aWednesday } from '../testing/test-deps.ts'
import { makeSettler } from './settle-sms.ts'

const db = await testDatabase()
const log = makeLog({ logLevel: 'silent' }, 'test')
const id = randomUUID()
await db.owner
  .insertInto('identity.message')
  .values({
    id,
    dedupe: id,
    channel: 'sms',
    template: 'help',
    sealed_to: Buffer.from('sealed'),
    state: 'queued',
    created_at: aWednesday,
  })
  .execute()
const state = async () =>
  (await db.owner.selectFrom('identity.message').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
const soon = { timeout: 5_000, interval: 10 }

test('what cannot be written down is said, and tried for ever by nobody', async () => {
  const { settle, isBehind } = makeSettler({ db: db.worker, log })
  await expect(settle({ id, state: 'perhaps' as 'sent', attempts: 1 }, aWednesday)).rejects.toThrow()
  await expect(settle({ id, state: 'sent', attempts: 1, preview: '{' }, aWednesday)).rejects.toThrow(SyntaxError)
  expect(isBehind()).toBe(false)
  expect(await state()).toBe('queued')
})

test('what left while the database is away is written down when it is back', async () => {
  const worker = makeDb(db.urls.worker)
  const { settle, isBehind } = makeSettler({ db: worker, log })
  const limitTo = (connections: number) =>
    sql`alter database ${sql.ref(databaseOf(db.urls.owner))} connection limit ${sql.lit(connections)}`.execute(db.owner)
  await limitTo(0)
  const settled = settle({ id, state: 'sent', attempts: 1 }, aWednesday)
  await expect.poll(isBehind, soon).toBe(true)
  expect(await state()).toBe('queued')
  await limitTo(-1)
  await settled
  expect([await state(), isBehind()]).toEqual(['sent', false])
  await worker.destroy()
})
