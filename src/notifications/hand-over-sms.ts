import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import type { TellDeps } from './tell-deps.ts'

/** An SMS leaves from its own queue, where it is asked about at once. @returns whether this is one */
export async function handOverSms({ db, now }: Pick<TellDeps, 'db' | 'now'>, messageId: string): Promise<boolean> {
  const found = await as(db, system, (tx) =>
    tx
      .updateTable('identity.message')
      .set({ not_before: now() })
      .where('id', '=', messageId)
      .where('channel', '=', 'sms')
      .returning('id')
      .executeTakeFirst(),
  )
  return found !== undefined
}
