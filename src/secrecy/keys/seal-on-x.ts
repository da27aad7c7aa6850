import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Keeper } from '../../report/keeper.ts'
import { startOfSealed } from './make-keeper.ts'

type Kept = { id: string; kept: string }

/** What the web process opens of X, under the newest keys: the secret of the hook, and posts that a human has to judge. */
export async function sealOnX({ owner, keys, newest }: { owner: Db; keys: { keeper: Keeper }; newest: number }) {
  const start = startOfSealed('words', newest)
  const { rows: secrets } = await sql<Kept>`
    select id, hook_secret as kept from identity.x_account where left(hook_secret, 5) <> ${start}`.execute(owner)
  for (const { id, kept } of secrets)
    await sql`update identity.x_account set hook_secret = ${keys.keeper.sealWords(id, keys.keeper.open(id, kept))}
      where id = ${id} and hook_secret = ${kept}`.execute(owner)
  const { rows: posts } = await sql<Kept>`
    select arrival_id as id, kept from identity.x_unsure where left(kept, 5) <> ${start}`.execute(owner)
  for (const { id, kept } of posts)
    await sql`update identity.x_unsure set kept = ${keys.keeper.sealWords(id, keys.keeper.open(id, kept))}
      where arrival_id = ${id} and kept = ${kept}`.execute(owner)
}
