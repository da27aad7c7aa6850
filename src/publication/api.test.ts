import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { agencyDetailSchema, publicReportSchema, reportListSchema, statisticsSchema } from './api-schemas.ts'
import { publicSite } from './testing/public-site.ts'

const db = await testDatabase()
const site = publicSite(db)

test('a report is told in the shape of the contract, its deadline explained', async () => {
  const { trackingId } = await aReport(db, {
    stage: 'forwarded',
    agency: 'dki-jakarta',
    category: 'jalan',
    areaCode: '31.71',
    point: { lat: -6.18, lon: 106.84 },
  })
  const report = await site.json(`/api/v1/reports/${trackingId.toLowerCase()}`)
  expect(publicReportSchema.safeParse(report).error).toBeUndefined()
  expect(report).toMatchObject({
    id: trackingId,
    kind: 'complaint',
    channel: 'web',
    filedAt: '2026-01-14T01:00:00.000Z',
    status: { code: 'forwarded', label: 'Belum ditindaklanjuti', colour: 'red' },
    overdue: false,
    agency: { slug: 'dki-jakarta' },
    category: { slug: 'jalan', name: 'Infrastruktur Jalan' },
    area: { code: '31.71' },
    location: { lat: -6.18, lon: 106.84 },
  })
  expect(report.deadlines).toEqual([
    {
      clock: 'answer',
      dueAt: '2026-01-22T17:00:00.000Z',
      dueDay: '2026-01-22',
      zone: 'Asia/Jakarta',
      workingDays: 5,
      remaining: 5,
      paused: false,
      overdue: false,
      explanation: expect.stringContaining('tenggat Kamis 22 Januari 2026 — melewati 16 Jan'),
    },
  ])
  expect(report.thread.map((entry: { move: string }) => entry.move)).toEqual(['submit', 'forward'])
  expect(report.thread[1]).toMatchObject({ actor: 'desk', to: { slug: 'dki-jakarta' } })
})

test('an answer shows its office, outcome and the reporter’s time to judge', async () => {
  const { trackingId } = await aReport(db, { stage: 'answered', answer: 'Sudah.', outcome: 'explained' })
  const report = await site.json(`/api/v1/reports/${trackingId}`)
  expect(report.thread.at(-1)).toMatchObject({
    actor: 'agency',
    agency: { slug: 'kota-kupang' },
    move: 'answer',
    text: 'Sudah.',
    outcome: 'explained',
  })
  expect(report.deadlines.map((deadline: { clock: string }) => deadline.clock)).toEqual(['lapse'])
})

test('hidden and absent are one problem, to the byte', async () => {
  const secret = await aReport(db, { stage: 'forwarded', confidential: true })
  const hidden = await site.get(`/api/v1/reports/${secret.trackingId}`)
  const absent = await site.get('/api/v1/reports/222222222')
  const wrong = await site.get('/api/v1/reports/K7M')
  expect(hidden.headers.get('content-type')).toContain('application/problem+json')
  const bodies = await Promise.all([hidden, absent, wrong].map((response) => response.text()))
  expect(new Set(bodies).size).toBe(1)
  expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ status: 404, code: 'not_found' })
})

test('pages are followed by their cursor to the end, each report once', async () => {
  const seen: string[] = []
  let path = '/api/v1/reports?limit=1&instansi=dki-jakarta'
  await aReport(db, { stage: 'closed', agency: 'dki-jakarta', manner: 'silent' })
  for (let page = 0; page < 5; page++) {
    const list = await site.json(path)
    expect(reportListSchema.safeParse(list).error).toBeUndefined()
    seen.push(...list.items.map((item: { id: string }) => item.id))
    if (list.next === null) break
    path = `/api/v1/reports?limit=1&instansi=dki-jakarta&cursor=${list.next}`
  }
  expect(seen).toHaveLength(2)
  expect(new Set(seen).size).toBe(2)
})

test.each([
  'status=done',
  'cursor=abc',
  'limit=0',
  'limit=x',
  'kategori=tidak-ada',
  'bbox=1,2,3',
  'bbox=a,b,c,d',
  'bbox=107,-7,106,-6',
  'bbox=106,-6,107,-7',
  'dari=x',
])('the value in %s is refused with its place', async (query) => {
  const response = await site.get(`/api/v1/reports?${query}`)
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ code: 'invalid', errors: [{ path: query.split('=')[0] }] })
})

test('a box on the map holds the reports inside it', async () => {
  const inside = await site.json('/api/v1/reports?bbox=106,-7,107,-6')
  const outside = await site.json('/api/v1/reports?bbox=120,-11,125,-9')
  expect(inside.items).toHaveLength(1)
  expect(outside.items).toHaveLength(0)
})

test.each(['limit', 'per'])('a %s above one hundred is refused and not silently cut', async (name) => {
  expect((await site.get(`/api/v1/reports?${name}=100`)).status).toBe(200)
  const response = await site.get(`/api/v1/reports?${name}=101`)
  expect(response.status).toBe(422)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(await response.json()).toMatchObject({ code: 'invalid', errors: [{ path: name, code: 'too_big' }] })
})

test('offices, categories, areas and figures are there for programs', async () => {
  const kupang = await site.json('/api/v1/agencies/kota-kupang')
  expect(agencyDetailSchema.safeParse(kupang).error).toBeUndefined()
  expect(kupang.units.map((unit: { slug: string }) => unit.slug)).toContain('kota-kupang-puskesmas-oebobo')
  expect((await site.json('/api/v1/agencies')).items.length).toBeGreaterThan(1000)
  expect((await site.json('/en/api/v1/categories')).items[0]).toHaveProperty('name')
  expect((await site.json('/api/v1/areas?parent=53')).items.length).toBe(22)
  const statistics = await site.json('/api/v1/statistics')
  expect(statisticsSchema.safeParse(statistics).error).toBeUndefined()
  expect(statistics.total).toBe(statistics.finished + statistics.inProcess + statistics.unhandled)
  expect((await site.get('/api/v1/agencies/x')).status).toBe(404)
})
