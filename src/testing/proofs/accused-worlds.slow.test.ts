import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { stages } from '../../report/lifecycle.ts'
import { aReport } from '../a-report.ts'
import { anAccount } from '../an-account.ts'
import { aWednesday } from '../test-deps.ts'
import { makeAccuser } from './accuse.ts'
import { arrivalsAbout } from './arrivals-about.ts'
import { linksIn } from './crawl.ts'
import { messagesAbout } from './messages-about.ts'
import { aSecretLife, live, type SecretLife } from './secret-lives.ts'
import { differences, visit, watch } from './snapshot.ts'

// Two worlds that differ only in confidential reports that accuse somebody, or are beyond their reach, answer that person,
// signed in at their desk, with the same bytes: lists, counts, cursors, every page and every call. Messages about those reports that
// did not go out, and those that came about them by a door, are among what differs.

const db = await testDatabase()
const runs = Number(process.env.TWO_WORLDS_RUNS ?? 3)
const ago = (hours: number) => new Date(aWednesday.getTime() - hours * 3_600_000)
const dinkes = 'kota-kupang-dinkes'

/** They work at an office that is accused, or are accused themselves. */
const atOffices = {
  'officer of the accused office': await anAccount(db, 'officer', dinkes),
  'officer below it': await anAccount(db, 'officer', 'kota-kupang-puskesmas-oebobo'),
  'accused coordinator': await anAccount(db, 'coordinator', 'kota-kupang'),
  'accused officer elsewhere': await anAccount(db, 'officer', 'kota-kupang-pupr'),
}
/** They know of every other confidential report, so theirs differ in nothing but what accuses them. */
const overall = {
  'accused verifier': await anAccount(db, 'verifier', 'kemenpanrb'),
  'accused supervisor': await anAccount(db, 'supervisor', 'ombudsman'),
  'verifier who acts for the head of the accused office': await anAccount(db, 'verifier', 'kemenpanrb'),
}
const { accountId: actingHead } = overall['verifier who acts for the head of the accused office']
await sql`select identity.appoint_head(${dinkes}, ${actingHead}, true, ${ago(600)})`.execute(db.owner)
const persons = [
  atOffices['accused coordinator'],
  atOffices['accused officer elsewhere'],
  overall['accused verifier'],
  overall['accused supervisor'],
]

/** Work that they do know of, more than fits on a page. */
async function theirOwn() {
  const made = []
  for (let at = 0; at < 24; at++) {
    made.push(await aReport(db, { stage: at % 4 === 3 ? 'answered' : 'in_progress', at: ago(300 + at) }))
    made.push(await aReport(db, { stage: 'in_progress', unit: 'kota-kupang-pupr', at: ago(200 + at) }))
    made.push(await aReport(db, { stage: 'received', at: ago(100 + at) }))
    made.push(await aReport(db, { stage: 'closed', at: ago(400 + at), rating: 3 }))
  }
  return made.slice(0, 8).map(({ trackingId }) => trackingId)
}

const accuseThem = await makeAccuser(db, 'Dinas Kesehatan Kota Kupang', persons)
const ids = await theirOwn()
const accusing = fc.array(aSecretLife, { minLength: 1, maxLength: 5 })
/** What chance may leave out: one in each stage, where they would meet it, long enough ago to be late. */
const inEveryStage = stages.flatMap((stage): SecretLife[] => {
  const life = { stage, agency: 'kota-kupang', text: 'jalan rusak', areaCode: '53.71', rating: 4 } as const
  const about = { anonymous: false, withoutIdentity: false, ownDoor: true, returned: false, point: undefined }
  return [5, 480].map((hoursAgo) => ({ ...life, ...about, hoursAgo }))
})
const elsewhere = aSecretLife.map((life): SecretLife => ({ ...life, agency: 'kab-luwu' }))

test.each([
  { who: 'those accused at their offices', people: atOffices, beyond: fc.array(elsewhere, { maxLength: 3 }) },
  { who: 'accused verifiers and a supervisor', people: overall, beyond: fc.constant([]) },
])(
  '$who are answered as if no report accused them',
  async ({ people, beyond }) => {
    const site = await watch(db, await visit(db, people))
    const links = linkedFrom(await site.everything(ids))
    const before = await site.everything(ids, links)
    expect(links.filter((path) => /setelah=|cursor=/.test(path)).length, 'lists go on').toBeGreaterThan(0)
    expect(differences(before, await site.everything(ids, links)), 'the same world answers the same').toEqual([])
    await fc.assert(
      fc.asyncProperty(accusing, beyond, async (lives, others) => {
        for (const life of lives)
          for (const { id } of await live(db, life)) {
            await accuseThem(id)
            await messagesAbout(db, id)
            await arrivalsAbout(db, id)
          }
        for (const life of others) await live(db, life)
        expect(differences(before, await site.everything(ids, links))).toEqual([])
      }),
      { numRuns: runs, endOnFailure: true, examples: [[inEveryStage, []]] },
    )
  },
  900_000,
)

/** Pages of their desk that the first ones lead to, the next pages of lists among them. */
function linkedFrom(answers: ReadonlyMap<string, string>): string[] {
  const pages = [...answers].filter(([asked]) => /\/kelola|\/queue/.test(asked)).map(([, answer]) => answer)
  const onward = pages.flatMap((page) =>
    [...page.matchAll(/"next":"([^"]+)"/g)].map(([, next]) => `/api/v1/queue?limit=1&cursor=${next}`),
  )
  const known = new Set([...answers.keys()].map((asked) => asked.slice(asked.indexOf(' /') + 1)))
  const desk = pages
    .flatMap(linksIn)
    .filter((path) => /^(\/en)?\/kelola(\/|\?|$)/.test(path) && !/laporan\//.test(path))
  return [...new Set([...desk, ...onward, '/api/v1/queue?limit=1'])].filter((path) => !known.has(path)).sort()
}
