import type { Tx } from '../../report/as.ts'

/** Stars whose words are kept until their sender says whether it is settled: the last given. */
export async function starsKept(tx: Tx, reportId: string): Promise<number | undefined> {
  const kept = await tx
    .selectFrom('identity.arrival')
    .select('rating')
    .where('about', '=', reportId)
    .where('door', '=', 'email')
    .where('outcome', '=', 'asked')
    .where('rating', 'is not', null)
    .orderBy('arrived_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return kept?.rating ?? undefined
}
