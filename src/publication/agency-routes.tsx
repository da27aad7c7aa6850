import { type Context, Hono } from 'hono'
import { signedInAs } from '../accounts/person.ts'
import type { Deps } from '../secrecy/deps.ts'
import { localeOf } from '../ui/locale.ts'
import { AgenciesPage } from './agencies-page.tsx'
import { AgencyPage } from './agency-page.tsx'
import { answer } from './answer.ts'
import { csvOfReports } from './csv.ts'
import { DataPage } from './data-page.tsx'
import { agenciesUnder } from './everything-under.ts'
import { type Figures, sumOf } from './figures.ts'
import { readPace } from './pace.ts'
import { cleanWords } from './list-filters.ts'
import { listReports } from './list-query.ts'
import { readingOf } from './reading.ts'
import { StatisticsPage } from './statistics-page.tsx'

const reportsOfAgency = 10

/** Offices, figures and open data: all from the tally and the public lists. */
export function agencyRoutes(deps: Deps, figures: () => Promise<Figures>) {
  const { publicDb, config } = deps
  const around = (c: Context) => ({ baseUrl: config.baseUrl, signedIn: signedInAs(c.get('person'), localeOf(c)) })
  return new Hono()
    .get('/instansi', async (c) => {
      const reading = await readingOf(deps, c)
      const props = { ...around(c), reading, figures: await figures(), q: cleanWords(c.req.query('q')) }
      return answer(c, <AgenciesPage {...props} />)
    })
    .get('/instansi/:slug', async (c) => {
      const reading = await readingOf(deps, c)
      const agency = reading.directory.agency(c.req.param('slug'))
      if (!agency) return c.notFound()
      const filters = { agency: agency.id, order: 'newest', per: reportsOfAgency } as const
      const [told, { rows }] = await Promise.all([figures(), listReports(publicDb, filters, reading.directory)])
      const stages = sumOf(agenciesUnder(reading.directory, agency.id).map((id) => told.byAgency.get(id) ?? {}))
      return answer(c, <AgencyPage {...around(c)} reading={reading} agency={agency} stages={stages} latest={rows} />)
    })
    .get('/statistik', async (c) => {
      const reading = await readingOf(deps, c)
      const [told, pace, { policy }] = await Promise.all([figures(), readPace(publicDb), deps.rules()])
      return answer(c, <StatisticsPage {...around(c)} reading={reading} figures={told} pace={pace} policy={policy} />)
    })
    .get('/data', (c) => answer(c, <DataPage {...around(c)} locale={localeOf(c)} />))
    .get('/data/laporan.csv', async (c) =>
      c.body(csvOfReports(publicDb, await readingOf(deps, c)), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="laporan.csv"',
        'cache-control': 'no-cache',
      }),
    )
}
