import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, marta } from '../testing/cast.ts'
import { stages } from './lifecycle.ts'
import type { Step } from './move.ts'

const db = await testDatabase()

const copyOf = (id: string) =>
  db.owner.selectFrom('publication.report').selectAll().where('report_id', '=', id).executeTakeFirst()

/** What a move left, and what writing the copy anew makes of it. */
async function bothCopies(id: string) {
  const left = await copyOf(id)
  await sql`select casework.publish_all(array[${id}::uuid])`.execute(db.owner)
  return { left, anew: await copyOf(id) }
}

test.each(stages)(
  'what moves leave public of a report at stage %s is what writing it anew would give',
  async (stage) => {
    for (const secrecy of [{}, { anonymous: true, place: 'Oebobo' }, { confidential: true }]) {
      const parent = await aReport(db, { stage: 'forwarded', ...secrecy })
      const made = await aReport(db, { stage, into: parent.id, ...secrecy })
      const { left, anew } = await bothCopies(made.id)
      expect(left).toEqual(anew)
    }
  },
)

test.each([
  ['raising secrecy', { move: 'raise_secrecy', changes: { confidential: true, shown_name: null } }],
  ['hiding who filed', { move: 'raise_secrecy', changes: { anonymous: true, shown_name: null } }],
  ['an edited title', { move: 'note', text: 'Catatan', changes: { title: 'Judul baru' } }],
  ['withdrawing', { move: 'withdraw' }],
] as [string, Step][])('so it is after %s', async (_what, step) => {
  const made = await aReport(db, { stage: 'in_progress', showName: true, place: 'Oebobo' })
  await made.move(step.move === 'note' ? coordinatorOf() : marta(made.id), step)
  const { left, anew } = await bothCopies(made.id)
  expect(left).toEqual(anew)
})
