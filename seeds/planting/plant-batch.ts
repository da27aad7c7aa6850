import pg from 'pg'
import { copyRows } from './copy-rows.ts'
import type { rowsOf } from './rows.ts'

export type Rows = ReturnType<typeof rowsOf>

/** A connection that plants: words wait in a longer list before they go into the index. @param url the owner's */
export async function openPlanter(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'lapor seed' })
  await client.connect()
  await client.query(`set gin_pending_list_limit = '64MB'; set synchronous_commit = off`)
  return client
}

/**
 * Plants some reports in one transaction. In it the row-by-row guards rest, for this connection alone: the rows were made
 * by the same rules. The public copies are made by the function that makes everybody's.
 */
export async function plantBatch(client: pg.Client, batch: Rows[]) {
  const ids = batch.map(({ report }) => report.id)
  await client.query('begin; set local session_replication_role = replica')
  await copyRows(
    client,
    'casework.report',
    batch.map(({ report }) => report),
  )
  await copyRows(
    client,
    'casework.content',
    batch.map(({ content }) => content),
  )
  await copyRows(
    client,
    'identity.filing',
    ids.map((id) => ({ report_id: id, without_identity: false })),
  )
  await copyRows(
    client,
    'casework.event',
    batch.flatMap(({ events }) => events),
  )
  await copyRows(
    client,
    'casework.escalation',
    batch.flatMap(({ heard }) => heard),
  )
  await client.query('select casework.publish_all($1)', [ids])
  await client.query(countCopies, [ids])
  await client.query('commit')
}

/** As the trigger publication.count_copy does it, for a set of copies. */
const countCopies = `
  insert into publication.tally_change (agency_id, stage, manner, change)
  select coalesce(agency_id, ''), stage, coalesce(manner, ''), count(*)
  from publication.report where report_id = any ($1) group by 1, 2, 3`
