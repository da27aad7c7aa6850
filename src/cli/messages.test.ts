import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aWednesday } from '../testing/test-deps.ts'
import { addMessages } from './messages.ts'
import { runLapor } from './testing/run-lapor.ts'

const db = await testDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'lapor-messages-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const lapor = (...words: string[]) =>
  runLapor(
    addMessages,
    { DATABASE_URL: db.urls.owner, LAPOR_DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    'messages',
    ...words,
  )

async function dead(last_error: string) {
  const id = randomUUID()
  const about = { dedupe: id, channel: 'email', template: 'answered', sealed_to: Buffer.from('sealed') }
  await db.owner
    .insertInto('identity.message')
    .values({ id, ...about, created_at: aWednesday, state: 'dead', last_error, attempts: 3, failed_at: aWednesday })
    .execute()
  return id
}

test('what failed is counted and listed without addresses, and tried again once, one by one or by its reason', async () => {
  const [one, two, other] = [await dead('SMTP 450'), await dead('SMTP 450'), await dead('SMTP 550')]
  expect(await lapor('count')).toBe('dead\temail\tSMTP 450\t2\ndead\temail\tSMTP 550\t1\n')
  expect((await lapor('list', '--reason', 'SMTP 550')).trim().split('\t')).toEqual([
    other,
    'dead',
    'email',
    'answered',
    'SMTP 550',
    '3',
    '2026-01-14T01',
  ])
  expect(await lapor('retry', one)).toBe('1 tried again\n')
  await expect(lapor('retry', one)).rejects.toThrow('nothing to try again')
  await expect(lapor('retry', '0'.repeat(36))).rejects.toThrow('nothing to try again')
  expect(await lapor('retry', '--reason', 'SMTP 450')).toBe('1 tried again\n')
  await expect(lapor('retry')).rejects.toThrow('Name one message')
  const asked = await db.owner
    .selectFrom('casework.outbox')
    .select(['topic', 'report_id', 'seq'])
    .orderBy('id')
    .execute()
  expect(asked).toEqual([one, two].map((report_id) => ({ topic: 'replay', report_id, seq: 0 })))
}, 30_000)
