import { sql } from 'kysely'
import type { Tx } from '../../report/as.ts'
import type { WordedDoor, Wording, WordingName } from './delivered.ts'

/** A version; `words` null: back to those that came with the product. */
export type WordingVersion = { n: number; at: Date; by: string | null; subject: string | null; words: string | null }

/** The words that hold now, where the desk has written any; read with each message, so that they hold from the next one on. */
export async function wordingNow(tx: Tx, door: WordedDoor, name: WordingName): Promise<Wording | undefined> {
  const row = await tx
    .selectFrom('casework.wording')
    .select(['subject', 'words'])
    .where('door', '=', door)
    .where('name', '=', name)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.words ? { subject: row.subject, words: row.words } : undefined
}

/** The words of every message that the desk says in its own, by door and name: `email answered`. */
export async function wordedByDesk(tx: Tx): Promise<Map<string, Wording>> {
  const rows = await tx
    .selectFrom('casework.wording')
    .distinctOn(['door', 'name'])
    .select(['door', 'name', 'subject', 'words'])
    .orderBy('door')
    .orderBy('name')
    .orderBy('n', 'desc')
    .execute()
  return new Map(
    rows.flatMap(({ door, name, subject, words }) => (words === null ? [] : [[`${door} ${name}`, { subject, words }]])),
  )
}

/** Every version of a message's words, the newest first. */
export async function wordingVersions(tx: Tx, door: WordedDoor, name: WordingName): Promise<WordingVersion[]> {
  return tx
    .selectFrom('casework.wording as w')
    .leftJoin('identity.account as a', 'a.id', 'w.account_id')
    .select(['w.n', 'w.at', 'a.display_name as by', 'w.subject', 'w.words'])
    .where('door', '=', door)
    .where('name', '=', name)
    .orderBy('n', 'desc')
    .execute()
}

type Written = { door: WordedDoor; name: WordingName; wording: Wording | null; seen: number; by: string; at: Date }

/**
 * A new version; `wording` null: the delivered words again.
 * @param seen the version that its writer saw, 0 for none
 * @returns false when somebody wrote another meanwhile
 */
export async function writeWording(tx: Tx, { door, name, wording, seen, by, at }: Written): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(1775, hashtext(${`${door} ${name}`}))`.execute(tx)
  const [newest] = await wordingVersions(tx, door, name)
  if ((newest?.n ?? 0) !== seen) return false
  await tx
    .insertInto('casework.wording')
    .values({ door, name, subject: wording?.subject ?? null, words: wording?.words ?? null, at, account_id: by })
    .execute()
  return true
}
