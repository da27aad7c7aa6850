import { arrivalOutcomes, type DoorLedger } from '../intake/arrivals-ledger.ts'
import { DataTable, EmptyState, Notice } from '../ui/components/index.ts'
import { count } from '../ui/format.ts'
import { link } from '../ui/locale.ts'
import type { Duty } from './duty.ts'

/** One door: what came through it and what became of it, with the causes of what became nothing by itself. */
export function Door({ duty, ledger }: { duty: Duty; ledger: DoorLedger }) {
  const { t, locale } = duty
  const name = t[`desk_door_${ledger.door}`]
  const told = (n: number) => count(locale, n)
  const became = arrivalOutcomes.map((outcome) => [t[`desk_arrival_${outcome}`], told(ledger.outcomes[outcome])])
  return (
    <section>
      <h2>{name}</h2>
      {ledger.received === 0 && ledger.difference === 0 ? (
        <EmptyState title={t.desk_doors_none} />
      ) : (
        <>
          <DataTable
            caption={`${name}: ${t.desk_doors_caption}`}
            columns={[{ name: t.desk_doors_what }, { name: t.desk_doors_count, number: true }]}
            rows={[
              [t.desk_doors_received, told(ledger.received)],
              ...became,
              [t.desk_doors_difference, told(ledger.difference)],
            ]}
          />
          {ledger.difference === 0 ? null : <Notice tone="bad">{t.desk_doors_differ}</Notice>}
          {ledger.quarantined.length === 0 ? (
            <p>{t.desk_quarantined_none}</p>
          ) : (
            <DataTable
              caption={`${name}: ${t.desk_quarantined}`}
              columns={[{ name: t.desk_quarantined_why }, { name: t.desk_doors_count, number: true }]}
              rows={ledger.quarantined.map(({ reason, count: n }) => [causeOf(duty, reason), told(n)])}
            />
          )}
          {duty.actor.role === 'verifier'
            ? placesOf(ledger).map((place) => (
                <p>
                  <a href={link(locale, `/kelola/${place}`)}>
                    {place === 'verifikasi' ? t.desk_page_verifikasi : t.look_heading}
                  </a>
                </p>
              ))
            : null}
          {ledger.refused.length > 0 ? (
            <DataTable
              caption={`${name}: ${t.arrival_refused}`}
              columns={[{ name: t.desk_quarantined_why }, { name: t.desk_doors_count, number: true }]}
              rows={ledger.refused.map(({ reason, count: n }) => [whyRefused(duty, reason), told(n)])}
            />
          ) : null}
        </>
      )}
    </section>
  )
}

/** What could not be answered or read, and became a report all the same; broken of X nothing was read, of a mail something was. */
const atVerification: readonly string[] = ['no_number', 'no_sender', 'failed_sender', 'encrypted', 'only_files']

/** Where what a human has to look at lies. */
function placesOf({ door, quarantined }: DoorLedger): ('pintu/perlu-dilihat' | 'verifikasi')[] {
  const isFiled = (reason: string) => atVerification.includes(reason) || (reason === 'unreadable' && door === 'email')
  const waits = quarantined.filter(({ reason }) => !isFiled(reason))
  const filed = quarantined.filter(({ reason }) => isFiled(reason))
  return [
    ...(waits.length > 0 ? ['pintu/perlu-dilihat' as const] : []),
    ...(filed.length > 0 ? ['verifikasi' as const] : []),
  ]
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
  'encrypted_reply',
  'only_files',
  'maybe_machine',
  'unsure',
] as const

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
  'not_theirs',
  'unknown_post',
  'office',
  'other_address',
  'bounce_of_nothing',
  'forgotten',
  'read_again',
  'dismissed_spam',
  'dismissed_no_content',
  'dismissed_known',
  'dismissed_test',
] as const

/** Why a human has to look, in words. */
export function causeOf({ t }: Duty, reason: string): string {
  const cause = causes.find((known) => known === reason)
  return cause ? t[`desk_quarantined_${cause}`] : t.desk_quarantined_other
}

function whyRefused({ t }: Duty, reason: string): string {
  const known = refusals.find((name) => name === reason)
  return known ? t[`arrival_refused_${known}`] : t.desk_quarantined_other
}
