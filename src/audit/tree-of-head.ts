import { sql } from 'kysely'
import type { Tx } from '../report/as.ts'
import {
  aboveBranches,
  branchCount,
  branchDepth,
  branchSpan,
  depth,
  type Leaf,
  leafText,
  rootOf,
  sha256,
} from './tree.ts'

const pageSize = 2_000

export type LeafRow = { place: number; reportId: string; trackingId: string; seq: number; hash: string }

/** Every report's leaf under one head, by place; a page in memory at a time. */
export async function* leavesOf(tx: Tx, number: number): AsyncGenerator<LeafRow> {
  for (let after = -1; ; ) {
    const { rows } = await sql<LeafRow>`
      select l.place, p.report_id as "reportId", p.tracking_id as "trackingId", l.seq, encode(l.hash, 'hex') as hash
      from (
        select distinct on (place) * from casework.audit_leaf
        where place > ${after} and number <= ${number} order by place, number desc limit ${pageSize}) l
      join casework.audit_place p on p.place = l.place
      order by l.place`.execute(tx)
    yield* rows
    if (rows.length < pageSize) return
    after = rows.at(-1)?.place ?? after
  }
}

/** The tree of a head: its root and its branches. Hashes each report about thirty times; holds one branch in memory. */
export async function treeOf(tx: Tx, number: number, dayKey: string): Promise<{ root: string; branches: string[] }> {
  const branches: string[] = []
  let leaves: Leaf[] = []
  const closeUntil = (branch: number) => {
    while (branches.length < branch) {
      branches.push(rootOf(dayKey, leaves, depth - branchDepth, branches.length))
      leaves = []
    }
  }
  for await (const row of leavesOf(tx, number)) {
    closeUntil(Math.floor(row.place / branchSpan))
    leaves.push({ place: row.place, hash: sha256(leafText(dayKey, row)) })
  }
  closeUntil(branchCount)
  return { root: aboveBranches(branches, 0).root, branches }
}
