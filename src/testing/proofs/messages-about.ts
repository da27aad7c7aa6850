import { randomUUID } from 'node:crypto'
import { seal } from '../../platform/seal.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { aWednesday, testKeyPair } from '../test-deps.ts'

/** One message of each fate about a report: refused for good, to be tried again, given up, held for the night, on its way. */
export async function messagesAbout(db: TestDatabase, reportId: string) {
  const refused = { channel: 'email', last_error: 'SMTP 550', attempts: 1, failed_at: aWednesday }
  const fates = [
    { ...refused, state: 'dead' },
    { ...refused, state: 'failed' },
    { ...refused, state: 'dead', given_up: 'no_way' },
    { channel: 'sms', state: 'queued', held: 'quiet' },
    { channel: 'sms', state: 'sent', gateway: 'kannel', delivery: 'accepted' },
  ]
  const about = (fate: (typeof fates)[number]) => ({
    ...fate,
    id: randomUUID(),
    dedupe: randomUUID(),
    template: 'receipt',
    report_id: reportId,
    sealed_to: seal(testKeyPair.publicKey, 'marta@rumah.test'),
    created_at: aWednesday,
  })
  await db.owner.insertInto('identity.message').values(fates.map(about)).execute()
}
