import { type Context, Hono } from 'hono'
import { signedInAs } from '../accounts/person.ts'
import { parseTrackingId } from '../report/tracking-id.ts'
import type { Deps } from '../secrecy/deps.ts'
import { NotFoundPage } from '../ui/error-pages.tsx'
import { link, localeOf } from '../ui/locale.ts'
import { agencyRoutes } from './agency-routes.tsx'
import { answer } from './answer.ts'
import { DidYouMean } from './did-you-mean.tsx'
import { makeFigures } from './figures.ts'
import { HomePage } from './home-page.tsx'
import { isFiltered, readFilters } from './list-filters.ts'
import { ReportListPage } from './list-page.tsx'
import { listReports } from './list-query.ts'
import { publicPicture } from './pictures.ts'
import { readingOf } from './reading.ts'
import { recentAnswers } from './recent-answers.ts'
import { ReportPage } from './report-page.tsx'
import { findPublicReport } from './report-query.ts'

const answersAtHome = 3
const reportsAtHome = 5

/** Every page that the public reads. They ask the role that can read schema publication, and nothing else. */
export function publicationRoutes(deps: Deps) {
  const { publicDb, config } = deps
  const figures = makeFigures(publicDb)
  const around = (c: Context) => ({ baseUrl: config.baseUrl, signedIn: signedInAs(c.get('person'), localeOf(c)) })

  return new Hono()
    .get('/', async (c) => {
      const reading = await readingOf(deps, c)
      const [{ all }, answers, { rows }] = await Promise.all([
        figures(),
        recentAnswers(publicDb, answersAtHome),
        listReports(publicDb, { order: 'newest', per: reportsAtHome }, reading.directory),
      ])
      return answer(c, <HomePage {...around(c)} reading={reading} stages={all} answers={answers} latest={rows} />)
    })
    .get('/laporan', async (c) => {
      const reading = await readingOf(deps, c)
      const { filters, ignored } = readFilters(c.req.query(), reading.directory)
      const { stage: _stage, manner: _manner, ...finer } = filters
      const page = await listReports(publicDb, filters, reading.directory)
      const stages = isFiltered(finer) ? null : (await figures()).all
      const props = { ...around(c), reading, filters, ignored, page, stages }
      return answer(c, <ReportListPage {...props} />)
    })
    .get('/laporan/:id', async (c) => {
      const typed = c.req.param('id')
      const id = parseTrackingId(typed)
      if (id && id !== typed) return c.redirect(link(localeOf(c), `/laporan/${id}`), 301)
      const { row, near } = await findPublicReport(publicDb, typed)
      if (!row) return c.html(<NotFound c={c} near={near} />, 404, { 'cache-control': 'no-cache' })
      return answer(c, <ReportPage {...around(c)} row={row} reading={await readingOf(deps, c)} />)
    })
    .get('/laporan/:id/foto/:picture', async (c) => {
      const { id, picture } = c.req.param()
      return (await publicPicture(deps, c, id, picture, 'full')) ?? c.notFound()
    })
    .get('/laporan/:id/foto/:picture/kecil', async (c) => {
      const { id, picture } = c.req.param()
      return (await publicPicture(deps, c, id, picture, 'small')) ?? c.notFound()
    })
    .route('/', agencyRoutes(deps, figures))
}

function NotFound({ c, near }: { c: Context; near: string | null }) {
  const locale = localeOf(c)
  return <NotFoundPage locale={locale}>{near ? <DidYouMean locale={locale} id={near} /> : null}</NotFoundPage>
}
