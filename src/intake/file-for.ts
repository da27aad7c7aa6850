import type { Person } from '../accounts/person.ts'
import type { ReportRow } from '../report/move.ts'
import type { Vocabulary } from '../ui/words/index.ts'
import { fileReport, type FilingDeps } from './file-report.ts'
import { filedBy, walksIn } from './form-to-intake.ts'
import type { Filed, Intake } from './intake.ts'
import { filedUnder, isKnownAccused } from './receipt.ts'
import { type FormErrors, type FormValues, switchesIn } from './report-form.ts'

/**
 * `accused`: filed, and it is about whoever wrote it down for a visitor, who finds it nowhere any more and never reads its key.
 * `no_way_back`: not filed, for then nobody at all would have the key.
 */
export type FiledFor = Filed | { outcome: 'accused'; report: ReportRow } | { outcome: 'no_way_back' }

/**
 * File a report for oneself, or for a visitor from whose words somebody at a counter writes it down. Whom it accuses is known once it is
 * filed, so that is asked then, before it is kept.
 * @param wait as in fileReport
 */
export async function fileFor(
  deps: FilingDeps,
  intake: Intake,
  now: Date,
  person: Person | undefined,
  wait = true,
): Promise<FiledFor> {
  if (!person || !walksIn(person) || !intake.accused) return fileReport(deps, intake, now, filedBy(person), wait)
  try {
    return await deps.db.transaction().execute(async (tx) => {
      const filed = await fileReport({ ...deps, db: tx }, intake, now, filedBy(person), wait)
      const report = 'id' in filed ? await filedUnder(tx, intake.idempotencyKey, now) : undefined
      if (!report || !isKnownAccused(report, person)) return filed
      const isReachable = intake.contact?.phone || intake.contact?.email
      if (filed.outcome === 'filed' && !isReachable) throw new NoWayBack()
      return { outcome: 'accused', report }
    })
  } catch (error) {
    if (error instanceof NoWayBack) return { outcome: 'no_way_back' }
    throw error
  }
}

/** Takes back what was just filed. */
class NoWayBack extends Error {
  override name = 'NoWayBack'
}

/** Beside which field it is said, and what can be done instead. */
export function noWayBackErrors(values: FormValues, t: Vocabulary): FormErrors {
  return switchesIn(values).withoutIdentity
    ? { tanpa_identitas: t.filing_error_visitor_nameless }
    : { telepon: t.filing_error_visitor_contact }
}
