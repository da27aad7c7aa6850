import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { loadDirectory } from '../../agencies/directory.ts'
import type { AccountRole } from '../../accounts/person.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { stages } from '../../report/lifecycle.ts'
import { loadRules } from '../../report/rules.ts'
import type { Random } from '../../../seeds/believable/random.ts'
import { aReport } from '../../testing/a-report.ts'
import { anAccount } from '../../testing/an-account.ts'
import { marta } from '../../testing/cast.ts'
import { testKeeper } from '../../testing/test-deps.ts'
import { nameAccused } from '../name-accused.ts'

export const offices = ['kota-kupang', 'kota-surabaya', 'kemenpanrb', 'ombudsman', 'ksp'] as const
export const units = [
  'kota-kupang-dinkes',
  'kota-kupang-pupr',
  'kota-kupang-inspektorat',
  'kota-kupang-puskesmas-oebobo',
] as const

/** Whom a report may name, in words that are settled at once or not at all. */
const names = [
  'Dinas Kesehatan Kota Kupang',
  'Kepala Dinas Kesehatan Kota Kupang',
  'Pemerintah Kota Kupang',
  'Kepala Puskesmas Oebobo',
  'Inspektorat Kota Kupang',
  'KemenPANRB',
  'Ombudsman RI',
  'kepala kantor itu',
]

export const today = new Date('2026-02-02T03:00:00Z')

/** Every stage, open and hidden, at Kota Kupang or at its own door; half of the reports accuse somebody. With pictures. */
export async function reportsToJudge(db: TestDatabase, random: Random): Promise<string[]> {
  const [rules, directory] = await Promise.all([loadRules(db.publicDb, testKeeper), loadDirectory(db.publicDb)])
  const ids: string[] = []
  for (const stage of stages)
    for (const confidential of [false, true])
      for (const anonymous of [false, true])
        for (const accuses of [false, true]) {
          const into = stage === 'merged' ? (await aReport(db, { stage: 'forwarded', confidential })).id : undefined
          const ownDoor = anonymous ? 'kota-kupang' : undefined
          const { id } = await aReport(db, { stage, confidential, anonymous, into, ownDoor })
          ids.push(id)
          await aPicture(db, id)
          if (!accuses || stage === 'merged') continue
          const named = [random.pick(names), ...(random.chance(1 / 3) ? [random.pick(names)] : [])]
          await as(db.web, marta(id), (tx) => nameAccused(tx, marta(id), id, named, { rules, directory, now: today }))
        }
  return [...ids, ...(await atOddDoors(db))]
}

/**
 * Reports at a door that should be closed by now: its office has returned them, or another one has them. Some of these no move
 * leads to; the judges must agree on them all the same.
 */
async function atOddDoors(db: TestDatabase): Promise<string[]> {
  const ids: string[] = []
  for (const stage of ['received', 'on_hold'] as const)
    for (const odd of [
      { returned_by: ['kota-kupang'] },
      { agency_id: 'kota-surabaya' },
      { returned_by: ['kota-surabaya'] },
    ]) {
      const { id } = await aReport(db, { stage, ownDoor: 'kota-kupang' })
      ids.push(id)
      await db.owner.transaction().execute(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx)
        await tx.updateTable('casework.report').set(odd).where('id', '=', id).execute()
      })
    }
  return ids
}

async function aPicture({ owner }: TestDatabase, reportId: string) {
  const facts = { position: 1, width: 10, height: 10, created_at: today }
  await owner
    .insertInto('casework.attachment')
    .values({ id: randomUUID(), report_id: reportId, seq: 1, ...facts })
    .execute()
}

/** Two people for every office, and two supervisors. */
export async function peopleToJudge(db: TestDatabase) {
  const posts: [AccountRole, string][] = [
    ['verifier', 'kemenpanrb'],
    ['supervisor', 'ombudsman'],
    ['supervisor', 'ksp'],
    ...offices.map((office): [AccountRole, string] => ['coordinator', office]),
    ...units.map((unit): [AccountRole, string] => ['officer', unit]),
  ]
  const people = []
  for (const [role, office] of [...posts, ...posts]) people.push(await anAccount(db, role, office))
  return people
}

/** Somebody is promoted, transferred or acts as head, and what follows from it follows at once. */
export async function somebodyMoves(
  { owner }: TestDatabase,
  random: Random,
  accounts: readonly string[],
): Promise<void> {
  const account = random.pick(accounts)
  if (random.chance(1 / 2)) {
    const unit = random.pick([...units, ...offices])
    await sql`select identity.appoint_head(${unit}, ${account}, ${random.chance(1 / 2)}, ${today})`.execute(owner)
    return
  }
  const [role, office] = random.pick([
    ['officer', random.pick(units)],
    ['coordinator', random.pick(offices)],
    ['verifier', 'kemenpanrb'],
    ['supervisor', 'ombudsman'],
  ] as const)
  await sql`select identity.transfer(${account}, ${role}, ${office}, ${today})`.execute(owner)
}
