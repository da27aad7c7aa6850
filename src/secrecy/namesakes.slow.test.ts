import { beforeAll, expect, test } from 'vitest'
import { loadDirectory } from '../agencies/directory.ts'
import { myThread } from '../my-report/my-thread.ts'
import { readMyReport } from '../my-report/read-my-report.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { marta } from '../testing/cast.ts'
import { testDeps, testKeeper } from '../testing/test-deps.ts'
import { can } from './can.ts'
import { secrecyFacts } from './facts.ts'
import { nameAccused } from './name-accused.ts'
import { rowOf, staffedCountry } from './testing/staffed-country.ts'

const db = await testDatabase()
const files = testDeps(db)
const directory = await loadDirectory(db.publicDb)
const setting = { rules: await loadRules(db.publicDb, testKeeper), directory, now: new Date('2026-01-20T02:30:00Z') }
const people = await staffedCountry(db)
const left = /bernama mirip dengan yang Anda sebut/

beforeAll(async () => {
  const names = { dedi: 'Pak Dedi Nugroho', rina: 'Rina Wulan', tiara: 'Tiara Lestari', agus: 'Agus Salim' }
  for (const [who, display_name] of Object.entries(names) as [keyof typeof names, string][])
    await db.owner
      .updateTable('identity.account')
      .set({ display_name })
      .where('id', '=', people[who].accountId)
      .execute()
})

/** Who sees it, asked of both judges. */
async function whoSees(id: string): Promise<string[]> {
  const row = await rowOf(db.owner, id)
  const seen: string[] = []
  const gone = await db.owner.selectFrom('identity.account').select('id').where('disabled_at', 'is not', null).execute()
  for (const [name, actor] of Object.entries(people)) {
    if (gone.some((one) => one.id === actor.accountId)) continue
    const found = await as(db.web, actor, (tx) =>
      tx.selectFrom('casework.report').select('id').where('id', '=', id).executeTakeFirst(),
    )
    expect(can(actor, 'see', 'case', secrecyFacts(row), setting.now), name).toBe(found !== undefined)
    if (found) seen.push(name)
  }
  return seen
}

async function readByReporter(id: string): Promise<string> {
  const mine = await as(db.web, marta(id), (tx) => readMyReport(tx, files, id))
  return myThread(mine, directory, 'id')
    .map((entry) => ('words' in entry ? entry.words : ''))
    .join('\n')
}

const about = (accused: string[], more: Wanted = {}) =>
  aReport(db, { confidential: true, published: false, ownDoor: 'kota-kupang', accused, ...more })

async function onlyThere(there: readonly (keyof typeof people)[], work: () => Promise<void>) {
  const away = (['dedi', 'rina', 'tiara', 'agus'] as const).filter((who) => !there.includes(who))
  const set = async (disabled_at: Date | null) => {
    for (const who of away)
      await db.owner
        .updateTable('identity.account')
        .set({ disabled_at })
        .where('id', '=', people[who].accountId)
        .execute()
  }
  await set(setting.now)
  await work().finally(() => set(null))
}

test('a namesake gives way while somebody else can say who is meant, and nothing is said of it', async () => {
  const { id } = await about(['Dedi Kurniawan, ketua RT 05'])
  expect(await whoSees(id)).toEqual(['rina'])
  expect(await readByReporter(id)).not.toMatch(left)
})

test('the only one who can have it keeps it though they bear the name; its reporter reads so, and how to name them for sure', async () => {
  await onlyThere(['dedi'], async () => {
    const { id } = await about(['Dedi Kurniawan, ketua RT 05'])
    expect(await whoSees(id)).toEqual(['dedi'])
    expect(await readByReporter(id)).toMatch(left)
    const later = await about(['tetangga saya'])
    expect(await readByReporter(later.id)).not.toMatch(left)
    await as(db.web, marta(later.id), (tx) => nameAccused(tx, marta(later.id), later.id, ['Bu Dedi'], setting))
    expect(await whoSees(later.id)).toEqual(['dedi'])
    expect(await readByReporter(later.id)).toMatch(left)
  })
})

test('where the names match all who could settle them, the Ombudsman has it', async () => {
  const { id } = await about(['Bu Rina', 'Pak Dedi', 'Tiara', 'Pak Agus'])
  expect(await whoSees(id)).toEqual(['tiara'])
  expect(await readByReporter(id)).toMatch(left)
})

test('no office and nobody at the desk reads that a namesake was left', async () => {
  const { id } = await about(['Bu Rina', 'Pak Dedi', 'Tiara', 'Pak Agus'])
  for (const actor of Object.values(people)) {
    const read = await as(db.web, actor, (tx) =>
      tx.selectFrom('casework.event').select('move').where('report_id', '=', id).execute(),
    )
    expect(read.map(({ move }) => move)).not.toContain('leave_namesake')
  }
})

test('a report that is filed so looks to its handlers as if it had lain with them from the start', async () => {
  const { id } = await about(['Bu Rina', 'Pak Dedi', 'Tiara', 'Pak Agus'])
  const events = await db.owner.selectFrom('casework.event').select('move').where('report_id', '=', id).execute()
  expect(events.map(({ move }) => move)).toEqual(['submit', 'leave_namesake'])
})
