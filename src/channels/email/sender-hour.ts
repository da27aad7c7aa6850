import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { wholeHour } from '../../platform/whole-hour.ts'
import type { Tx } from '../../report/as.ts'

/** More reports of one address within an hour are kept for the desk, and answered to nobody: a name in From may be anybody's. */
const mostReports = 20
/** What is said at once to one address within an hour: two machines that answer each other stop there. */
const mostAnswers = 20
export const keptHours = 24
const keptMs = keptHours * 3_600_000

/** One address within one hour; nothing in the database ties it to another hour, a report or an account. */
export type SenderHour = { sender: Buffer; hour: Date }

export function senderHour(indexSecret: Uint8Array, address: string, at: Date): SenderHour {
  const hour = wholeHour(at)
  const sender = createHmac('sha256', indexSecret).update(`lapor mail hour ${address} ${hour.toISOString()}`).digest()
  return { sender, hour }
}

/** Counts one more mail of an address, and has it wait for others of the same that are being taken. */
export async function countMail(tx: Tx, { sender, hour }: SenderHour): Promise<{ isFlood: boolean }> {
  await tx
    .deleteFrom('identity.mail_hour')
    .where('hour', '<', new Date(hour.getTime() - keptMs))
    .execute()
  const { came } = await tx
    .insertInto('identity.mail_hour')
    .values({ sender, hour, came: 1 })
    .onConflict((conflict) =>
      conflict.columns(['sender', 'hour']).doUpdateSet({ came: sql<number>`identity.mail_hour.came + 1` }),
    )
    .returning('came')
    .executeTakeFirstOrThrow()
  return { isFlood: came > mostReports }
}

/** Whether one more answer may go to this address; then it is counted, also in an hour in which nothing came from it. */
export async function mayAnswer(tx: Tx, { sender, hour }: SenderHour): Promise<boolean> {
  const counted = await tx
    .insertInto('identity.mail_hour')
    .values({ sender, hour, said: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['sender', 'hour'])
        .doUpdateSet({ said: sql<number>`identity.mail_hour.said + 1` })
        .where('identity.mail_hour.said', '<', mostAnswers),
    )
    .executeTakeFirst()
  return (counted.numInsertedOrUpdatedRows ?? 0n) > 0n
}
