import { fileReport } from '../../intake/file-report.ts'
import type { Tx } from '../../report/as.ts'
import type { Setting } from '../../agencies/setting.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import { type Hides, hiddenByAny } from './plain-intake.ts'

type Intake = Parameters<typeof fileReport>[1]
type Acting = { tx: Tx; keys: IdentityKeys; setting: Setting; idempotencyKey: string }

/**
 * The one way from a message to a new report, whichever door it came through: hidden at least as what became of it before a restore,
 * where the backup knew it only as waiting.
 */
export async function fileArrived(
  { tx, keys, setting, idempotencyKey }: Acting,
  intake: Omit<Intake, 'idempotencyKey'>,
) {
  const { rules, directory, now } = setting
  const hides = hiddenByAny([intake, await hiddenThen(tx, idempotencyKey)])
  return fileReport({ db: tx, rules, directory, keys }, { ...intake, ...hides, idempotencyKey } as Intake, now)
}

/** @param key of the door and the arrival's id: `sms 0190…` */
async function hiddenThen(tx: Tx, key: string): Promise<Hides | undefined> {
  return tx
    .selectFrom('identity.arrival as a')
    .innerJoin('identity.message_floor as f', 'f.message_hash', 'a.message_hash')
    .select(['f.anonymous', 'f.confidential'])
    .where('a.id', '=', key.slice(key.indexOf(' ') + 1))
    .executeTakeFirst()
}
