import { sql } from 'kysely'
import type { Agency, Directory } from '../../agencies/directory.ts'
import { idempotencyHash } from '../../intake/file-report.ts'
import { hex } from '../../platform/hex.ts'
import { titleFrom } from '../../intake/title.ts'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { as, become, type Tx } from '../../report/as.ts'
import { advance } from '../../report/clocks/advance.ts'
import { nationalDesk } from '../../report/clocks/clocks.ts'
import { deadlines } from '../../report/deadlines.ts'
import type { Rules } from '../../report/rules.ts'
import { makeTrackingId } from '../../report/tracking-id.ts'
import { type IdentityKeys, sealContact } from '../../secrecy/identity.ts'
import { answerImported } from './answer-imported.ts'
import { findOffice } from './find-office.ts'
import type { ImportedReport } from './imported-report.ts'
import type { Written, WriteReports } from './import-reports.ts'

export type ImportDeps = { owner: Db; rules: Rules; directory: Directory; keys: IdentityKeys; now: Date }

/**
 * Writes imported reports, a batch in one transaction. Clocks start on the day of import, nobody is notified, nothing is
 * closed; a report with an answer date comes in answered, by the national desk where its office is not one of ours. The same row again is the same report.
 */
export function writeReports(deps: ImportDeps): WriteReports {
  return (reports) =>
    as(deps.owner, { role: 'system' }, async (tx) => {
      const written: Written[] = []
      for (const report of reports) written.push(await writeReport(tx, deps, report))
      return written
    })
}

async function writeReport(tx: Tx, deps: ImportDeps, imported: ImportedReport): Promise<Written> {
  const office = findOffice(deps.directory, imported)
  await become(tx, { role: 'system' })
  const { rows } = await sql<{ answer: { outcome: string; id: string } }>`
    select casework.file_report(${JSON.stringify(filingOf(deps, imported, office))}::jsonb) as answer`.execute(tx)
  const answer = rows[0]?.answer
  if (!answer || answer.outcome !== 'filed') return 'already'
  const answers = imported.answeredAt && (office ?? deps.directory.desk())
  if (answers) await answerImported(tx, deps, answer.id, imported, answers)
  return 'added'
}

function filingOf({ rules, directory, keys, now }: ImportDeps, imported: ImportedReport, office: Agency | undefined) {
  const event = { move: 'submit', from: 'none', to: 'received', at: now, office: nationalDesk } as const
  const clocks = advance([], event, rules.policy, rules.calendar)
  const category = imported.categoryText ? directory.findCategory(imported.categoryText) : undefined
  const area = imported.areaCode ? directory.area(imported.areaCode) : undefined
  const id = newId(now)
  const words = <W extends string | undefined>(said: W) =>
    said && imported.confidential ? keys.keeper.sealWords(id, said) : said
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
      place: words([imported.placeText, imported.areaText].filter(Boolean).join(', ') || undefined),
      filed_at: imported.filedAt ?? now,
      ...deadlines(clocks, 'received', rules),
      flags: [
        ...imported.oddDates.map((odd) => `odd_date_${odd}`),
        ...(imported.oddRow ? [`odd_row_${imported.oddRow}`] : []),
      ],
      idempotency: hex(idempotencyHash(`import ${JSON.stringify(identity)}`)),
      body_hash: hex(idempotencyHash('import')),
      import_layout: imported.sourceLayout,
      import_id: imported.sourceId,
    },
    content: {
      original_title: words(imported.title),
      original_text: words(imported.text),
      title: words(imported.title || titleFrom(imported.text)),
      text: words(imported.editedText ?? imported.text),
      reporter_name:
        imported.anonymous || imported.confidential || !imported.reporterName
          ? undefined
          : keys.keeper.sealIdentity(id, imported.reporterName),
    },
    filing: sealContact(keys, id, imported.reporterName ? { name: imported.reporterName } : undefined),
    by: 'system',
    data: {
      imported: imported.sourceLayout,
      status: imported.status,
      statusReason: words(imported.statusReason),
      oldRating: imported.rating,
    },
    topics: [],
  }
}
