import { addJobs } from '../../platform/queue.ts'
import { sql } from 'kysely'
import { system } from '../../report/actor.ts'
import { as, type Tx } from '../../report/as.ts'
import { waysTo } from '../addresses.ts'
import { sealAddress } from '../queue-messages.ts'
import { isForReporter } from '../table.ts'
import { sendJob } from '../send-job.ts'
import type { TellDeps } from '../tell-deps.ts'

/**
 * Has a message sent that somebody asked to be tried again (identity.replay_message). Doing it twice sends once: a message that has
 * gone meanwhile stays gone.
 * @param otherDoor by the other of the ways that the reporter gave, chosen here, where addresses can be opened; where there is none
 * the message stays unsent and says so
 */
export async function replayMessage(deps: TellDeps, messageId: string, otherDoor: boolean): Promise<void> {
  await as(deps.db, system, async (tx) => {
    if (otherDoor && !(await changeDoor(tx, deps, messageId))) return
    await addJobs(tx, [sendJob(messageId)])
  })
}

async function changeDoor(tx: Tx, { pair }: TellDeps, messageId: string): Promise<boolean> {
  const message = await tx
    .selectFrom('identity.message')
    .select(['report_id', 'account_id', 'channel', 'template', 'dedupe'])
    .where('id', '=', messageId)
    .where('state', '=', 'queued')
    .forUpdate()
    .executeTakeFirst()
  if (!message) return false
  // An answer to an SMS is no letter, nor one to a mail an SMS: news alone have words at every door.
  const isNews = !message.account_id && isForReporter(message.template)
  const ways = message.report_id && isNews ? await waysTo(tx, pair, message.report_id) : []
  const other = ways.find(({ channel }) => channel !== message.channel)
  const sealed_to = other && sealAddress(pair, { to: other, dedupe: message.dedupe })
  const update = tx.updateTable('identity.message').where('id', '=', messageId)
  if (!other || !sealed_to) {
    await update.set({ state: 'dead', last_error: 'no other way' }).execute()
    return false
  }
  const inTurn = other.toIndex
    ? { to_index: other.toIndex, turn: sql<number>`nextval('identity.message_turn')` }
    : { to_index: null, turn: null }
  await update.set({ channel: other.channel, sealed_to, ...inTurn }).execute()
  return true
}
