import { Actions, KeyBox, LinkButton, Notice, TrackingId } from '../ui/components/index.ts'
import type { Receipt } from '../intake/receipt.ts'
import { groupReportKey } from '../secrecy/report-key.ts'
import { link } from '../ui/locale.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'
import { ReceiptDeadline } from './receipt-deadline.tsx'

/** What the visitor takes home: ID and key, on one printed page. The desk does not keep the key. */
export function WalkInReceipt({ duty, receipt }: { duty: Duty; receipt: Receipt }) {
  const { t, locale } = duty
  return (
    <DeskPage duty={duty} title={t.desk_walk_in_receipt} current="lapor-langsung">
      <div class="desk-column">
        <h1>{t.desk_walk_in_receipt}</h1>
        <TrackingId locale={locale} id={receipt.report.tracking_id} />
        {receipt.key ? (
          <KeyBox locale={locale} reportKey={groupReportKey(receipt.key)}>
            {receipt.report.without_identity ? t.filing_receipt_key_only_way : t.desk_walk_in_key}
          </KeyBox>
        ) : null}
        <ReceiptDeadline duty={duty} report={receipt.report} />
        <div class="screen-only">
          <Notice title={t.desk_walk_in_print}>
            <p>{t.desk_walk_in_print_text}</p>
          </Notice>
          <Actions>
            <LinkButton href={link(locale, '/kelola/lapor-langsung')}>{t.desk_walk_in_another}</LinkButton>
          </Actions>
        </div>
      </div>
    </DeskPage>
  )
}
