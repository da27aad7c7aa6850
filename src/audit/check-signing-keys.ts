import type { Db } from '../platform/db.ts'
import { Explained } from '../platform/explained.ts'
import { type KeyPlace, keyStore } from '../secrecy/keys/key-store.ts'
import { publicHalf } from './head.ts'
import { listHeads } from './heads.ts'
import { keptSigningKeys, nameOfSigningKey } from './signing-key.ts'
import { listSuccessions } from './succession.ts'

/**
 * Once there are heads, every key that signed them must be here: a start without one would make another, and no head would hold
 * any more. No key is made.
 * @param judgesHeads whoever asks says by itself whose key signed which head: then it is enough that the keys are there
 * @throws Explained when one is missing, or another one: what to do
 */
export async function checkSigningKeys(owner: Db, place: KeyPlace, { judgesHeads = false } = {}): Promise<void> {
  const [head] = await listHeads(owner, 1)
  const successions = await listSuccessions(owner)
  const signsNow = successions.at(-1)?.newKey ?? head?.publicKey
  if (!signsNow) return
  const store = keyStore(place)
  const there = new Set(store.names())
  const signed = [...successions.map(({ oldKey }) => oldKey), signsNow]
  const names = signed.map((_, index) => nameOfSigningKey(index + 1))
  const missing = names.find((name) => !there.has(name))
  if (missing)
    throw new Explained(
      `The ${store.called(missing)} is missing; without it the daily heads that it signed count as another installation's, and no new one is made. Put it back from your copy of the keys folder, then start again. No new key was made.`,
    )
  const ours = keptSigningKeys(place).map(publicHalf)
  const other = signed.findIndex((key) => !ours.some((one) => one.equals(key)))
  if (other >= 0 && !judgesHeads)
    throw new Explained(
      `The ${store.called(nameOfSigningKey(other + 1))} is not the one that signed the daily heads of this database. Put back the file that belongs to it; "lapor audit verify" says which heads it does not fit.`,
    )
}
