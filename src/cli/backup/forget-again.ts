import { sql } from 'kysely'
import { type Db, makeDb } from '../../platform/db.ts'
import { inPages } from '../../platform/in-pages.ts'
import { lowestId } from '../../platform/uuid.ts'
import { keeperOf } from '../../secrecy/installation-keys.ts'
import type { KeyPlace } from '../../secrecy/keys/key-store.ts'
import { sealPair } from '../../secrecy/keys/seal-pair.ts'
import { type MessageFloor, readMessages } from '../../secrecy/message-journal.ts'
import { openUnder } from '../../secrecy/sealed-under.ts'

type Box = { id: string; box: Buffer }

const batchSize = 500

/**
 * A backup brings back what came in, and to whom we were about to write, of reporters who have been erased since: nobody can open it
 * any more. What came in, and what the journal beside the keys says was withdrawn or erased, is refused as forgotten, what would go out is no message any more, our post of then leads nowhere.
 */
export async function forgetAgain(target: KeyPlace & { ownerUrl: string; now: Date }): Promise<void> {
  const owner = makeDb(target.ownerUrl)
  const pair = { ...sealPair(target), keeper: keeperOf(target) }
  try {
    await rememberMessages(owner, readMessages(target.dataDir))
    const { rows } = await waitingForgotten.execute(owner)
    for (const { id } of rows) await refuse(owner, id, target.now)
    for await (const { id, box } of boxes(owner, 'identity.arrival', 'sealed'))
      if (!openUnder(pair, box)) await refuse(owner, id, target.now)
    for await (const { id, box } of boxes(owner, 'identity.message', 'sealed_to'))
      if (!openUnder(pair, box)) await owner.deleteFrom('identity.message').where('id', '=', id).execute()
    for await (const { id, box } of boxes(owner, 'identity.x_said', 'sealed'))
      if (!openUnder(pair, box)) await owner.deleteFrom('identity.x_said').where('id', '=', id).execute()
  } finally {
    await owner.destroy()
  }
}

/** By these a message is known that is taken once more, or comes once more. */
async function rememberMessages(owner: Db, messages: readonly MessageFloor[]) {
  for (const { message, ...then } of messages)
    await owner
      .insertInto('identity.message_floor')
      .values({ message_hash: Buffer.from(message, 'hex'), ...then })
      .onConflict((known) => known.column('message_hash').doUpdateSet(then))
      .execute()
}

const waitingForgotten = sql<{ id: string }>`
  select a.id from identity.arrival a join identity.message_floor f using (message_hash)
  where f.forgotten and (a.outcome is null or a.sealed is not null)`

function boxes(owner: Db, table: string, column: string) {
  const page = (last?: Box) => sql<Box>`
    select id, ${sql.ref(column)} as box from ${sql.table(table)}
    where id > ${last?.id ?? lowestId} and octet_length(${sql.ref(column)}) > 0 order by id limit ${batchSize}`
  return inPages<Box>(batchSize, async (last) => (await page(last).execute(owner)).rows)
}

async function refuse(owner: Db, id: string, now: Date) {
  await owner
    .updateTable('identity.arrival')
    .set({
      outcome: 'refused',
      reason: 'forgotten',
      settled_at: now,
      sealed: null,
      sender_index: null,
      part_said: null,
      halves: null,
    })
    .set({ said: null, said_nearly: null, about: null, names: [], trouble_since: null })
    .where('id', '=', id)
    .execute()
}
