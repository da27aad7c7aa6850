import { Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import type { Deps } from '../secrecy/deps.ts'
import { link, localeOf } from '../ui/locale.ts'
import type { KnownPerson } from './duty.ts'
import { forwardRoutes } from './forward-routes.tsx'
import { accusedRoutes } from './accused-routes.tsx'
import { doorsRoutes } from './doors-routes.tsx'
import { lookRoutes } from './look-routes.tsx'
import { calendarRoutes } from './calendar-routes.tsx'
import { officesRoutes } from './offices-routes.tsx'
import { embargoRoutes } from './embargo-routes.tsx'
import { openingRoutes } from './opening-routes.tsx'
import { oversightRoutes } from './oversight-routes.tsx'
import { walkInRoutes } from './walk-in-routes.tsx'
import { failedRoutes } from './failed/failed-routes.tsx'
import { deskHome } from './home.ts'
import { listRoutes } from './list-routes.tsx'
import { photoRoutes } from './photo-routes.ts'
import { wordingRoutes } from './wording/wording-routes.tsx'
import { redactRoutes } from './redact-routes.tsx'
import { reportRoutes } from './report-routes.tsx'

/** The console (/kelola); mount behind `whoIsAsking` and `guardCookiePosts`. To strangers and citizens it does not exist. */
export function deskRoutes(deps: Deps) {
  return new Hono<KnownPerson>()
    .use('/kelola/*', async (c, next) => {
      await next()
      if (c.res.status !== 404 && !c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
    })
    .get('/kelola', staffOnly, (c) => {
      const home = deskHome(c.get('person').role)
      return home ? c.redirect(link(localeOf(c), home), 303) : c.notFound()
    })
    .route('/', listRoutes(deps))
    .route('/', oversightRoutes(deps))
    .route('/', doorsRoutes(deps))
    .route('/', lookRoutes(deps))
    .route('/', failedRoutes(deps))
    .route('/', wordingRoutes(deps))
    .route('/', calendarRoutes(deps))
    .route('/', officesRoutes(deps))
    .route('/', walkInRoutes(deps))
    .route('/', openingRoutes(deps))
    .route('/', embargoRoutes(deps))
    .route('/', accusedRoutes(deps))
    .route('/', photoRoutes(deps))
    .route('/', forwardRoutes(deps))
    .route('/', redactRoutes(deps))
    .route('/', reportRoutes(deps))
}
