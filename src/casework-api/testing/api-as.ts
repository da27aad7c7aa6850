import { Hono } from 'hono'
import type { Person } from '../../accounts/person.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { publicationApi } from '../../publication/api.ts'
import { intakeApi } from '../../intake/api.ts'
import type { Actor } from '../../report/actor.ts'
import type { Deps } from '../../secrecy/deps.ts'
import { testDeps } from '../../testing/test-deps.ts'
import { caseworkApi, privateReport } from '../routes.ts'

export type Told = { status: number; headers: Headers; json: Record<string, unknown> }

/** The API as an actor meets it: staff and citizens by token (or, to be refused, by cookie), a reporter by the key. */
export function apiAs(
  db: TestDatabase,
  who: { actor?: Actor; key?: string; knownBy?: 'token' | 'cookie' },
  deps: Deps = testDeps(db),
) {
  const { actor, key, knownBy = 'token' } = who
  const app = new Hono()
    .use(async (c, next) => {
      c.set('person', actor && ({ role: actor.role, accountId: actor.accountId, agencyId: actor.agencyId } as Person))
      c.set('knownBy', actor && knownBy)
      await next()
    })
    .route('/api/v1', intakeApi(deps))
    .route('/api/v1', caseworkApi(deps))
    .route(
      '/api/v1',
      publicationApi(deps, (c, id) => privateReport(deps, c, id)),
    )
  const headers: Record<string, string> = key ? { 'report-key': key } : {}
  const raw = async (path: string) => app.request(path, { headers })
  const read = async (answer: Response): Promise<Told> => ({
    status: answer.status,
    headers: answer.headers,
    json: JSON.parse(await answer.text()),
  })
  const send = async (path: string, body: BodyInit, type?: string) =>
    read(
      await app.request(`/api/v1${path}`, {
        method: 'POST',
        headers: { ...headers, ...(type ? { 'content-type': type } : {}) },
        body,
      }),
    )
  return {
    deps,
    raw,
    get: async (path: string) => read(await raw(`/api/v1${path}`)),
    send,
    post: async (path: string, body: unknown) => send(path, JSON.stringify(body), 'application/json'),
  }
}
