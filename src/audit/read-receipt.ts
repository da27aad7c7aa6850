import { sql } from 'kysely'
import type { Tx } from '../report/as.ts'
import { findHead } from './heads.ts'
import { makeReceipt, type Near, type Receipt } from './receipt.ts'

type Row = {
  number: number
  day_key: Buffer
  branches: Buffer
  place: number
  leaves: { place: number; report: string; trackingId: string; seq: number; hash: string }[]
}

/** The receipt of the newest head for the reporter who asks; undefined when no head covers the report yet. */
export async function readReceipt(tx: Tx, reportId: string): Promise<Receipt | undefined> {
  const { rows } = await sql<Row>`select * from casework.audit_near(${reportId})`.execute(tx)
  const [row] = rows
  const head = row && (await findHead(tx, row.number))
  return head && makeReceipt(nearOf(row), head)
}

function nearOf({ day_key, branches, place, leaves }: Row): Near {
  return {
    place,
    dayKey: day_key.toString('hex'),
    branches: branches.toString('hex').match(/.{64}/g) ?? [],
    leaves: leaves.map(({ report, ...leaf }) => ({ ...leaf, reportId: report })),
  }
}
