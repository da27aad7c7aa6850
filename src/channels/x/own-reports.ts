import type { Tx } from '../../report/as.ts'
import { type At, type Named, type Own, ownReports } from '../sms/own-reports.ts'

/**
 * What this account has sent us by X, the newest first. What nobody has asked about awaits details too, for our public answer
 * asks for them by direct message; of several that are open nobody knows which they are for.
 */
export async function ownReportsOnX(tx: Tx, xIndex: Buffer, at: At, named: Named): Promise<Own[]> {
  const own = await ownReports(tx, 'x', xIndex, at, named)
  if (own.some(({ awaits }) => awaits)) return own
  const [only, ...others] = own.filter(({ open }) => open)
  if (only?.stage !== 'received' || others.length > 0) return own
  return own.map((report) => (report === only ? { ...report, awaits: 'details' } : report))
}
