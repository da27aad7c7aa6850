import { Handed } from '../intake/handed.tsx'
import type { ReportRow } from '../report/move.ts'
import { Actions, LinkButton } from '../ui/components/index.ts'
import { link } from '../ui/locale.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'
import { ReceiptDeadline } from './receipt-deadline.tsx'

/** The answer to sending what is about whoever wrote it down. */
export function WalkInHanded({ duty, report }: { duty: Duty; report: ReportRow }) {
  const { t, locale } = duty
  return (
    <DeskPage duty={duty} title={t.filing_handed} current="lapor-langsung">
      <div class="desk-column">
        <Handed locale={locale} report={report}>
          <ReceiptDeadline duty={duty} report={report} />
        </Handed>
        <div class="screen-only">
          <Actions>
            <LinkButton href={link(locale, '/kelola/lapor-langsung')}>{t.desk_walk_in_another}</LinkButton>
          </Actions>
        </div>
      </div>
    </DeskPage>
  )
}
