import { groupTrackingId } from '../report/tracking-id.ts'
import { link } from '../ui/locale.ts'
import type { Duty } from './duty.ts'

/** Another report, by its number, on this desk. */
export function ReportLink({ duty, id }: { duty: Duty; id: string }) {
  return (
    <a class="code" href={link(duty.locale, `/kelola/laporan/${id}`)}>
      {groupTrackingId(id)}
    </a>
  )
}
