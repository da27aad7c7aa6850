import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { createToken } from '../accounts/token.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { testDeps } from '../testing/test-deps.ts'
import { makeMetrics, metricsRoutes } from './metrics.ts'

const db = await testDatabase()
const deps = testDeps(db)
const { registry, count } = makeMetrics()
const app = new Hono().use(count).route('/', metricsRoutes(deps, registry))

test('the monitor needs a token of its own, and learns counts but no paths', async () => {
  expect((await app.request('/metrics')).status).toBe(401)
  await app.request('/laporan/K7M2QX4PR')
  const token = await createToken(db.owner, { purpose: 'metrics', label: 'metrics' }, deps.now())
  const answer = await app.request('/metrics', { headers: { authorization: `Bearer ${token}` } })
  const text = await answer.text()
  expect(answer.status).toBe(200)
  expect(text).toContain('lapor_http_answers_total{method="GET",status="4xx"}')
  expect(text).not.toContain('K7M2QX4PR')
})
