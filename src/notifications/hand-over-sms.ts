import { addJobs } from '../platform/queue.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { smsJob } from './send-job.ts'
import type { TellDeps } from './tell-deps.ts'

/** An SMS leaves by its own job. @returns whether this is one */
export async function handOverSms({ db }: Pick<TellDeps, 'db'>, messageId: string): Promise<boolean> {
  return as(db, system, async (tx) => {
    const message = await tx
      .selectFrom('identity.message')
      .select('channel')
      .where('id', '=', messageId)
      .executeTakeFirst()
    if (message?.channel !== 'sms') return false
    await addJobs(tx, [smsJob(messageId)])
    return true
  })
}
