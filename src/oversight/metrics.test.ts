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

test('the monitor learns what came through each door and what became of it, from counts alone', async () => {
  const arrival = (at: number, settled: object) => ({
    id: `00000000-0000-4000-8000-00000000000${at}`,
    door: 'sms',
    gateway: 'kannel',
    message_hash: Buffer.alloc(32, at),
    sealed: Buffer.from('sealed'),
    arrived_at: deps.now(),
    ...settled,
  })
  const settled_at = deps.now()
  await db.owner
    .insertInto('identity.arrival')
    .values([
      arrival(1, {}),
      arrival(2, { outcome: 'report', settled_at }),
      arrival(3, { outcome: 'report', settled_at }),
      arrival(4, { outcome: 'quarantined', reason: 'failed', settled_at }),
    ])
    .execute()
  const token = await createToken(db.owner, { purpose: 'metrics', label: 'metrics' }, deps.now())
  const answer = await app.request('/metrics', { headers: { authorization: `Bearer ${token}` } })
  const lines = (await answer.text()).split('\n').filter((line) => line.startsWith('lapor_arrivals'))
  expect(lines).toContain('lapor_arrivals_received{door="email"} 0')
  expect(lines.filter((line) => line.includes('door="sms"'))).toEqual([
    'lapor_arrivals_received{door="sms"} 4',
    'lapor_arrivals_repeated{door="sms"} 0',
    'lapor_arrivals{door="sms",outcome="waiting"} 1',
    'lapor_arrivals{door="sms",outcome="asked"} 0',
    'lapor_arrivals{door="sms",outcome="report"} 2',
    'lapor_arrivals{door="sms",outcome="reply"} 0',
    'lapor_arrivals{door="sms",outcome="command"} 0',
    'lapor_arrivals{door="sms",outcome="part"} 0',
    'lapor_arrivals{door="sms",outcome="quarantined"} 1',
    'lapor_arrivals{door="sms",outcome="refused"} 0',
    'lapor_arrivals_difference{door="sms"} 0',
  ])
})

test('the monitor learns how many messages went out, wait or failed, and why', async () => {
  const message = (at: number, state: string, last_error: string | null, given_up: string | null = null) => ({
    id: `00000000-0000-4000-8000-0000000000a${at}`,
    dedupe: `message ${at}`,
    channel: 'email',
    template: 'answered',
    sealed_to: Buffer.from('sealed'),
    created_at: deps.now(),
    state,
    last_error,
    given_up,
  })
  await db.owner
    .insertInto('identity.message')
    .values([
      message(1, 'sent', null),
      message(2, 'dead', 'SMTP 550'),
      message(3, 'dead', 'SMTP 550'),
      message(4, 'dead', 'stopped'),
      message(5, 'dead', 'SMTP 550', 'no_way'),
    ])
    .execute()
  const token = await createToken(db.owner, { purpose: 'metrics', label: 'metrics' }, deps.now())
  const text = await (await app.request('/metrics', { headers: { authorization: `Bearer ${token}` } })).text()
  expect(text.match(/^lapor_messages\{.*/gm)?.toSorted()).toEqual([
    'lapor_messages{state="dead",channel="email",reason="SMTP 550"} 2',
    'lapor_messages{state="given_up",channel="email",reason="SMTP 550"} 1',
    'lapor_messages{state="sent",channel="email",reason=""} 1',
    'lapor_messages{state="silenced",channel="email",reason="stopped"} 1',
  ])
})
