import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { as } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import { ownLinks } from '../report/own-links.ts'
import type { Day } from '../report/clocks/day.ts'
import type { Stage } from '../report/lifecycle.ts'
import type { Manner } from '../ui/status.ts'
import { actorOf, type Person } from './person.ts'

export type MyReport = {
  tracking_id: string
  title: string
  stage: Stage
  manner: Manner | null
  anonymous: boolean
  confidential: boolean
  agency: string | null
  filed_at: Date
  due_day: Day | null
  overdue: boolean
}

const perPage = 20

/**
 * The reports that this person filed while signed in, newest first: those whose links the account's keys give.
 * @param after the tracking ID that ended the page before
 */
export async function myReports(
  { db, keys }: { db: Db; keys: { keeper: Keeper } },
  person: Person,
  after?: string,
): Promise<{ reports: MyReport[]; next?: string }> {
  const { links } = await ownLinks(db, keys.keeper, person.accountId)
  const { rows } = await as(db, actorOf(person), (tx) =>
    sql<MyReport & { id: string }>`
      select * from identity.my_reports(${links}::bytea[], ${after ?? null}, ${perPage + 1})`.execute(tx),
  )
  const reports = rows.slice(0, perPage).map((row) => openWords(keys.keeper, row.id, row, ['title']))
  return { reports, next: rows.length > perPage ? reports.at(-1)?.tracking_id : undefined }
}
