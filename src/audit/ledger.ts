import { sql } from 'kysely'
import type { Tx } from '../report/as.ts'
import { sha256 } from './tree.ts'

/** The last line of the ledger of openings: its number, its hash in hexadecimal, its report. Of an empty ledger 0, zeros and null. */
export type LedgerEnd = { lines: number; hash: string; reportId: string | null }

/** What a head says of the ledger: of one size, another every day, so that nobody sees whether anything was opened. */
export function commitToLedger(dayKey: string, { lines, hash, reportId }: LedgerEnd): string {
  return sha256(`ledger ${lines} ${hash} ${reportId} ${dayKey}`)
}

export async function readLedgerEnd(tx: Tx): Promise<LedgerEnd> {
  const { rows } = await sql<LedgerEnd>`
    select line as lines, encode(hash, 'hex') as hash, report_id as "reportId"
    from casework.ledger_line order by line desc limit 1`.execute(tx)
  return rows[0] ?? { lines: 0, hash: '0'.repeat(64), reportId: null }
}
