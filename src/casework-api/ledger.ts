import type { Context } from 'hono'
import { z } from 'zod'
import type { Actor } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import { grounds } from '../secrecy/break-glass.ts'
import type { Deps } from '../secrecy/deps.ts'
import { embargoGrounds, readEmbargoes } from '../secrecy/embargo.ts'
import { readRestores } from '../secrecy/restores.ts'
import { readLedger, stateOf } from '../secrecy/ledger.ts'

const office = z.object({ role: z.enum(['verifier', 'supervisor']), agency: z.string().nullable() })
const at = z.iso.datetime()

export const ledgerSchema = z.object({
  openings: z.array(
    z.object({
      what: z.enum(['text', 'identity']),
      ground: z.enum(grounds),
      reason: z.string(),
      askedBy: office,
      askedAt: at,
      state: z.enum(['waiting', 'lapsed', 'refused', 'open', 'ended']),
      decidedBy: office.nullable(),
      decidedAt: at.nullable(),
      until: at.nullable(),
      looks: z.int().describe('Pages read.'),
      pictureLooks: z.int().describe('Pictures seen.'),
      lastLook: at.nullable(),
    }),
  ),
  embargoes: z.array(
    z.object({
      ground: z.enum(embargoGrounds),
      statute: z.string(),
      orderedBy: office,
      orderedAt: at,
      until: at,
      endedAt: at.nullable(),
    }),
  ),
  restores: z
    .array(
      z.object({
        at,
        backupAt: at,
        knownUntil: at
          .nullable()
          .describe('Of what was opened after this, until the restore, nothing is known; null: after the backup.'),
      }),
    )
    .describe('Restores of the database since the report was filed.'),
})

type Ledger = z.infer<typeof ledgerSchema>

/** The ledger of the one report that this reporter's key or account opens: offices, never names. */
export async function ledgerAnswer(deps: Deps, c: Context, reporter: Actor): Promise<Response> {
  const reportId = reporter.reportId ?? ''
  const [now, { keeper }] = [deps.now(), deps.keys]
  const ledger = await as(
    deps.db,
    reporter,
    async (tx): Promise<Ledger> => ({
      openings: (await readLedger(tx, keeper, reportId)).map((line) => ({
        what: line.what,
        ground: line.ground,
        reason: line.reason,
        askedBy: { role: line.askedRole, agency: line.askedOffice },
        askedAt: line.askedAt.toISOString(),
        state: stateOf(line, now),
        decidedBy: line.decidedRole && { role: line.decidedRole, agency: line.decidedOffice },
        decidedAt: line.decidedAt?.toISOString() ?? null,
        until: line.endsAt?.toISOString() ?? null,
        looks: line.looks,
        pictureLooks: line.pictureLooks,
        lastLook: line.lastLook?.toISOString() ?? null,
      })),
      embargoes: (await readEmbargoes(tx, keeper, reportId)).map((embargo) => ({
        ground: embargo.ground,
        statute: embargo.statute ?? '',
        orderedBy: { role: embargo.laidRole, agency: embargo.laidOffice },
        orderedAt: embargo.laidAt.toISOString(),
        until: embargo.until.toISOString(),
        endedAt: embargo.endedAt?.toISOString() ?? null,
      })),
      restores: (await readRestores(tx, await filedAt(tx, reportId))).map((restore) => ({
        at: restore.at.toISOString(),
        backupAt: restore.backupAt.toISOString(),
        knownUntil: restore.knownUntil?.toISOString() ?? null,
      })),
    }),
  )
  c.header('cache-control', 'no-store')
  return c.json(ledger)
}

async function filedAt(tx: Tx, reportId: string): Promise<Date> {
  const { filed_at } = await tx
    .selectFrom('casework.report')
    .select('filed_at')
    .where('id', '=', reportId)
    .executeTakeFirstOrThrow()
  return filed_at
}
