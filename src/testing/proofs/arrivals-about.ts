import { randomBytes, randomUUID } from 'node:crypto'
import { seal } from '../../platform/seal.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { aWednesday, testKeeper, testKeyPair } from '../test-deps.ts'

/** One message of each fate that came about a report: filed, replied, of a flood, asked about, failing. */
export async function arrivalsAbout(db: TestDatabase, reportId: string) {
  const sealed = seal(testKeyPair.publicKey, JSON.stringify({ sender: '+6281200000001' }))
  const fates = [
    { outcome: 'report', report_id: reportId, settled_at: aWednesday },
    { outcome: 'reply', report_id: reportId, settled_at: aWednesday },
    {
      outcome: 'quarantined',
      reason: 'flood',
      report_id: reportId,
      said: randomBytes(32),
      sealed,
      settled_at: aWednesday,
    },
    { outcome: 'asked', asked: 'new_or_reply', asked_at: aWednesday, about: reportId, sealed, settled_at: aWednesday },
    { trouble_since: aWednesday, names: [reportId], sealed },
  ]
  for (const fate of fates) {
    const id = randomUUID()
    const whole = fate.sealed && fate.outcome ? { whole: id } : {}
    const row = {
      ...fate,
      ...whole,
      id,
      door: 'sms',
      gateway: 'kannel',
      message_hash: randomBytes(32),
      arrived_at: aWednesday,
    }
    await db.owner.insertInto('identity.arrival').values(row).execute()
    if (!fate.sealed || fate.outcome === 'asked') continue
    const kept = testKeeper.sealWords(id, 'jalan rusak di depan pasar')
    await db.owner.insertInto('identity.arrival_words').values({ arrival_id: id, kept }).execute()
  }
}
