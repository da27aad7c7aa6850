import type { Tx } from '../../report/as.ts'
import { type At, type Named, type Own, ownReports } from '../sms/own-reports.ts'

/**
 * What this account has sent us by X, the newest first. The newest that nobody has asked about awaits details too: our public answer
 * asks for them by direct message.
 */
export async function ownReportsOnX(tx: Tx, xIndex: Buffer, at: At, named: Named): Promise<Own[]> {
  const own = await ownReports(tx, 'x', xIndex, at, named)
  if (own.some(({ awaits }) => awaits)) return own
  const newest = own.find(({ stage }) => stage === 'received')
  return own.map((report) => (report === newest ? { ...report, awaits: 'details' } : report))
}
