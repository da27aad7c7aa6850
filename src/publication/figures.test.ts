import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { stages } from '../report/lifecycle.ts'
import { aReport } from '../testing/a-report.ts'
import { countedIn, readFigures, threeNumbers } from './figures.ts'
import { publicSite } from './testing/public-site.ts'

const db = await testDatabase()

test('finished is closed, unhandled is received and forwarded, in process the rest; merged, archived and withdrawn do not count', () => {
  const one = Object.fromEntries(stages.map((stage) => [stage, 1]))
  expect(threeNumbers(one)).toEqual({ finished: 1, unhandled: 2, inProcess: 3 })
  expect(countedIn(one)).toBe(6)
})

test('the figures follow every move and never know of a confidential report', async () => {
  await aReport(db, { stage: 'closed' })
  const open = await aReport(db, { stage: 'forwarded', agency: 'dki-jakarta' })
  const before = await readFigures(db.publicDb)
  await aReport(db, { stage: 'answered', confidential: true })
  expect(await readFigures(db.publicDb)).toEqual(before)
  expect(before.all).toEqual({ closed: 1, forwarded: 1 })
  expect(before.byAgency.get('dki-jakarta')).toEqual({ forwarded: 1 })
  await open.move(
    { role: 'coordinator', agencyId: 'dki-jakarta' },
    { move: 'report_progress', text: 'Sedang kami periksa di lapangan.' },
  )
  expect((await readFigures(db.publicDb)).byAgency.get('dki-jakarta')).toEqual({ in_progress: 1 })
})

test('home promises, begins a report, tracks one, and shows real answers', async () => {
  await aReport(db, { stage: 'answered', answer: 'Pipa sudah kami sambung kembali sore ini.' })
  const page = await publicSite(db).text('/')
  expect(page).toContain('Instansi wajib menjawab')
  expect(page).toMatch(/<form[^>]*method="post"[^>]*action="\/lapor"/)
  expect(page).toMatch(/<form[^>]*method="get"[^>]*action="\/lacak"/)
  expect(page).toContain('Pipa sudah kami sambung kembali sore ini.')
  expect(page).toContain('Dijawab hari ini')
})

test('an office shows its numbers, its reports, its units and a way to report to it', async () => {
  const page = await publicSite(db).text('/instansi/kota-kupang')
  expect(page).toContain('href="/lapor?instansi=kota-kupang"')
  expect(page).toContain('href="/instansi/kota-kupang-dinkes"')
  expect(page).toContain('KOTKUPANG')
  expect((await publicSite(db).get('/instansi/tidak-ada')).status).toBe(404)
})

test.each(['/', '/instansi', '/instansi?q=kupang', '/statistik', '/data', '/laporan'])(
  '%s comes in both languages',
  async (path) => {
    const site = publicSite(db)
    expect((await site.get(path)).status).toBe(200)
    const english = await site.text(path === '/' ? '/en' : `/en${path}`)
    expect(english).toContain('<html lang="en">')
  },
)

test('the open file holds every listed report, a line each, and nothing that a spreadsheet would run', async () => {
  await aReport(db, { stage: 'forwarded', title: '=HYPERLINK("x"), rusak' })
  const lines = (await publicSite(db).text('/data/laporan.csv')).trimEnd().split('\r\n')
  expect(lines[0]).toMatch(/^id,filed_at,published_at/)
  expect(lines).toHaveLength(5)
  expect(lines.join('\n')).toContain(`"'=HYPERLINK(""x""), rusak"`)
})

test('what a reporter confirmed and what ended in silence are counted apart, on pages, in the list and in the API', async () => {
  const { all } = await readFigures(db.publicDb)
  await aReport(db, { stage: 'closed', manner: 'confirmed', agency: 'kab-luwu' })
  const silent = await aReport(db, { stage: 'closed', manner: 'silent', agency: 'kab-luwu' })
  const figures = await readFigures(db.publicDb)
  expect(figures.all).toMatchObject({ closed: (all.closed ?? 0) + 2, silent: (all.silent ?? 0) + 1 })
  expect(figures.byAgency.get('kab-luwu')).toEqual({ closed: 2, silent: 1 })
  const site = publicSite(db)
  expect(await site.text('/instansi/kab-luwu')).toContain('1 selesai tanpa tanggapan pelapor')
  const list = await site.text('/laporan?status=silent&instansi=kab-luwu')
  expect(list.match(/href="\/laporan\/[0-9A-Z]{9}"/g)).toEqual([`href="/laporan/${silent.trackingId}"`])
  const told = await (await site.get('/api/v1/agencies/kab-luwu')).json()
  expect(told.figures).toMatchObject({ finished: 2, confirmed: 1, silent: 1, byStatus: { closed: 2 } })
})

test('the shares of a table add up to a hundred, of the country and of each office', async () => {
  for (const stage of ['forwarded', 'in_progress', 'closed'] as const)
    await aReport(db, { stage, agency: 'universitas-hasanuddin' })
  const page = await publicSite(db).text('/statistik')
  const [byStatus = '', byAgency = ''] =
    page.match(/<table.*?<\/table>/gs)?.filter((table) => table.includes('%')) ?? []
  const sumOf = (part: string) => [...part.matchAll(/(\d+)%/g)].reduce((sum, [, share]) => sum + Number(share), 0)
  expect(sumOf(byStatus)).toBe(100)
  const offices = byAgency.match(/<tr.*?<\/tr>/gs)?.filter((row) => row.includes('%')) ?? []
  expect(offices.some((row) => row.includes('universitas-hasanuddin'))).toBe(true)
  for (const row of offices) expect(sumOf(row)).toBe(100)
})
