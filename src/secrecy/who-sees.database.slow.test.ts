import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { anAccount } from '../testing/an-account.ts'
import { marta } from '../testing/cast.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { aimOf } from './aim.ts'
import { nameAccused } from './name-accused.ts'
import { readAccused } from './named-accused.ts'
import { found } from './testing/found.ts'
import { namesOfDesk } from './testing/names-of-desk.ts'
import { type Audience, audiencesOf, type Switches, whoSees } from './who-sees.ts'

const db = await testDatabase()
const directory = await loadDirectory(db.publicDb)
const setting = { rules: await loadRules(db.publicDb, testKeeper), directory, now: new Date('2026-02-02T03:00:00Z') }
const choices: Switches[] = Array.from({ length: 16 }, (_, bits) => ({
  anonymous: Boolean(bits & 1),
  confidential: Boolean(bits & 2),
  withoutIdentity: Boolean(bits & 4),
  showName: Boolean(bits & 8),
}))

let people: Record<Audience, Actor>

beforeAll(async () => {
  const accused = await anAccount(db, 'officer', 'kota-kupang-pupr')
  await sql`select identity.appoint_head('kota-kupang-pupr', ${accused.accountId}, false, '2026-01-01')`.execute(
    db.owner,
  )
  people = {
    public: { role: 'citizen' },
    office: await anAccount(db, 'officer', 'kota-kupang-dinkes'),
    named_office: await anAccount(db, 'coordinator', 'kab-luwu'),
    other_offices: await anAccount(db, 'officer', 'kota-kupang-dukcapil'),
    // The head who is accused is also put where the report is handled: it helps nothing.
    accused: { ...accused, agencyId: 'kota-kupang-dinkes' },
    desk: await anAccount(db, 'verifier', 'kemenpanrb'),
    stand_in: await anAccount(db, 'coordinator', 'ombudsman'),
    supervisors: await anAccount(db, 'supervisor', 'ombudsman'),
    operator: await anAccount(db, 'operator'),
  }
})

/** What a filing may say of offices and people; `accused`: one of those it accuses, where it is clear who that is. */
type Filing = { agency?: string; names: string[]; accused?: () => Actor }
const filings: Filing[] = [
  { agency: 'kab-luwu', names: ['Kepala PUPR Kota Kupang'], accused: () => people.accused },
  { names: [] },
  { agency: 'Dinas Antah Berantah', names: [] },
  { agency: 'kab-luwu', names: [] },
  { agency: 'kab-luwu', names: ['Pemkab Luwu'], accused: () => people.named_office },
  { agency: 'kab-luwu', names: ['Bupati Luwu'], accused: () => people.named_office },
  { agency: 'kab-luwu', names: ['orang di loket'] },
  { agency: 'kab-luwu', names: ['Kominfo', 'Kepala PUPR Kota Kupang'], accused: () => people.accused },
  { agency: 'kab-luwu', names: ['Verifikator'], accused: () => people.desk },
  { names: ['KemenPANRB', 'orang di loket'], accused: () => people.desk },
  ...fc
    .sample(namesOfDesk(directory), { seed: 7, numRuns: 6 })
    .map((named) => ({ agency: 'kab-luwu', names: [named], accused: () => people.desk })),
]
const drawn = filings.flatMap((filing, at) =>
  (at === 0 ? choices : choices.filter((_, bits) => bits % 5 === at % 5)).map((switches) => ({ filing, switches })),
)

test.each(drawn)('what the filing page promises is what the database gives: %j', async ({ filing, switches }) => {
  const aim = aimOf(directory, filing.agency, filing.names)
  const ownDoor = filing.agency === 'kab-luwu' ? filing.agency : undefined
  const before = await aReport(db, { ...switches, accused: filing.names, ownDoor, stage: 'received', published: false })
  // What is not clear is settled before it is forwarded, here as nobody who works there.
  const settled = filing.names.filter((name) => !aim.unresolved || readAccused(directory, name).kind)
  const later = async (wanted: Wanted) => {
    const made = await aReport(db, { ...switches, ownDoor: aim.unresolved ? undefined : ownDoor, ...wanted })
    await as(db.web, marta(made.id), (tx) => nameAccused(tx, marta(made.id), made.id, settled, setting))
    return made
  }
  const after = await later({ stage: 'in_progress', unit: 'kota-kupang-dinkes' })
  const returned = await later({ stage: 'received', published: true })
  const said = whoSees(switches, aim)
  for (const audience of audiencesOf(aim)) {
    const actor = audience === 'accused' ? filing.accused?.() : people[audience]
    if (!actor) continue
    const [early, late, again] = await Promise.all([before, after, returned].map(({ id }) => found(db, actor, id)))
    for (const what of ['existence', 'text', 'name'] as const) {
      const sight = said[audience][what]
      const promise = `${audience} ${what} ${sight}`
      expect(late?.[what], promise).toBe(sight === 'always')
      if (sight === 'always') continue
      expect(early?.[what], `${promise}, before`).toBe(sight === 'at_desk' || sight === 'before')
      expect(again?.[what], `${promise}, given back`).toBe(sight === 'at_desk')
    }
    expect(said[audience].contact).toBe('never')
  }
})

test('nobody who signs in reads who filed a report: that table is the worker’s', async () => {
  for (const actor of Object.values(people)) {
    const reads = as(db.web, actor, (tx) => tx.selectFrom('identity.filing').selectAll().execute())
    await expect(reads).rejects.toThrow(/permission denied/)
  }
})
