import type { Deliveries, GatewayLine } from '../notifications/gateway-states.ts'
import { DataTable } from '../ui/components/index.ts'
import { count, longMoment } from '../ui/format.ts'
import type { Duty } from './duty.ts'

/** Each connection to an operator and how it is; what the operators' receipts say of our SMS. Nothing where there is neither. */
export function GatewaysSection({
  duty,
  lines,
  deliveries,
}: {
  duty: Duty
  lines: GatewayLine[]
  deliveries: Deliveries
}) {
  const { t, locale, zone } = duty
  if (lines.length === 0 && deliveries.length === 0) return null
  return (
    <section>
      <h2>{t.desk_gateways}</h2>
      {lines.length === 0 ? null : (
        <DataTable
          caption={t.desk_gateways_caption}
          columns={[{ name: t.desk_gateway }, { name: t.desk_gateway_state }, { name: t.desk_gateway_since }]}
          rows={lines.map(({ gateway, line, state, since, reason }) => [
            line ? `${gateway} (${t[`desk_gateway_${line}`]})` : gateway,
            [t[`desk_gateway_${state}`], reason].filter(Boolean).join(': '),
            since ? longMoment(locale, since, zone) : '–',
          ])}
        />
      )}
      {deliveries.length === 0 ? null : (
        <DataTable
          caption={t.desk_deliveries_caption}
          columns={[{ name: t.desk_gateway }, { name: t.desk_delivery }, { name: t.desk_doors_count, number: true }]}
          rows={deliveries.map((one) => [
            one.gateway,
            t[`desk_delivery_${one.delivery as 'accepted'}`],
            count(locale, one.count),
          ])}
        />
      )}
    </section>
  )
}
