import { Breadcrumb, Button, ErrorSummary, Pictures, SecrecyBadges } from '../ui/components/index.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import { link } from '../ui/locale.ts'
import type { FormErrors, Values } from './action.ts'
import { Conflict } from './conflict.tsx'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'
import { ForwardFields } from './forward-fields.tsx'
import type { OpenEvent, OpenReport } from './open-report.ts'
import { ReportFacts } from './report-facts.tsx'
import { picturesOf } from './report-pictures.ts'

export type ForwardPageProps = {
  duty: Duty
  open: OpenReport
  values: Values
  errors: FormErrors
  since?: readonly OpenEvent[]
}

/** /kelola/laporan/{id}/penerusan: the reporter's words at the left, what the public will read at the right. */
export function ForwardPage({ duty, open, values, errors, since }: ForwardPageProps) {
  const { t, locale } = duty
  const { report, words } = open
  const address = `/kelola/laporan/${report.tracking_id}`
  const named = Object.entries(errors).map(([name, reason]) => [`penerusan-${name}`, reason])
  const pictures = picturesOf(open, 1, locale)
  return (
    <DeskPage duty={duty} title={`${t.desk_do_penerusan} ${groupTrackingId(report.tracking_id)}`}>
      <Breadcrumb
        locale={locale}
        links={[{ href: link(locale, address), words: groupTrackingId(report.tracking_id) }]}
      />
      <ErrorSummary locale={locale} errors={Object.fromEntries(named)} />
      {since ? <Conflict duty={duty} since={since} /> : null}
      <h1>{t.desk_do_penerusan}</h1>
      <div class="desk-words two">
        <section>
          <h2>{t.desk_original}</h2>
          <SecrecyBadges
            locale={locale}
            anonymous={report.anonymous}
            confidential={report.confidential}
            withoutIdentity={report.without_identity}
          />
          {words?.originalTitle ? <p class="label">{words.originalTitle}</p> : null}
          <div class="prose">{words?.originalText}</div>
          {pictures.length > 0 ? <Pictures pictures={pictures} words={t.common_photo} /> : null}
          <ReportFacts duty={duty} open={open} />
        </section>
        <section>
          <h2>{report.confidential ? t.desk_edited : t.desk_edited_public}</h2>
          <form method="post" action={link(locale, `${address}/penerusan`)} novalidate>
            <input type="hidden" name="seenSeq" value={String(report.last_seq)} />
            {values.samaran ? <input type="hidden" name="samaran" value={values.samaran} /> : null}
            {values.terdahulu ? <input type="hidden" name="terdahulu" value={values.terdahulu} /> : null}
            <ForwardFields {...{ duty, open, values, errors }} staged={[]} formKey="" colleagues={[]} />
            <div class="actions">
              <Button tone="main" name="step" value="preview">
                {t.desk_preview}
              </Button>
              <a href={link(locale, address)}>{t.common_cancel}</a>
            </div>
          </form>
        </section>
      </div>
    </DeskPage>
  )
}
