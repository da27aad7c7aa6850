import { arrivalOutcomes, type DoorLedger } from '../intake/arrivals-ledger.ts'
import type { Deliveries, GatewayLine } from '../notifications/gateway-states.ts'
import type { HeldMessages } from '../notifications/held-messages.ts'
import type { MailboxState } from '../notifications/mailbox-states.ts'
import { DataTable, EmptyState } from '../ui/components/index.ts'
import { MailboxTable } from './mailbox-table.tsx'
import { count } from '../ui/format.ts'
import { DeskPage } from './desk-page.tsx'
import { link } from '../ui/locale.ts'
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

function Door({ duty, ledger }: { duty: Duty; ledger: DoorLedger }) {
  const { t, locale } = duty
  const name = t[`desk_door_${ledger.door}`]
  const told = (n: number) => count(locale, n)
  const became = arrivalOutcomes.map((outcome) => [t[`desk_arrival_${outcome}`], told(ledger.outcomes[outcome])])
  return (
    <section>
      <h2>{name}</h2>
      {ledger.received === 0 ? (
        <EmptyState title={t.desk_doors_none} />
      ) : (
        <>
          <DataTable
            caption={`${name}: ${t.desk_doors_caption}`}
            columns={[{ name: t.desk_doors_what }, { name: t.desk_doors_count, number: true }]}
            rows={[[t.desk_doors_received, told(ledger.received)], ...became]}
          />
          {ledger.quarantined.length === 0 ? (
            <p>{t.desk_quarantined_none}</p>
          ) : (
            <DataTable
              caption={`${name}: ${t.desk_quarantined}`}
              columns={[{ name: t.desk_quarantined_why }, { name: t.desk_doors_count, number: true }]}
              rows={ledger.quarantined.map(({ reason, count: n }) => [causeOf(duty, reason), told(n)])}
            />
          )}
          {ledger.quarantined.some(({ reason }) => reason === 'unsure') && duty.actor.role === 'verifier' ? (
            <p>
              <a href={link(locale, '/kelola/pintu/x')}>{t.desk_unsure_look}</a>
            </p>
          ) : null}
          {ledger.door === 'x' && ledger.refused.length > 0 ? (
            <DataTable
              caption={`${name}: ${t.desk_refused}`}
              columns={[{ name: t.desk_quarantined_why }, { name: t.desk_doors_count, number: true }]}
              rows={ledger.refused.map(({ reason, count: n }) => [whyRefused(duty, reason), told(n)])}
            />
          ) : null}
        </>
      )}
    </section>
  )
}

/** Causes that have a sentence of their own. */
const causes = [
  'failed',
  'flood',
  'unread',
  'no_number',
  'no_sender',
  'failed_sender',
  'unreadable',
  'encrypted',
  'unsure',
] as const

function causeOf({ t }: Duty, reason: string): string {
  const cause = causes.find((known) => known === reason)
  return cause ? t[`desk_quarantined_${cause}`] : t.desk_quarantined_other
}

function whyRefused({ t }: Duty, reason: string): string {
  const known = refusals.find((name) => name === reason)
  return known ? t[`desk_refused_${known}`] : t.desk_quarantined_other
}

const refusals = [
  'own',
  'retweet',
  'quote',
  'not_addressed',
  'promotion',
  'not_a_report',
  'empty',
  'taken_back',
  'judged',
] as const
