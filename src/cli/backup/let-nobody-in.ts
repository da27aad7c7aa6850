import { randomBytes } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { hashPassword } from '../../accounts/password.ts'
import { type Db, makeDb } from '../../platform/db.ts'
import type { DB } from '../../platform/schema.ts'
import { type AccessThen, readAccess } from '../../secrecy/access-journal.ts'
import type { KeyPlace } from '../../secrecy/keys/key-store.ts'
import { sealPair } from '../../secrecy/keys/seal-pair.ts'
import { openedPassword } from '../../secrecy/seal-journal.ts'
import { headsAgain } from './heads-again.ts'
import { openedAgain } from './opened-again.ts'

/** `accounts`: moved, disabled or given another password again. `until`: up to when the journal is whole; null when it is not there. */
export type LetIn = { accounts: number; tokens: number; openings: number; until: Date | null }

/**
 * What was revoked after a backup was taken stays so, and who opened what stays in the ledger: nobody is signed in, no link opens
 * anything, accounts and tokens are as the journal beside the keys last knew them. Before anybody is served.
 */
export async function letNobodyIn(target: KeyPlace & { ownerUrl: string; now: Date }, takenAt: Date): Promise<LetIn> {
  const journal = readAccess(target.dataDir)
  const until = journal?.until && journal.until > takenAt ? journal.until : takenAt
  const db = makeDb(target.ownerUrl)
  try {
    return await db.transaction().execute(async (tx) => {
      await tx.deleteFrom('identity.session').execute()
      await tx.deleteFrom('identity.page_link').execute()
      const done: LetIn = { accounts: 0, tokens: 0, openings: 0, until: journal ? until : null }
      for (const then of journal?.accesses ?? []) {
        if (await asItWas(tx, target, then)) done.accounts += 1
        done.tokens += await revoke(tx, then, target.now)
      }
      await headsAgain(tx, journal?.accesses ?? [], target.now)
      done.openings = await openedAgain(tx, sealPair(target).publicKey, journal?.openings ?? [], target.now)
      await tx
        .insertInto('casework.restored')
        .values({
          at: target.now,
          backup_at: earlier(takenAt, target.now),
          known_until: journal ? earlier(until, target.now) : null,
        })
        .execute()
      return done
    })
  } finally {
    await db.destroy()
  }
}

/**
 * An account that worked for an office which is not known here is disabled, and one whose newer password no key opens has none that
 * anybody knows: better nobody than whoever had left.
 */
async function asItWas(tx: Transaction<DB>, target: KeyPlace & { now: Date }, then: AccessThen): Promise<boolean> {
  if (!then.account || !then.role) return false
  const { account: id, role, office = null } = then
  const here = await tx.selectFrom('identity.account').selectAll().where('id', '=', id).executeTakeFirst()
  if (!here) return false
  const isMoved = here.role !== role || here.agency_id !== office
  const isKnown = office === null || (await isOffice(tx, office))
  if (isMoved && isKnown) await sql`select identity.transfer(${id}, ${role}, ${office}, ${target.now})`.execute(tx)
  const isOut = then.disabled || !isKnown
  const password_hash =
    then.password && (openedPassword(sealPair(target), then) ?? (await hashPassword(randomBytes(32).toString('hex'))))
  const changed = {
    ...(isOut && !here.disabled_at ? { disabled_at: target.now } : {}),
    ...(password_hash && password_hash !== here.password_hash ? { password_hash } : {}),
  }
  const isChanged = Object.keys(changed).length > 0
  if (isChanged) await tx.updateTable('identity.account').set(changed).where('id', '=', id).execute()
  return isMoved || isChanged
}

async function isOffice(tx: Db, id: string): Promise<boolean> {
  return Boolean(await tx.selectFrom('publication.agency').select('id').where('id', '=', id).executeTakeFirst())
}

async function revoke(tx: Transaction<DB>, { revoked }: AccessThen, now: Date): Promise<number> {
  if (revoked.length === 0) return 0
  const hashes = revoked.map((one) => Buffer.from(one, 'hex'))
  const done = await tx
    .updateTable('identity.token')
    .set({ revoked_at: now })
    .where('token_hash', 'in', hashes)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other
}
