import { type Context, Hono } from 'hono'
import { sql } from 'kysely'
import { guardCookiePosts } from './accounts/guard-posts.tsx'
import { accountRoutes } from './accounts/routes.tsx'
import { apiGuideRoutes } from './api/routes.tsx'
import { auditApi, auditOperations } from './audit/api.ts'
import { auditRoutes } from './audit/routes.tsx'
import { emailHook } from './channels/email/hook-routes.ts'
import { stopRoutes } from './channels/email/stop-routes.tsx'
import { smsHooks } from './channels/sms/hook-routes.ts'
import { xHooks } from './channels/x/hook-routes.ts'
import { whoIsAsking } from './accounts/who-is-asking.ts'
import { caseworkOperations } from './casework-api/api-operations.ts'
import { caseworkApi, privateReport } from './casework-api/routes.ts'
import { intakeApi } from './intake/api.ts'
import { intakeOperations } from './intake/api-operations.ts'
import { deskApi } from './desk/api.ts'
import { deskOperations } from './desk/api-schemas.ts'
import { deskRoutes } from './desk/routes.tsx'
import { filingRoutes } from './intake/routes.tsx'
import { trackRoutes } from './intake/track-routes.tsx'
import { eraseRoutes } from './my-report/erase-routes.tsx'
import { pageLinkRoutes } from './my-report/page-link-routes.tsx'
import { myReportRoutes, showMyReport } from './my-report/routes.tsx'
import { outboxRoutes } from './notifications/routes.tsx'
import { makeMetrics, metricsRoutes } from './oversight/metrics.ts'
import { publicationApi } from './publication/api.ts'
import { publicationOperations } from './publication/api-operations.ts'
import { publicationRoutes } from './publication/routes.tsx'
import { compressTexts } from './platform/compress.ts'
import type { Deps } from './secrecy/deps.ts'
import { assetRoutes } from './ui/assets.tsx'
import { answerFailure, answerNotFound } from './ui/errors.tsx'
import { komponenRoutes } from './ui/komponen-page.tsx'
import { pathWithoutLocale } from './ui/locale.ts'
import { secureHeaders } from './ui/secure-headers.ts'

/** The whole site; every room is mounted here. The path the rooms see has no /en: see `localeOf`. */
export function makeApp(deps: Deps) {
  const app = new Hono({ getPath: pathWithoutLocale })
  const { registry, count } = makeMetrics()
  app.use(count, secureHeaders)
  app.route('/', healthRoutes(deps))
  app.route('/', metricsRoutes(deps, registry))
  app.route('/', assetRoutes)
  app.route('/', smsHooks(deps))
  app.route('/', emailHook(deps))
  app.route('/', xHooks(deps))
  app.use(compressTexts(isPrivateToSession), whoIsAsking(deps), guardCookiePosts(deps))
  app.route('/', accountRoutes(deps))
  app.route('/', filingRoutes(deps))
  app.route(
    '/',
    trackRoutes(deps, (c, actor, reportKey) => showMyReport(deps, c, actor, { reportKey })),
  )
  app.route('/', stopRoutes(deps))
  app.route('/', myReportRoutes(deps))
  app.route('/', pageLinkRoutes(deps))
  app.route('/', eraseRoutes(deps))
  app.route('/', auditRoutes(deps))
  app.route('/', deskRoutes(deps))
  app.route('/', publicationRoutes(deps))
  app.route('/api/v1', intakeApi(deps))
  app.route('/api/v1', caseworkApi(deps))
  app.route('/api/v1', deskApi(deps))
  app.route('/api/v1', auditApi(deps))
  app.route(
    '/api/v1',
    publicationApi(deps, (c, id) => privateReport(deps, c, id)),
  )
  app.route(
    '/',
    apiGuideRoutes(deps.config.baseUrl, [
      ...intakeOperations,
      ...publicationOperations,
      ...caseworkOperations,
      ...deskOperations,
      ...auditOperations,
    ]),
  )
  app.notFound(answerNotFound)
  app.onError(answerFailure(deps.log))
  if (!deps.config.production) app.route('/', komponenRoutes).route('/', outboxRoutes(deps))
  return app
}

/** A desk or an account: what it holds must not be told by its length beside words that a stranger put into the address. */
function isPrivateToSession(c: Context): boolean {
  return c.get('knownBy') === 'cookie' && /no-store/.test(c.res.headers.get('cache-control') ?? '')
}

function healthRoutes({ db, log }: Deps) {
  return new Hono()
    .get('/healthz', (c) => c.text('ok\n'))
    .get('/readyz', async (c) => {
      try {
        const { rows } = await sql<{ writable: boolean }>`select not pg_is_in_recovery() as writable`.execute(db)
        return rows[0]?.writable ? c.text('ready\n') : c.text('the database is read-only\n', 503)
      } catch (error) {
        log.warn({ err: error }, 'not ready')
        return c.text('the database cannot be reached\n', 503)
      }
    })
}
