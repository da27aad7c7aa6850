import { sql } from 'kysely'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import type { Random } from '../../../seeds/believable/random.ts'
import type { Actor } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { secrecyFacts } from '../facts.ts'
import type { Question } from './judges.ts'
import { today } from './judged-country.ts'

type Row = Parameters<typeof secrecyFacts>[0]

/** Reports to an actor: each costs the database two transactions of its own, for whoever is refused has ended one. */
const reportsAsked = 4

/**
 * Who may name whom a report is about, and who may say who is meant: the database answers by doing it, for nobody at no place, so that
 * nothing changes.
 */
export async function aboutTheAccused(
  { db, random }: { db: TestDatabase; random: Random },
  actor: Actor,
  rows: readonly Row[],
): Promise<Question[]> {
  const questions: Question[] = []
  const own = rows.filter(({ id }) => id === actor.reportId)
  for (const row of [...own, ...Array.from({ length: reportsAsked }, () => random.pick(rows))]) {
    const facts = secrecyFacts(row)
    const names = await does(db, actor, sql`select casework.name_accused(${row.id}, '[]'::jsonb, ${today})`)
    const settles = await does(
      db,
      actor,
      sql`select casework.settle_accused(${row.id}, 0, 'outside', null, null, '{}', ${today})`,
    )
    questions.push(
      { action: 'name_accused', resource: 'accused', facts, inDatabase: names },
      { action: 'resolve_accused', resource: 'accused', facts, inDatabase: settles },
    )
  }
  return questions
}

/** Whether it is done; refused, there is no such report. */
async function does(db: TestDatabase, actor: Actor, step: ReturnType<typeof sql>): Promise<boolean> {
  try {
    await as(db.web, actor, (tx) => step.execute(tx))
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'P0002') return false
    throw error
  }
}
