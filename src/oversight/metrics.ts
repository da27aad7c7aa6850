import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { bearerOf, opensDoor } from '../accounts/token.ts'
import { arrivalOutcomes, arrivalsLedger, arrivalsRepeated, type DoorLedger } from '../intake/arrivals-ledger.ts'
import { messageCounts } from '../notifications/failed/failed-messages.ts'
import { gatewayLines, smsDeliveries } from '../notifications/gateway-states.ts'
import { type XState, xStates } from '../notifications/x-states.ts'
import type { Deps } from '../secrecy/deps.ts'
import { gatewayGauges } from './gateway-gauges.ts'
import { workGauges, workUndone } from './work-undone.ts'

/**
 * What a monitor may know of the web process: how many answers of which status, and how long they took. No path, no
 * address, no report: a count by address would tell who looks at what.
 */
export function makeMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answers = new Counter({
    name: 'lapor_http_answers_total',
    help: 'Answers by method and class of status',
    labelNames: ['method', 'status'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'lapor_http_seconds',
    help: 'Time to answer, in seconds',
    labelNames: ['method'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const count = createMiddleware(async (c, next) => {
    const begun = performance.now()
    await next()
    const method = known.has(c.req.method) ? c.req.method : 'other'
    answers.inc({ method, status: `${Math.floor(c.res.status / 100)}xx` })
    seconds.observe({ method }, (performance.now() - begun) / 1000)
  })
  return { registry, count }
}

const known = new Set(['GET', 'POST', 'HEAD'])

/** GET /metrics for Prometheus; with a token from `bin/lapor token create --for metrics` only. */
export function metricsRoutes({ db, now }: Pick<Deps, 'db' | 'now'>, registry: Registry) {
  const setArrivals = arrivalGauges(registry)
  const messages = messageGauge(registry)
  const setGateways = gatewayGauges(registry)
  const setX = xGauge(registry)
  const setWork = workGauges(registry)
  return new Hono().get('/metrics', async (c) => {
    const token = bearerOf(c.req.header('authorization'))
    if (!token || !(await opensDoor(db, token, { purpose: 'metrics', label: 'metrics' }))) {
      return c.text('a token is needed: bin/lapor token create --for metrics\n', 401, { 'www-authenticate': 'Bearer' })
    }
    setArrivals(await arrivalsLedger(db), await arrivalsRepeated(db))
    messages.reset()
    for (const { state, channel, reason, count } of await messageCounts(db))
      messages.set({ state, channel, reason: reason ?? '' }, count)
    setGateways(await gatewayLines(db, now()), await smsDeliveries(db))
    setX(await xStates(db))
    setWork(await workUndone(db, now()))
    return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType, 'cache-control': 'no-store' })
  })
}

/** What became of messages going out; a state that nothing is in any more is not told. */
function messageGauge(registry: Registry) {
  return new Gauge({
    name: 'lapor_messages',
    help: 'Messages going out by state and door; of those not sent, by reason',
    labelNames: ['state', 'channel', 'reason'],
    registers: [registry],
  })
}

/** The ledger of the doors in two gauges: what came, and what became of it. */
function arrivalGauges(registry: Registry) {
  const received = new Gauge({
    name: 'lapor_arrivals_received',
    help: 'Messages received by each door',
    labelNames: ['door'],
    registers: [registry],
  })
  const repeated = new Gauge({
    name: 'lapor_arrivals_repeated',
    help: 'How often a message that was there came again: thanked for, and nothing more became of it',
    labelNames: ['door'],
    registers: [registry],
  })
  const arrivals = new Gauge({
    name: 'lapor_arrivals',
    help: 'What became of them, counted apart from lapor_arrivals_received',
    labelNames: ['door', 'outcome'],
    registers: [registry],
  })
  const differences = new Gauge({
    name: 'lapor_arrivals_difference',
    help: 'Received less what became of them: anything but 0 is a message lost, or put in beside the door',
    labelNames: ['door'],
    registers: [registry],
  })
  return (ledger: readonly DoorLedger[], again: ReadonlyMap<string, number>) => {
    for (const { door, received: all, outcomes, difference } of ledger) {
      received.set({ door }, all)
      repeated.set({ door }, again.get(door) ?? 0)
      differences.set({ door }, difference)
      for (const outcome of arrivalOutcomes) arrivals.set({ door, outcome }, outcomes[outcome])
    }
  }
}

/** One line for each part of X that we use: 0 while it goes well; nothing where no account is set. */
function xGauge(registry: Registry) {
  const trouble = new Gauge({
    name: 'lapor_x_trouble',
    help: 'Whether a part of X does not answer as it should, and why: limited, quota, refused, away or unknown',
    labelNames: ['part', 'why'],
    registers: [registry],
  })
  return (states: readonly XState[]) => {
    trouble.reset()
    for (const { part, trouble: why } of states) trouble.set({ part, why: why ?? 'none' }, why ? 1 : 0)
  }
}
