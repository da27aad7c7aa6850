import type { Tx } from '../report/as.ts'
import { areCalledAlike } from './called-alike.ts'

/** Somebody with an account for duty; `officeId`: where they work, if anywhere. */
export type Namesake = { id: string; name: string; officeId: string | null }

/** The other accounts on duty that are called like one of these, whether they may sign in now or not: that may be the same person. */
export async function namesakesOf(tx: Tx, ...accountIds: readonly string[]): Promise<Namesake[]> {
  const everybody = await tx
    .selectFrom('identity.account')
    .select(['id', 'display_name as name', 'agency_id as officeId'])
    .where('role', '<>', 'citizen')
    .where('display_name', 'is not', null)
    .orderBy('display_name')
    .orderBy('id')
    .execute()
  const named = everybody.flatMap(({ name, ...one }) => (name === null ? [] : [{ ...one, name }]))
  const chosen = named.filter(({ id }) => accountIds.includes(id))
  return named.filter((one) => chosen.some(({ id, name }) => id !== one.id && areCalledAlike(one.name, name)))
}
