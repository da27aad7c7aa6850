import type { DoorLedger } from '../intake/arrivals-ledger.ts'
import type { Deliveries, GatewayLine } from '../notifications/gateway-states.ts'
import type { HeldMessages } from '../notifications/held-messages.ts'
import type { MailboxState } from '../notifications/mailbox-states.ts'
import { DataTable } from '../ui/components/index.ts'
import { MailboxTable } from './mailbox-table.tsx'
import { count } from '../ui/format.ts'
import { DeskPage } from './desk-page.tsx'
import { Door } from './door-ledger.tsx'
import type { XState } from '../notifications/x-states.ts'
import { XHealth } from './x-health.tsx'
import type { Duty } from './duty.ts'
import { GatewaysSection } from './gateways-section.tsx'

type DoorsPageProps = {
  duty: Duty
  ledger: readonly DoorLedger[]
  held: HeldMessages
  boxes: MailboxState[]
  lines: GatewayLine[]
  deliveries: Deliveries
  x: readonly XState[]
}

/** What came through each door and what became of it; which SMS of ours wait, and why. */
export function DoorsPage({ duty, ledger, held, boxes, lines, deliveries, x }: DoorsPageProps) {
  const { t, locale } = duty
  return (
    <DeskPage duty={duty} title={t.desk_page_pintu} current="pintu">
      <div class="desk-column">
        <h1>{t.desk_page_pintu}</h1>
        <p>{t.desk_doors_intro}</p>
        {ledger.map((door) => (
          <Door duty={duty} ledger={door} />
        ))}
        <MailboxTable duty={duty} boxes={boxes} />
        <XHealth duty={duty} states={x} />
        {held.length === 0 ? null : (
          <section>
            <h2>{t.desk_held}</h2>
            <DataTable
              caption={t.desk_held_caption}
              columns={[{ name: t.desk_quarantined_why }, { name: t.desk_doors_count, number: true }]}
              rows={held.map((one) => [t[`desk_held_${one.held}`], count(locale, one.count)])}
            />
          </section>
        )}
        <GatewaysSection duty={duty} lines={lines} deliveries={deliveries} />
      </div>
    </DeskPage>
  )
}
