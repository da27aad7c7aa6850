import { z } from 'zod'
import type { Db } from '../platform/db.ts'
import { headText } from './head.ts'
import { findHead } from './heads.ts'

/** What GET /api/v1/audit/heads answered once, kept where the owner of this database cannot reach it. */
export const keptHeadsSchema = z.object({ items: z.array(z.object({ number: z.int(), text: z.string() })) })

export type KeptHeads = z.infer<typeof keptHeadsSchema>

/** Every head that was kept elsewhere must still stand here, byte for byte: so heads taken from the end are missed as well. */
export async function compareHeads(
  db: Db,
  { items }: KeptHeads,
  onFault: (what: string) => void,
): Promise<{ faults: number }> {
  let faults = 0
  for (const { number, text } of items) {
    const head = await findHead(db, number)
    if (head && headText(head) === text) continue
    faults += 1
    onFault(
      head
        ? `Head ${number}: it is not the one that was kept elsewhere.`
        : `Head ${number} is missing: a copy of it was kept elsewhere.`,
    )
  }
  return { faults }
}
