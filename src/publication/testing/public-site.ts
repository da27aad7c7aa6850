import { Hono } from 'hono'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { aWednesday, testDeps } from '../../testing/test-deps.ts'
import { answerFailure, answerNotFound } from '../../ui/errors.tsx'
import { pathWithoutLocale } from '../../ui/locale.ts'
import { publicationApi } from '../api.ts'
import { publicationRoutes } from '../routes.tsx'

/** The public pages and their API alone, as a visitor meets them. `today` may be moved. */
export function publicSite(db: TestDatabase, today: () => Date = () => aWednesday) {
  const deps = testDeps(db, today)
  const app = new Hono({ getPath: pathWithoutLocale })
    .route('/', publicationRoutes(deps))
    .route('/api/v1', publicationApi(deps))
  app.notFound(answerNotFound)
  app.onError(answerFailure(deps.log))
  return {
    deps,
    app,
    get: (path: string, headers: Record<string, string> = {}) => app.request(`http://lapor.test${path}`, { headers }),
    text: async (path: string) => (await app.request(`http://lapor.test${path}`)).text(),
    json: async (path: string) => JSON.parse(await (await app.request(`http://lapor.test${path}`)).text()),
  }
}
