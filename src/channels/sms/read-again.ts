import type { Acting } from './acting.ts'
import { keepSms } from './keep-sms.ts'
import type { Mapping } from './parts/mapping.ts'
import { readJson } from './parts/read-json.ts'
import { readMapped } from './parts/read-mapped.ts'

/**
 * What its gateway brought and nobody could read, read once more, as we read that gateway now: what is a message by now comes in as one.
 * @returns whether it does
 */
export async function readAgain({ tx, keys, setting }: Acting, gateway: string, unread: string): Promise<boolean> {
  const row = await tx
    .selectFrom('identity.gateway as g')
    .innerJoin('identity.gateway_kind as k', 'k.kind', 'g.kind')
    .select('k.mapping')
    .where('g.name', '=', gateway)
    .executeTakeFirst()
  const mapping = row?.mapping as unknown as Mapping | null | undefined
  if (!mapping) return false
  // One of its list is kept at a time.
  const { messages } = readMapped({ ...mapping, list: undefined }, readJson(unread))
  for (const message of messages) await keepSms({ db: tx, keys }, gateway, message, setting.now)
  return messages.length > 0
}
