import type { Person } from '../accounts/person.ts'
import type { ReportRow } from '../report/move.ts'
import { fileReport, type FilingDeps } from './file-report.ts'
import { filedBy, intakeFrom } from './form-to-intake.ts'
import { filedByForm, isKnownAccused } from './receipt.ts'
import { type FormErrors, type FormValues, switchesIn } from './report-form.ts'
import type { Vocabulary } from '../ui/words/index.ts'

/**
 * `filed`: its receipt can be printed. `accused`: filed, and it is about whoever wrote it down, who finds it nowhere any more and never reads its
 * key. `no_way_back`: not filed, for then nobody at all would have the key. `sent_before`: the same form with other words.
 */
export type ForVisitor =
  | { outcome: 'filed' | 'no_way_back' | 'sent_before' }
  | { outcome: 'accused'; report: ReportRow }

/** File what somebody at a counter writes down for a visitor. Whom it accuses is known once it is filed, so it is asked then, before it is kept. */
export async function fileForVisitor(
  deps: FilingDeps,
  { values, formKey, person }: { values: FormValues; formKey: string; person: Person },
  now: Date,
): Promise<ForVisitor> {
  const intake = intakeFrom(values, formKey, deps.directory, person)
  try {
    return await deps.db.transaction().execute(async (tx) => {
      const filed = await fileReport({ ...deps, db: tx }, intake, now, filedBy(person))
      if (!('id' in filed)) return { outcome: 'sent_before' }
      const report = intake.accused && (await filedByForm(tx, formKey, now))
      if (!report || !isKnownAccused(report, person)) return { outcome: 'filed' }
      if (!intake.contact?.phone && !intake.contact?.email) throw new NoWayBack()
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
