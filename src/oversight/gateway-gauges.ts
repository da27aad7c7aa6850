import { Gauge, type Registry } from 'prom-client'
import { type Deliveries, type GatewayLine, lineStates } from '../notifications/gateway-states.ts'

/** The binds of operators and what became of SMS, as gauges. Names of gateways and counts, and nothing of a person. */
export function gatewayGauges(registry: Registry) {
  const lines = new Gauge({
    name: 'lapor_sms_line',
    help: 'Connections to operators: 1 for the state that each is in',
    labelNames: ['gateway', 'line', 'state'],
    registers: [registry],
  })
  const deliveries = new Gauge({
    name: 'lapor_sms_deliveries',
    help: 'SMS that left by gateway and what their receipts say',
    labelNames: ['gateway', 'delivery'],
    registers: [registry],
  })
  return (now: readonly GatewayLine[], became: Deliveries) => {
    lines.reset()
    deliveries.reset()
    for (const { gateway, line, state } of now)
      for (const one of lineStates) lines.set({ gateway, line: line ?? 'none', state: one }, one === state ? 1 : 0)
    for (const { gateway, delivery, count } of became) deliveries.set({ gateway, delivery }, count)
  }
}
