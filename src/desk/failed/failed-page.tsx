import type { FailedMessage, MessageCount } from '../../notifications/failed/failed-messages.ts'
import { Button, DataTable, EmptyState } from '../../ui/components/index.ts'
import { count } from '../../ui/format.ts'
import { link } from '../../ui/locale.ts'
import { DeskPage } from '../desk-page.tsx'
import type { Duty } from '../duty.ts'
import { doorWord } from './door-word.ts'
import { FailedList } from './failed-list.tsx'

type Props = {
  duty: Duty
  counts: readonly MessageCount[]
  messages: readonly FailedMessage[]
  /** How many are shown at most. */
  most: number
  done?: string
}

/** /kelola/pemberitahuan/gagal: what did not go out and why, by cause and one by one, and what can be done. */
export function FailedPage({ duty, counts, messages, most, done }: Props) {
  const { t } = duty
  return (
    <DeskPage duty={duty} title={t.desk_page_pemberitahuan_gagal} current="pemberitahuan/gagal" done={done}>
      <div class="desk-column">
        <h1>{t.desk_page_pemberitahuan_gagal}</h1>
        <p>{t.failed_intro}</p>
        {duty.actor.role === 'operator' ? <p class="hint">{t.failed_who_mends}</p> : null}
        <Causes duty={duty} counts={counts} />
        {messages.length === 0 ? (
          <EmptyState title={t.failed_none} />
        ) : (
          <FailedList duty={duty} messages={messages} most={most} />
        )}
      </div>
    </DeskPage>
  )
}

function Causes({ duty, counts }: { duty: Duty; counts: readonly MessageCount[] }) {
  const { t, locale } = duty
  const told = counts.filter(({ state }) => state !== 'sent' && state !== 'queued')
  if (told.length === 0) return null
  return (
    <section>
      <h2>{t.failed_counts}</h2>
      <DataTable
        stacks
        caption={t.failed_counts}
        columns={[
          { name: t.failed_reason },
          { name: t.failed_door },
          { name: t.failed_state },
          { name: t.failed_count, number: true },
          { name: t.failed_action },
        ]}
        rows={told.map(({ state, channel, reason, count: n }) => [
          reason ?? t.failed_reason_unknown,
          doorWord(duty, channel),
          t[`failed_state_${state}`],
          count(locale, n),
          state === 'dead' && reason ? (
            <form method="post" action={link(locale, '/kelola/pemberitahuan/gagal/percobaan')}>
              <input type="hidden" name="reason" value={reason} />
              <Button>
                {t.failed_again_all}
                <span class="hidden"> {reason}</span>
              </Button>
            </form>
          ) : (
            ''
          ),
        ])}
      />
    </section>
  )
}
