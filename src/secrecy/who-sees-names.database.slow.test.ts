import { beforeAll, expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { whoSeesSentence } from '../intake/who-sees-words.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { marta } from '../testing/cast.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { aimOf } from './aim.ts'
import { nameAccused, settleAccused, type Settled } from './name-accused.ts'
import { found } from './testing/found.ts'
import { staffedCountry } from './testing/staffed-country.ts'
import { audiencesOf, perhapsAudiencesOf, type Seen, type Switches, whoSees } from './who-sees.ts'

const db = await testDatabase()
const directory = await loadDirectory(db.publicDb)
const setting = { rules: await loadRules(db.publicDb, testKeeper), directory, now: new Date('2026-02-02T03:00:00Z') }
const people = await staffedCountry(db)
type Who = keyof typeof people
const names: Partial<Record<Who, string>> = {
  dedi: 'Pak Dedi Nugroho',
  rina: 'Rina Wulan',
  wahyu: 'Wahyu Pranata',
  tiara: 'Tiara Lestari',
  agus: 'Agus Salim',
  sari: 'dr. Sari Lona',
}
const verifiers = ['dedi', 'rina'] as const
const standIns = ['tiara', 'agus'] as const

/** What is written of whom, with every choice (`always`) or some; which verifiers are on duty, and whoever then has what the desk would. */
type Filing = { accused: string; always?: true; is?: Who; onDuty: readonly Who[]; desk?: Who; standIn?: Who }
const filings: Filing[] = [
  { always: true, accused: 'Pak Dedi', is: 'dedi', onDuty: ['dedi'], standIn: 'tiara' },
  { accused: 'Bu Rina, verifikator', is: 'rina', onDuty: ['rina'], standIn: 'tiara' },
  { accused: 'Dedi dan Rina', is: 'rina', onDuty: ['dedi', 'rina'], standIn: 'tiara' },
  { accused: 'Dedi dan Tiara', is: 'dedi', onDuty: ['dedi'], standIn: 'agus' },
  { always: true, accused: 'Pak Dedi', is: 'dedi', onDuty: ['dedi', 'rina'], desk: 'rina' },
  { accused: 'Wahyu Pranata', is: 'wahyu', onDuty: ['dedi', 'rina'], desk: 'dedi' },
  { accused: 'Tiara', is: 'tiara', onDuty: ['dedi'], desk: 'dedi' },
  { always: true, accused: 'dr. Sari', is: 'sari', onDuty: ['dedi', 'rina'], desk: 'dedi' },
  { accused: 'orang di loket', onDuty: ['dedi'], desk: 'dedi' },
  { always: true, accused: 'Melkianus Bria', onDuty: ['rina'], desk: 'rina' },
]
const choices: Switches[] = Array.from({ length: 16 }, (_, bits) => ({
  anonymous: Boolean(bits & 1),
  confidential: Boolean(bits & 2),
  withoutIdentity: Boolean(bits & 4),
  showName: Boolean(bits & 8),
}))
const drawn = filings.flatMap((filing, at) =>
  choices.filter((_, bits) => filing.always || bits % 5 === at % 5).map((switches) => ({ filing, switches })),
)

beforeAll(async () => {
  for (const [who, display_name] of Object.entries(names) as [Who, string][])
    await db.owner
      .updateTable('identity.account')
      .set({ display_name })
      .where('id', '=', people[who].accountId)
      .execute()
})

async function onDuty(there: readonly Who[]) {
  for (const who of verifiers)
    await db.owner
      .updateTable('identity.account')
      .set({ disabled_at: there.includes(who) ? null : setting.now })
      .where('id', '=', people[who].accountId)
      .where('disabled_at', there.includes(who) ? 'is not' : 'is', null)
      .execute()
}

const settledAs = ({ is }: Filing): Settled =>
  is ? { kind: 'person', accountId: people[is].accountId } : { kind: 'outside' }

/** The report with its office, or given back, once it is settled who is meant by whoever has it. */
async function later(filing: Filing, switches: Switches, wanted: Wanted) {
  const made = await aReport(db, { ...switches, ...wanted })
  const by = people[filing.desk ?? (filing.standIn as Who)]
  await as(db.web, marta(made.id), (tx) => nameAccused(tx, marta(made.id), made.id, [filing.accused], setting))
  await as(db.web, by, (tx) => settleAccused(tx, by, made.id, 1, settledAs(filing), setting))
  return made
}

const kept = ['existence', 'text', 'name'] as const
type Finds = Record<(typeof kept)[number], boolean>

/** Where this was promised, it is so in each part of the report's life; who does not have it finds what anybody finds. */
function keeps(promise: Seen, [before, after, again]: readonly Finds[], [, publicly, returned]: readonly Finds[]) {
  for (const what of kept) {
    const sight = promise[what]
    expect(after?.[what], `${what} ${sight}, later`).toBe(sight === 'always' || publicly?.[what])
    expect(before?.[what], `${what} ${sight}, before`).toBe(sight !== 'never')
    expect(again?.[what], `${what} ${sight}, given back`).toBe(
      sight === 'always' || sight === 'at_desk' || returned?.[what],
    )
  }
}

test.each(drawn)(
  'of a name that may be anybody’s the page promises what comes true, whoever works at the desk: %j',
  async ({ filing, switches }) => {
    await onDuty(filing.onDuty)
    const aim = aimOf(directory, undefined, [filing.accused])
    const said = whoSees(switches, aim)
    const lives = [
      await aReport(db, { ...switches, accused: [filing.accused], stage: 'received', published: false }),
      await later(filing, switches, { stage: 'in_progress', unit: 'kota-kupang-dukcapil' }),
      await later(filing, switches, { stage: 'received', published: true }),
    ]
    const findings = (actor: Actor) => Promise.all(lives.map(({ id }) => found(db, actor, id)))
    const publicly = await findings({ role: 'citizen' })
    expect(perhapsAudiencesOf(aim)).toEqual(expect.arrayContaining(['desk', 'stand_in']))
    expect(audiencesOf(aim)).not.toContain('stand_in')

    const has = filing.desk ?? (filing.standIn as Who)
    keeps(said[filing.desk ? 'desk' : 'stand_in'], await findings(people[has]), publicly)
    const others = [...filing.onDuty, ...standIns].filter((who) => who !== has)
    for (const who of others)
      if (who === filing.is || !filing.desk || people[who].role !== 'verifier')
        expect(await findings(people[who]), `${who} finds what anybody finds`).toEqual(publicly)
  },
)

test('what is said of a name is the same whoever bears it, and names whoever may read it', () => {
  for (const switches of choices) {
    const said = filings.map(({ accused }) => whoSeesSentence('id', switches, aimOf(directory, undefined, [accused])))
    expect(new Set(said).size).toBe(1)
    expect(said[0]).toContain('Ombudsman Republik Indonesia atau Kantor Staf Presiden')
  }
})

test('an office or its head, of whom it is clear who that is, is said no more of than before', () => {
  for (const named of ['Pemkot Kupang', 'Wali Kota Kupang'])
    expect(aimOf(directory, undefined, [named]).mayStandIn).toBeUndefined()
})
