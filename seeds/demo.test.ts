import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { verifyFiled } from '../src/audit/verify-filed.ts'
import { verifyPublic } from '../src/audit/verify-public.ts'
import { verifyPassword } from '../src/accounts/password.ts'
import { testDatabase } from '../src/platform/testing/test-database.ts'
import { stages } from '../src/report/lifecycle.ts'
import { loadRules } from '../src/report/rules.ts'
import { testKeys } from '../src/testing/test-deps.ts'
import { instantOf } from './demo/moments.ts'
import { demoPassword, people } from './demo/people.ts'
import { stories } from './demo/reports.ts'
import { seedDemo } from './demo.ts'
import { agencyFacts, areaFacts, categoryFacts } from './reference/read.ts'

vi.setConfig({ testTimeout: 90_000 })

const countries = new Map<string, ReturnType<typeof planted>>()

const words = stories.flatMap((story) => [
  story.title ?? '',
  story.text,
  story.place ?? '',
  ...story.steps.map(wordsOf),
])

test('the stories are many, short enough to read, and tell of nobody who lives', () => {
  expect(stories.length).toBeGreaterThanOrEqual(40)
  expect(new Set(stories.map(({ name }) => name)).size).toBe(stories.length)
  expect(words.filter((text) => /(?:\d[\s.-]?){9,}/.test(text))).toEqual([])
  expect(words.filter((text) => /@(?!lapor1708)|https?:/i.test(text))).toEqual([])
  const addresses = stories.flatMap(({ from }) => (typeof from === 'object' && from.email ? [from.email] : []))
  expect(addresses.filter((address) => !address.endsWith('@warga.example'))).toEqual([])
})

test('every kind, channel and choice of secrecy is among them', () => {
  const distinct = <T>(pick: (story: (typeof stories)[number]) => T) => new Set(stories.map(pick))
  expect(distinct(({ kind }) => kind ?? 'complaint').size).toBe(3)
  expect(distinct(({ channel }) => channel).size).toBeGreaterThanOrEqual(8)
  const choices = distinct(
    (story) => `${story.anonymous ?? false} ${story.confidential ?? false} ${story.withoutIdentity ?? false}`,
  )
  expect(choices.size).toBeGreaterThanOrEqual(6)
  expect(stories.filter(({ showName }) => showName).length).toBeGreaterThan(1)
})

test('every category, area and office that a story names is one of ours', () => {
  const [categories, areas, agencies] = [
    new Set(categoryFacts().map(({ slug }) => slug)),
    new Set(areaFacts().map(({ code }) => code)),
    new Set(agencyFacts().map(({ slug }) => slug)),
  ]
  expect(stories.flatMap(({ category }) => category ?? []).filter((slug) => !categories.has(slug))).toEqual([])
  expect(stories.flatMap(({ area }) => area ?? []).filter((code) => !areas.has(code))).toEqual([])
  const offices = stories.flatMap(({ steps }) =>
    steps.flatMap((step) =>
      'to' in step ? step.to : 'unit' in step ? step.unit : 'suggested' in step ? step.suggested : [],
    ),
  )
  expect(offices.filter((slug) => !agencies.has(slug))).toEqual([])
})

test('whatever the day, each step comes after the one before and none lies ahead', async () => {
  const { owner } = await testDatabase()
  const { calendar } = await loadRules(owner)
  for (let hour = 0; hour < 24 * 500; hour += 31) {
    const now = new Date(Date.parse('2025-09-01T00:00:00Z') + hour * 3_600_000)
    for (const { name, filed, steps } of stories) {
      const times = [filed, ...steps.map(({ at }) => at)].map((at) =>
        instantOf(at, now, 'Asia/Makassar', calendar).getTime(),
      )
      const inOrder = times.every((at, index) => at <= now.getTime() && (index === 0 || at > (times[index - 1] ?? 0)))
      expect(inOrder, `${name} on ${now.toISOString()}`).toBe(true)
    }
  }
})

test.each(['2026-11-22T03:00:00Z', '2026-03-25T20:00:00Z'])(
  'planted on %s, the country shows every stage, and its public pages only what is public',
  async (day) => {
    const { db, reports, now } = await onceOn(day)
    expect(reports).toHaveLength(stories.length)
    expect(new Set(reports.map(({ stage }) => stage))).toEqual(new Set(stages))
    expect(new Set(reports.flatMap(({ manner }) => manner ?? []))).toEqual(new Set(['confirmed', 'silent']))
    expect(new Set(reports.flatMap(({ outcome }) => outcome ?? []))).toEqual(new Set(['solved', 'explained', 'cannot']))
    const late = reports.filter(({ due_at, stage }) => stage === 'in_progress' && due_at && due_at < now)
    expect(late.length).toBeGreaterThan(0)
    expect(reports.filter(({ due_at }) => due_at && due_at > now).length).toBeGreaterThan(10)
    expect(reports.filter(({ stage, bounces }) => stage === 'received' && bounces > 0)).toHaveLength(1)
    expect(reports.filter(({ reopened }) => reopened > 0)).toHaveLength(1)
    const zones = await db.owner
      .selectFrom('casework.report')
      .innerJoin('publication.agency', 'publication.agency.id', 'casework.report.agency_id')
      .select('zone')
      .distinct()
      .execute()
    expect(zones).toHaveLength(3)
    const shown = await db.publicDb.selectFrom('publication.report').select('report_id').execute()
    const open = reports.filter(({ published_at, confidential }) => published_at && !confidential)
    expect(new Set(shown.map(({ report_id }) => report_id))).toEqual(new Set(open.map(({ id }) => id)))
    expect(shown.length).toBeGreaterThan(30)
    const wrong: string[] = []
    await verifyPublic(db.owner, ({ trackingId, what }) => wrong.push(`${trackingId}: ${what}`))
    await verifyFiled(db.owner, testKeys, ({ trackingId, what }) => wrong.push(`${trackingId}: ${what}`))
    expect(wrong, 'lapor audit verify').toEqual([])
    const copies = await db.publicDb.selectFrom('publication.report').select(['stage', 'merged_into']).execute()
    expect(copies.some(({ stage, merged_into }) => stage === 'merged' && merged_into)).toBe(true)
    const atDinkes = reports.filter(({ unit_id, agency_id }) => [unit_id, agency_id].includes('kota-kupang-dinkes'))
    const waiting = atDinkes.filter(({ stage }) => stage === 'forwarded' || stage === 'in_progress')
    expect(waiting.length).toBeGreaterThanOrEqual(2)
  },
)

test('planting goes on where it stopped, its photographs are attached, and the cast can sign in', async () => {
  const { db, reports, again } = await onceOn('2026-11-22T03:00:00Z')
  await again()
  const after = await db.owner.selectFrom('casework.report').select(['id', 'last_seq']).execute()
  const seqs = (rows: typeof after) => new Map(rows.map(({ id, last_seq }) => [id, last_seq]))
  expect(seqs(after)).toEqual(seqs(reports))
  const photos = await db.owner.selectFrom('casework.attachment').select('report_id').execute()
  expect(photos).toHaveLength(stories.filter(({ photo }) => photo).length)
  expect(photos.every(({ report_id }) => report_id)).toBe(true)
  const accounts = await db.owner.selectFrom('identity.account').selectAll().execute()
  expect(accounts).toHaveLength(people.length)
  expect(await verifyPassword(demoPassword, accounts[0]?.password_hash ?? null)).toBe(true)
  expect(accounts.filter(({ role, display_name }) => role === 'citizen' && display_name)).toEqual([])
})

/** Planting takes seconds: tests that only look share one. */
function onceOn(day: string) {
  const country = countries.get(day) ?? planted(day)
  countries.set(day, country)
  return country
}

async function planted(day: string) {
  const db = await testDatabase()
  const now = new Date(day)
  const dataDir = mkdtempSync(join(tmpdir(), 'lapor-demo-'))
  const again = () => seedDemo({ owner: db.owner, connections: db.urls, config: { dataDir }, keys: testKeys, now })
  await again()
  return { db, now, again, reports: await db.owner.selectFrom('casework.report').selectAll().execute() }
}

function wordsOf(step: (typeof stories)[number]['steps'][number]): string {
  return Object.entries(step)
    .filter(([key]) => ['text', 'question', 'reason', 'note', 'title'].includes(key))
    .map(([, value]) => value)
    .join(' ')
}
