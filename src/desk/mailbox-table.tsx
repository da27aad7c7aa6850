import type { MailboxState } from '../notifications/mailbox-states.ts'
import { nationalDesk } from '../report/clocks/clocks.ts'
import { DataTable } from '../ui/components/index.ts'
import { longMoment } from '../ui/format.ts'
import type { Duty } from './duty.ts'

/** Which mailboxes are read, and which not since when. */
export function MailboxTable({ duty, boxes }: { duty: Duty; boxes: readonly MailboxState[] }) {
  const { t, locale } = duty
  if (boxes.length === 0) return null
  const how = ({ state, last_error }: MailboxState) =>
    state === 'up' ? t.desk_box_up : state === 'down' ? `${t.desk_box_down}: ${last_error ?? ''}` : t.desk_box_new
  return (
    <section>
      <h2>{t.desk_boxes}</h2>
      <DataTable
        caption={t.desk_boxes}
        columns={[{ name: t.desk_box }, { name: t.desk_box_state }, { name: t.desk_box_since }]}
        rows={boxes.map((box) => [
          box.name,
          how(box),
          box.since ? longMoment(locale, box.since, nationalDesk.zone) : '–',
        ])}
      />
    </section>
  )
}
