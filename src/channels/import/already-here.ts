import type { Db } from '../../platform/db.ts'
import { keyedHash } from '../../platform/keyed-hash.ts'
import { parseTrackingId } from '../../report/tracking-id.ts'
import type { ImportedReport } from './imported-report.ts'
import { sp4nExport } from './layouts/sp4n-export.ts'

type Identity = Pick<ImportedReport, 'sourceLayout' | 'sourceId'>

/**
 * Whether a row is a report of this installation: from an earlier import, or because it is an export of our own, where the row's own id
 * is the tracking ID. What its reporter has hidden, withdrawn or erased since does not come back by a file; a row counts as here
 * whatever became of its report, so that nothing in the answer tells a hidden one from another. That such a number is here tells whoever
 * imports nothing: they hold the row, and the owner's connection with it, whose rows they could count.
 * @param db owner: a role that is shown some reports only would find some only
 * @param secret of the installation, under which words in the cell of a number are kept
 */
export async function isHere(db: Db, secret: Uint8Array, row: Identity): Promise<boolean> {
  const own = ownIdOf(row)
  if (own && (await numbered(db, own))) return true
  const imported = db
    .selectFrom('casework.report')
    .select('id')
    .where('import_layout', '=', row.sourceLayout)
    .where('import_id', '=', shownId(secret, row.sourceId))
  return (await imported.executeTakeFirst()) !== undefined
}

/** A number of another system may be shown and asked for; words that slipped into its cell, of a row with odd cells, may not. */
export function shownId(secret: Uint8Array, sourceId: string): string {
  const isNumber = /^[\w./:#-]{1,60}$/.test(sourceId)
  return isNumber ? sourceId : keyedHash(secret, `import ${sourceId}`).toString('hex')
}

/** The tracking ID that an export of this or another installation of ours has there; SP4N's own numbers have no check symbol of ours. */
function ownIdOf({ sourceLayout, sourceId }: Identity): string | null {
  return sourceLayout === sp4nExport.name ? parseTrackingId(sourceId) : null
}

async function numbered(db: Db, trackingId: string): Promise<boolean> {
  const report = db.selectFrom('casework.report').select('id').where('tracking_id', '=', trackingId)
  return (await report.executeTakeFirst()) !== undefined
}
