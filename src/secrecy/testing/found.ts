import type { TestDatabase } from '../../platform/testing/test-database.ts'
import type { Actor } from '../../report/actor.ts'
import { as } from '../../report/as.ts'

/** What this person finds of a report in the database itself, through their own connection: the public copy and the casework. */
export async function found(db: TestDatabase, actor: Actor, id: string) {
  const copy = await db.publicDb
    .selectFrom('publication.report')
    .select(['text', 'shown_name'])
    .where('report_id', '=', id)
    .executeTakeFirst()
  const mine = await as(db.web, actor, async (tx) => ({
    row: await tx.selectFrom('casework.report').select('id').where('id', '=', id).executeTakeFirst(),
    words: await tx.selectFrom('casework.content').selectAll().where('report_id', '=', id).executeTakeFirst(),
  }))
  return {
    existence: copy !== undefined || mine.row !== undefined,
    text: Boolean(copy?.text) || mine.words !== undefined,
    name: Boolean(copy?.shown_name) || Boolean(mine.words?.reporter_name),
  }
}
