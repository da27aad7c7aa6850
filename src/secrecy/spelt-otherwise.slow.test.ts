import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { glued, soundsOf, wordsOfName } from '../accounts/name-words.ts'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { loadRules } from '../report/rules.ts'
import { aReport } from '../testing/a-report.ts'
import { marta } from '../testing/cast.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { nameAccused } from './name-accused.ts'
import { nameWords } from './named-accused.ts'
import { knows } from './testing/on-duty-as.ts'
import { staffedCountry } from './testing/staffed-country.ts'

const db = await testDatabase()
const directory = await loadDirectory(db.publicDb)
const now = new Date('2026-01-20T02:30:00Z')
const setting = { rules: await loadRules(db.publicDb, testKeeper), directory, now }
const people = await staffedCountry(db)
const { dedi, rina, tiara, agus } = people

async function called(names: readonly (readonly [{ accountId: string }, string])[]) {
  for (const [{ accountId }, display_name] of names)
    await db.owner.updateTable('identity.account').set({ display_name }).where('id', '=', accountId).execute()
}
const away = (someone: { accountId: string }, disabled_at: Date | null) =>
  db.owner.updateTable('identity.account').set({ disabled_at }).where('id', '=', someone.accountId).execute()
const sees = (actor: Actor, id: string) => knows(db, actor, id, now)
const about = (named: string) =>
  aReport(db, { confidential: true, published: false, ownDoor: 'kota-kupang', accused: [named] })

await called([
  [dedi, 'Dedi Prasetya'],
  [rina, 'Rina Wulan'],
  [tiara, 'Tiara Lubis'],
  [agus, 'Agus Salim'],
])
afterEach(() => away(rina, null))

test.each(['Pak Dedy, verifikator', 'Pak Deddy dari KemenPANRB', 'Dédi', 'DEDDY', 'Prasetia', 'Prasetija dkk'])(
  '“%s” may be Dedi Prasetya: he does not read it, the other verifier does',
  async (named) => {
    const { id } = await about(named)
    expect([await sees(dedi, id), await sees(rina, id)]).toEqual([false, true])
  },
)

test.each([
  ['Bu Christina, verifikator', 'Kristina Benu'],
  ['Pak Victor', 'Viktor Lay'],
  ['Samsul Bahri', 'Syamsul Prasetya'],
  ['Pak Rijal dari pusat', 'Rizal Manafe'],
  ['Bu Aisah', 'Aisyah Ratu'],
  ['Fitriyani', 'Fitriani Taek'],
  ['Pak Abdurrahman', 'Abdul Rahman'],
  ['Abdul Rahman', 'Abdurrahman Bria'],
])('“%s” may be %s, who works at the desk: who that is says somebody else', async (named, name) => {
  await called([[dedi, name]])
  const { id } = await about(named)
  expect([await sees(dedi, id), await sees(rina, id)]).toEqual([false, true])
  await called([[dedi, 'Dedi Prasetya']])
})

test('named later it is the same, and where no other verifier is there the Ombudsman has it', async () => {
  await away(rina, now)
  const { id } = await about('tetangga saya')
  expect(await sees(dedi, id)).toBe(true)
  await as(db.web, marta(id), (tx) => nameAccused(tx, marta(id), id, ['Pak Dedy, verifikator'], setting))
  expect([await sees(dedi, id), await sees(tiara, id)]).toEqual([false, true])
})

test('where two verifiers are called so and nobody else is left, whoever bears the name to the letter gives way', async () => {
  await called([[rina, 'Dedy Wulan']])
  for (const someone of [tiara, agus]) await away(someone, now)
  const [first, second] = [await about('Pak Dedi'), await about('Pak Dedy')]
  const seen = [
    await sees(dedi, first.id),
    await sees(rina, first.id),
    await sees(dedi, second.id),
    await sees(rina, second.id),
  ]
  for (const someone of [tiara, agus]) await away(someone, null)
  await called([[rina, 'Rina Wulan']])
  expect(seen).toEqual([false, true, true, false])
})

test('a given name that many share takes it from all who bear it, but never from one who is not called so', async () => {
  await called([
    [dedi, 'Sari Prasetya'],
    [tiara, 'Sari Lubis'],
    [agus, 'Sarie Salim'],
  ])
  const { id } = await about('Bu Sari')
  expect([await sees(dedi, id), await sees(rina, id)]).toEqual([false, true])
  await called([
    [dedi, 'Dedi Prasetya'],
    [tiara, 'Tiara Lubis'],
    [agus, 'Agus Salim'],
  ])
})

const spelt = fc.constantFrom(
  ...'Dedi Dedy Deddy DÉDI Djoko Joko Soekarno Sukarno Achmad Ahmad Akhmad Moh. Muhammad Yusuf Jusuf Yusup'.split(' '),
  ...'Syafi’i Syafii Sari Sarie Tjandra Candra Fajar Pajar Rizky Riski Aditya Aditia'.split(' '),
  ...'Christina Kristina Rizal Rijal Risal Aisah Aisyah Abdurrahman Abdul Abd Rahman Fitriyani Fitriani'.split(' '),
)
const titled = fc.constantFrom('', 'Pak ', 'Drs. ', 'H. ', 'ibu ', 'PETUGAS ')
const behind = fc.constantFrom('', ', S.Sos', ' M.Si', ', verifikator', ' dari KemenPANRB')
const aName = fc
  .tuple(titled, fc.array(spelt, { minLength: 1, maxLength: 3 }), behind)
  .map(([before, words, after]) => before + words.join(' ') + after)

test('the database locks out whom the code calls alike, whatever the spelling and the titles: both give the same set', {
  timeout: 60_000,
}, async () => {
  const { id } = await aReport(db, { stage: 'in_progress' })
  const bearers = [dedi, rina, agus]
  const undone = new Error('undone')
  await fc.assert(
    fc.asyncProperty(fc.tuple(aName, aName, aName), aName, async (borne, named) => {
      const soundsIn = (words: string[]) => [...words, ...glued(words)].flatMap(soundsOf)
      const heard = new Set(soundsIn(nameWords(named)))
      const inCode = bearers.filter((_, at) => soundsIn(wordsOfName(borne[at] ?? '')).some((sound) => heard.has(sound)))
      await db.owner
        .transaction()
        .execute(async (tx) => {
          for (const [at, { accountId }] of bearers.entries())
            await tx
              .updateTable('identity.account')
              .set({ display_name: borne[at] })
              .where('id', '=', accountId)
              .execute()
          await sql`select casework.lock_out_alike(${id}, ${nameWords(named)}::text[])`.execute(tx)
          const row = await tx
            .selectFrom('casework.report')
            .select('accused_accounts')
            .where('id', '=', id)
            .executeTakeFirstOrThrow()
          expect((row.accused_accounts ?? []).toSorted()).toEqual(inCode.map(({ accountId }) => accountId).toSorted())
          throw undone
        })
        .catch((error) => {
          if (error !== undone) throw error
        })
    }),
    { numRuns: 300 },
  )
})
