import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { canariesOfRow, fullRow } from '../../channels/import/testing/full-row.ts'
import { writeReports } from '../../channels/import/write-reports.ts'
import { acceptOmbudsman } from '../../closing/accept-ombudsman.ts'
import { lapseIfSilent } from '../../closing/lapse-if-silent.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import type { Actor } from '../../report/actor.ts'
import { as, type Tx } from '../../report/as.ts'
import { moves } from '../../report/lifecycle.ts'
import { nameAccused, settleAccused } from '../../secrecy/name-accused.ts'
import { redactReport } from '../../verification/redact-report.ts'
import { aReport } from '../a-report.ts'
import { dedi, marta, system } from '../cast.ts'
import { aWednesday } from '../test-deps.ts'
import { furtherLives, lives, type Life } from './canary-lives.ts'
import { canaryWord, makeFinder } from './canaries.ts'
import { canaryWorld, type Planted, type Secrecy } from './canary-world.ts'

// The facts of an event stand under its hash for good, so that raising secrecy seals none of them: they hold no words.

const db = await testDatabase()
const world = await canaryWorld(db, {
  only: ['open', 'anonymous', 'confidential'],
  living: [...lives, ...furtherLives.filter((life) => life !== 'erased')],
})
const [rules, directory] = await Promise.all([world.deps.rules(), world.deps.directory()])
const said: string[] = []
let seen: { move: string; data: unknown }[] = []

const of = (life: Life, secrecy: Secrecy = 'open') =>
  world.planted.find((one) => one.life === life && one.secrecy === secrecy) as Planted
const word = (report: Planted, field: string) => {
  said.push(canaryWord(report.name, field))
  return canaryWord(report.name, field)
}
const byReporter = (report: Planted, path: string, body: object = {}) =>
  world.did({ 'report-key': report.key }, `/reports/${report.id}/${path}`, body)

/** What no program asks for: by a use case, so many days later. */
async function later(report: Planted, actor: (id: string) => Actor, days: number, work: Work) {
  const { id } = await db.owner
    .selectFrom('casework.report')
    .select('id')
    .where('tracking_id', '=', report.id)
    .executeTakeFirstOrThrow()
  const now = new Date(aWednesday.getTime() + days * 86_400_000)
  const who = actor(id)
  await as(who.role === 'system' ? db.worker : db.web, who, (tx) => work(tx, who, id, { rules, directory, now }))
}
type Work = (tx: Tx, actor: Actor, id: string, setting: Parameters<typeof lapseIfSilent>[3]) => Promise<unknown>

beforeAll(async () => {
  const { did } = world
  await byReporter(of('archived'), 'objection', { reason: `Alamatnya ${word(of('archived'), 'objection')}.` })
  await byReporter(of('answered'), 'replies', { text: `Belum ${word(of('answered'), 'reply')}.` })
  await byReporter(of('forwarded'), 'replies', { text: `Juga ${word(of('forwarded'), 'note')}.` })
  await byReporter(of('forwarded', 'confidential'), 'secrecy', { confidential: false, confirm: true, sure: true })
  await later(
    of('answered'),
    () => dedi,
    1,
    (tx, actor, id, setting) =>
      redactReport(tx, actor, id, { text: `Isi ${word(of('answered'), 'redacted')}.` }, setting),
  )
  await did('desk', `/reports/${of('merged').id}/unmerge`)
  await did('officer', `/reports/${of('in progress').id}/return`, {
    suggestedAgencySlug: 'kab-luwu',
    note: `Bukan kami, ${word(of('in progress'), 'hand back')}.`,
  })
  await later(of('answered', 'anonymous'), () => system, 40, lapseIfSilent)
  await later(of('in progress', 'anonymous'), marta, 90, acceptOmbudsman)
  await later(of('in progress', 'confidential'), marta, 1, (tx, actor, id, setting) =>
    nameAccused(tx, actor, id, ['kota-kupang'], setting),
  )
  await later(of('received'), marta, 1, (tx, actor, id, setting) =>
    nameAccused(tx, actor, id, [word(of('received'), 'somebody')], setting),
  )
  await later(
    of('received'),
    () => dedi,
    1,
    (tx, actor, id, setting) => settleAccused(tx, actor, id, 1, { kind: 'outside' }, setting),
  )
  await later(
    of('received'),
    () => system,
    1,
    (tx, _, id, setting) =>
      sql`select casework.unsettle_accused(${id}, 1, ${['somebody']}::text[], ${setting.now})`.execute(tx),
  )
  await db.owner
    .updateTable('identity.account')
    .set({ display_name: 'Sutarjo' })
    .where('role', '<>', 'citizen')
    .execute()
  await aReport(db, { accused: ['Pak Sutarjo, ketua RT 05'] })
  const write = writeReports({ owner: db.owner, rules, directory, keys: world.deps.keys, now: aWednesday })
  await write([
    fullRow('imported'),
    { ...fullRow('answered there'), agencyText: 'kota-kupang', answeredAt: aWednesday },
  ])
  seen = await db.owner.selectFrom('casework.event').select(['move', 'data']).execute()
})

test('every move of the lifecycle is among those that are looked at', () => {
  expect([...new Set(seen.map(({ move }) => move))].sort()).toEqual(Object.keys(moves).sort())
})

test('no move, and no import, keeps a word that somebody wrote among the facts of its event', async () => {
  const words = world.planted.flatMap(({ canaries }) => canaries).filter(({ kind }) => kind === 'word')
  const more = said.map((value) => ({ kind: 'word' as const, report: 'said', field: value, value }))
  const find = makeFinder([...words, ...more, ...importedCanaries()])
  const found = await Promise.all(
    seen.map(async ({ move, data }) => (await find(JSON.stringify(data))).map(({ field }) => `${move}: ${field}`)),
  )
  expect(found.flat()).toEqual([])
})

test('what stands there are names from lists, IDs, small numbers, yes or no, and commitments', () => {
  const listed = new Set([
    ...directory.agencies.map(({ id }) => id),
    ...world.planted.map(({ id }) => id),
    'solved',
    'explained',
    'cannot',
    'unclear',
    'lapse',
    'outside',
    'uji',
  ])
  const values = seen.flatMap(({ data }) =>
    Object.entries(data as Record<string, unknown>).flatMap(([fact, value]) =>
      fact === 'filed' && /^[\da-f]{64}$/.test(String(value)) ? [] : [value],
    ),
  )
  expect(values.length).toBeGreaterThan(50)
  const isListed = (value: unknown) =>
    typeof value === 'boolean' || (typeof value === 'number' && value <= 5) || listed.has(String(value))
  expect(values.filter((value) => !isListed(value))).toEqual([])
})

function importedCanaries() {
  return ['imported', 'answered there'].flatMap(canariesOfRow)
}
