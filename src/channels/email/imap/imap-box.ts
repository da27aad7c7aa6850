import type { Db } from '../../../platform/db.ts'
import { system } from '../../../report/actor.ts'
import { as } from '../../../report/as.ts'

/** A mailbox that is read by IMAP, as the operator set it, and how far it has been read. */
export type ImapBox = {
  name: string
  host: string
  port: number
  tls: 'tls' | 'starttls' | 'none'
  username: string
  sealedPassword: Buffer
  folder: string
  doneFolder: string | null
  changedAt: Date
}

/** How far a folder was read: its generation, and the first number in it that was not. */
export type Reached = { uidValidity: bigint; uidNext: number }

export async function imapBoxes(db: Db): Promise<ImapBox[]> {
  const rows = await as(db, system, (tx) =>
    tx.selectFrom('identity.mailbox').selectAll().where('host', 'is not', null).orderBy('name').execute(),
  )
  return rows.flatMap(({ name, host, port, tls, username, sealed_password, folder, done_folder, changed_at }) =>
    host && port && tls && username && sealed_password
      ? [
          {
            name,
            host,
            port,
            tls: tls as ImapBox['tls'],
            username,
            sealedPassword: sealed_password,
            folder,
            doneFolder: done_folder,
            changedAt: changed_at,
          },
        ]
      : [],
  )
}

export async function reachedIn(db: Db, name: string): Promise<Reached | undefined> {
  const row = await as(db, system, (tx) =>
    tx.selectFrom('identity.mailbox').select(['uid_validity', 'uid_next']).where('name', '=', name).executeTakeFirst(),
  )
  return row?.uid_validity && row.uid_next
    ? { uidValidity: BigInt(row.uid_validity), uidNext: Number(row.uid_next) }
    : undefined
}

export async function writeReached(db: Db, name: string, { uidValidity, uidNext }: Reached) {
  await as(db, system, (tx) =>
    tx
      .updateTable('identity.mailbox')
      .set({ uid_validity: uidValidity, uid_next: uidNext })
      .where('name', '=', name)
      .execute(),
  )
}

/** Whether it can be read, since when, and why not; for those who run the place. */
export async function writeState(db: Db, name: string, now: Date, lastError?: string) {
  const state = lastError === undefined ? 'up' : 'down'
  await as(db, system, async (tx) => {
    const before = await tx
      .selectFrom('identity.mailbox')
      .select(['state', 'since'])
      .where('name', '=', name)
      .executeTakeFirst()
    await tx
      .updateTable('identity.mailbox')
      .set({ state, since: before?.state === state ? before.since : now, last_error: lastError ?? null })
      .where('name', '=', name)
      .execute()
  })
}
