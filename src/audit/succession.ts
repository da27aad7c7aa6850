import { type KeyObject, sign } from 'node:crypto'
import type { Db } from '../platform/db.ts'
import { isSignedText, publicHalf } from './head.ts'

/** One key of the daily heads followed by the next. `afterHead`: the last head that the old one signed. */
export type Succession = { afterHead: number; oldKey: Buffer; newKey: Buffer; signature: Buffer }

/** What the old key signs, byte for byte. */
export function successionText({ afterHead, oldKey, newKey }: Omit<Succession, 'signature'>): string {
  const last = String(afterHead).padStart(6, '0')
  return `LAPOR! key succession 1\nafter head ${last}\nold ${oldKey.toString('hex')}\nnew ${newKey.toString('hex')}\n`
}

export function signSuccession(old: KeyObject, next: KeyObject, afterHead: number): Succession {
  const said = { afterHead, oldKey: publicHalf(old), newKey: publicHalf(next) }
  return { ...said, signature: sign(null, Buffer.from(successionText(said)), old) }
}

export function isSignedByOld(succession: Succession): boolean {
  return isSignedText(successionText(succession), succession.signature, succession.oldKey)
}

/** The successions there are, the first one first. */
export async function listSuccessions(db: Db): Promise<Succession[]> {
  const rows = await db.selectFrom('publication.audit_key').selectAll().orderBy('number').execute()
  return rows.map(({ after_head, old_key, new_key, signature }) => ({
    afterHead: after_head,
    oldKey: old_key,
    newKey: new_key,
    signature,
  }))
}

/** The key that must have signed this head, when `newest` signs now: followed backwards through what was signed. */
export function keyOfHead(number: number, newest: Buffer, successions: readonly Succession[]): Buffer {
  let key = newest
  for (const one of [...successions].reverse()) {
    if (!one.newKey.equals(key) || number > one.afterHead) return key
    key = one.oldKey
  }
  return key
}
