import { sql } from 'kysely'
import type { Agency, Directory } from '../../agencies/directory.ts'
import { idempotencyHash } from '../../intake/file-report.ts'
import { hex } from '../../platform/hex.ts'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { as, become, type Tx } from '../../report/as.ts'
import { newCommitment } from '../../report/commit-filed.ts'
import { advance } from '../../report/clocks/advance.ts'
import { nationalDesk } from '../../report/clocks/clocks.ts'
import { deadlines } from '../../report/deadlines.ts'
import type { Rules } from '../../report/rules.ts'
import type { Flag } from '../../report/flags.ts'
import { oldStatus } from '../../report/old-status.ts'
import { makeTrackingId } from '../../report/tracking-id.ts'
import { type IdentityKeys, sealContact } from '../../secrecy/identity.ts'
import { isHere, shownId } from './already-here.ts'
import { answerImported, noteOldWords } from './answer-imported.ts'
import { findOffice } from './find-office.ts'
import { freshEstimates } from './fresh-estimates.ts'
import type { ImportedReport } from './imported-report.ts'
import { shownOf, waitsForALook } from './look-first.ts'
import { oldWords } from './old-words.ts'
import type { Written, WriteReports } from './import-reports.ts'

export type ImportDeps = {
  owner: Db
  rules: Rules
  directory: Directory
  keys: IdentityKeys
  now: Date
  /** Whoever imports answers for the names in the file; see waitsForALook. */
  withNames?: boolean
}

/**
 * Writes imported reports, a batch in one transaction. Clocks start on the day of import, nobody is notified, nothing is
 * closed; a report with an answer date comes in answered, by the national desk where its office is not one of ours, unless somebody must
 * look at it first: then it waits at the desk as if just received. The same row again is the same report.
 */
export function writeReports(deps: ImportDeps): WriteReports {
  const estimate = freshEstimates(deps.owner)
  return async (reports) => {
    const outcomes = await as(deps.owner, { role: 'system' }, async (tx) => {
      const written: Written[] = []
      for (const report of reports) written.push(await writeReport(tx, deps, report))
      return written
    })
    await estimate(reports.length)
    return outcomes
  }
}

async function writeReport(tx: Tx, deps: ImportDeps, imported: ImportedReport): Promise<Written> {
  // Two imports at once are told apart by file_report.
  if (await isHere(tx, deps.keys.indexSecret, imported)) return 'already'
  const office = findOffice(deps.directory, imported)
  const waits = waitsForALook(imported, deps.withNames ?? false)
  await become(tx, { role: 'system' })
  const { rows } = await sql<{ answer: { outcome: string; id: string } }>`
    select casework.file_report(${JSON.stringify(filingOf(deps, imported, office, waits))}::jsonb) as answer`.execute(
    tx,
  )
  const answer = rows[0]?.answer
  if (!answer || answer.outcome !== 'filed') return 'already'
  const answers = imported.answeredAt && !waits ? (office ?? deps.directory.desk()) : undefined
  if (answers) await answerImported(tx, deps, answer.id, imported, answers)
  const words = oldWords(imported, answers !== undefined)
  if (words) await noteOldWords(tx, deps, answer.id, imported, words, answers)
  return waits ? 'waits' : 'added'
}

function filingOf(
  { rules, directory, keys, now }: ImportDeps,
  imported: ImportedReport,
  office: Agency | undefined,
  waits: boolean,
) {
  const event = { move: 'submit', from: 'none', to: 'received', at: now, office: nationalDesk } as const
  const clocks = advance([], event, rules.policy, rules.calendar)
  const category = imported.categoryText ? directory.findCategory(imported.categoryText) : undefined
  const area = imported.areaCode ? directory.area(imported.areaCode) : undefined
  const id = newId(now)
  const words = <W extends string | undefined>(said: W) =>
    said && imported.confidential ? keys.keeper.sealWords(id, said) : said
  const shown = shownOf(imported)
  const { filed, filed_salt } = newCommitment(keys.indexSecret, imported)
  const identity = [imported.sourceLayout, imported.sourceId]
  return {
    report: {
      id,
      tracking_id: makeTrackingId(),
      kind: imported.kind ?? 'complaint',
      channel: imported.channel ?? 'import',
      anonymous: imported.anonymous,
      confidential: imported.confidential,
      without_identity: false,
      own_door_id: office?.rootId,
      named_agency: words(imported.agencyText),
      category_id: category?.id,
      named_category: words(category ? undefined : imported.categoryText),
      area_code: area?.code ?? office?.areaCode,
      place: words(shown.place || undefined),
      filed_at: imported.filedAt ?? now,
      ...deadlines(clocks, 'received', rules),
      flags: [
        ...imported.oddDates.map((odd) => `odd_date_${odd}`),
        ...(imported.oddRow ? [`odd_row_${imported.oddRow}`] : []),
        ...(waits ? ['imported_unlooked' satisfies Flag] : []),
      ],
      idempotency: hex(idempotencyHash(`import ${JSON.stringify(identity)}`)),
      body_hash: hex(idempotencyHash('import')),
      import_layout: imported.sourceLayout,
      import_id: shownId(keys.indexSecret, imported.sourceId),
    },
    content: {
      original_title: words(imported.title),
      original_text: words(imported.text),
      filed_salt,
      title: words(shown.title),
      text: words(shown.text),
      reporter_name:
        imported.anonymous || imported.confidential || !imported.reporterName
          ? undefined
          : keys.keeper.sealIdentity(id, imported.reporterName),
    },
    filing: sealContact(keys, id, imported.reporterName ? { name: imported.reporterName } : undefined),
    by: 'system',
    data: {
      imported: imported.sourceLayout,
      filed,
      oldStatus: imported.status && oldStatus(imported.status),
      oldRating: imported.rating,
    },
    topics: [],
  }
}
