import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { isSealedFor, type KeyPair, open, seal } from '../platform/seal.ts'
import { type AccessThen, readAccess } from './access-journal.ts'
import { addLine } from './journal.ts'

const batchSize = 200

/**
 * Seals for the newest pair the passwords that the journal beside the keys holds for older ones: each as a new last line of its
 * account, under the lock that the worker writes such a line under.
 * @returns how many
 */
export async function sealJournal({ owner, dataDir, pair }: { owner: Db; dataDir: string; pair: KeyPair }) {
  const isOld = ({ password }: AccessThen) => password !== undefined && !isSealedFor(pair, boxOf(password))
  const ids = accessesIn(dataDir).flatMap((then) => (then.account && isOld(then) ? then.account : []))
  let sealed = 0
  for (let at = 0; at < ids.length; at += batchSize) {
    const batch = ids.slice(at, at + batchSize)
    await owner.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('access ' || id, 0)) from unnest(${batch}::uuid[]) id`.execute(
        tx,
      )
      const latest = accessesIn(dataDir).filter((then) => then.account && batch.includes(then.account) && isOld(then))
      for (const then of latest) {
        const password = openedPassword(pair, then)
        if (password === undefined) continue
        addLine(dataDir, 'access.jsonl', { ...then, password: seal(pair.publicKey, password).toString('base64') })
        sealed += 1
      }
    })
  }
  return sealed
}

/** How many passwords in the journal this pair opens. Only the last line of an account counts. */
export function countInJournal(dataDir: string, halves: KeyPair): number {
  return accessesIn(dataDir).filter(({ password }) => password && isSealedFor(halves, boxOf(password))).length
}

/** The hash of a password as the journal has it; undefined where none of these pairs opens it. */
export function openedPassword(pair: KeyPair, { password }: AccessThen): string | undefined {
  const isOurs = password && [pair, ...(pair.older ?? [])].some((half) => isSealedFor(half, boxOf(password)))
  return isOurs ? open(pair, boxOf(password)) : undefined
}

function accessesIn(dataDir: string): AccessThen[] {
  return readAccess(dataDir)?.accesses ?? []
}

function boxOf(password: string): Buffer {
  return Buffer.from(password, 'base64')
}
