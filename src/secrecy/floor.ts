import { z } from 'zod'
import type { Tx } from '../report/as.ts'
import { lockReport } from '../report/move.ts'
import { embargoGrounds } from './embargo.ts'
import { eventsRedacted, eventsTakenBack, publicWords } from './kept-from-public.ts'

/** Whom a report names, as far as it is settled; `kind` null: the desk has yet to settle it. `unit` of a person: where they work. */
const named = z.object({
  position: z.int().positive(),
  kind: z.enum(['unit', 'head', 'person', 'outside']).nullable(),
  unit: z.string().optional(),
  account: z.uuid().optional(),
})

const accused = z.object({
  desk: z.boolean(),
  offices: z.array(z.string()),
  /** Everyone locked out, and where they worked when this was written. */
  accounts: z.array(z.object({ id: z.uuid(), unit: z.string().optional() })),
  named: z.array(named),
})

export const floorLine = z.object({
  id: z.uuid(),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  accused: accused.optional(),
  withdrawn: z.literal(true).optional(),
  /** Erased without ever having been public. */
  neverPublic: z.literal(true).optional(),
  /** The one that runs. `by`: the verifier who laid it. */
  embargo: z.object({ ground: z.enum(embargoGrounds), until: z.iso.datetime(), by: z.uuid() }).optional(),
  erased: z.enum(['identity', 'all']).optional(),
  /** Hashes, hexadecimal, of the events that its reporter took back from the public. */
  takenBack: z.array(z.hex()).optional(),
  /** Of the words of these events, by their hashes, hexadecimal: what the public does not read (words-out.ts, the event's number being 0). */
  redacted: z.array(z.object({ event: z.hex(), out: z.array(z.int().nonnegative()) })).optional(),
  /** Print of what the public reads, where that is not all of what was filed. */
  shown: z.string().optional(),
  /** Hash of the report key, hexadecimal, of whoever had who they are erased: nothing else opens their report. */
  key: z.hex().optional(),
})

/**
 * What must not be lost of a report when an older backup is restored: what is hidden, whom it accuses and who is locked out, that it
 * was withdrawn, kept from publication or erased, and what the public does not read of it any more. Ids, switches and hashes, no words;
 * what there is nothing of is left out.
 */
export type Floor = z.infer<typeof floorLine>
export type AccusedThen = z.infer<typeof accused>

/** A report's floor as it stands, under its lock: nothing of it changes until this transaction ends. @throws ReportNotFound */
export async function floorOf(tx: Tx, reportId: string): Promise<Floor> {
  const report = await lockReport(tx, reportId)
  const { id, anonymous, confidential, stage, published_at, ...locked } = report
  const [names, accounts, embargo, erasure, filing, takenBack, redacted, reworded] = await Promise.all([
    tx.selectFrom('casework.accused').selectAll().where('report_id', '=', id).orderBy('position').execute(),
    worksWhere(tx, locked.accused_accounts ?? []),
    tx
      .selectFrom('casework.embargo')
      .select(['ground', 'until', 'laid_by'])
      .where('report_id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
    tx.selectFrom('identity.erasure').select('what').where('report_id', '=', id).executeTakeFirst(),
    tx.selectFrom('identity.filing').select('key_hash').where('report_id', '=', id).executeTakeFirst(),
    eventsTakenBack(tx, id),
    eventsRedacted(tx, id),
    publicWords(tx, report),
  ])
  const unitOf = new Map(accounts.map((account) => [account.id, account.unit]))
  const accusing = names.length > 0 || accounts.length > 0 || locked.accused_desk
  return floorLine.parse({
    id,
    anonymous,
    confidential,
    ...(accusing && {
      accused: {
        desk: locked.accused_desk ?? false,
        offices: locked.accused_offices ?? [],
        accounts,
        named: names.map(({ position, kind, unit_id, account_id }) => ({
          position,
          kind,
          ...(account_id ? { account: account_id, unit: unitOf.get(account_id) } : { unit: unit_id ?? undefined }),
        })),
      },
    }),
    ...(takenBack.length > 0 && { takenBack }),
    ...(redacted.length > 0 && { redacted }),
    ...(reworded?.isEdited && { shown: reworded.print }),
    ...(stage === 'withdrawn' && { withdrawn: true }),
    ...(embargo && { embargo: { ground: embargo.ground, until: embargo.until.toISOString(), by: embargo.laid_by } }),
    ...(erasure && { erased: erasure.what }),
    ...(erasure && !published_at && { neverPublic: true }),
    ...(erasure && filing?.key_hash && { key: filing.key_hash.toString('hex') }),
  })
}

async function worksWhere(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx.selectFrom('identity.account').select(['id', 'agency_id']).where('id', 'in', ids).execute()
  const known = new Map(rows.map(({ id, agency_id }) => [id, agency_id ?? undefined]))
  return ids.map((id) => ({ id, unit: known.get(id) }))
}
