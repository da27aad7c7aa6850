import { Button, ErrorSummary, fieldId, HiddenFields, Notice } from '../ui/components/index.ts'
import { link } from '../ui/locale.ts'
import { RedactionPanel } from '../secrecy/redaction-panel.tsx'
import { findPersonalData } from '../secrecy/personal-data/find-personal-data.ts'
import { withNumbers } from '../secrecy/strange-numbers.ts'
import { carryingFound, notFoundIn, piecesOf, stillOpen } from '../secrecy/redactions.ts'
import type { FormErrors, Values } from './action.ts'
import { DeskPage } from './desk-page.tsx'
import { EarlierPanel } from './earlier-panel.tsx'
import { earlierWords, withoutLeft } from './earlier-words.ts'
import { approvalOf, ForwardShown, type ShownProps } from './forward-shown.tsx'

type PreviewProps = ShownProps & { values: Values; errors?: FormErrors }

/** Exactly what the public will see, before it is published; for a confidential report: that it will see nothing. */
export async function ForwardPreview({ values, errors = {}, ...props }: PreviewProps) {
  const { duty, forwarding } = props
  const { t, locale } = duty
  const earlier = earlierWords(props.open, values, props.known)
  const open = withoutLeft(props.open, values)
  const shown = { ...props, open }
  const { report } = open
  const office = forwarding.agency
  const { step: _step, approved: _approved, ...typed } = values
  const address = link(locale, `/kelola/laporan/${report.tracking_id}/penerusan`)
  const approved = await approvalOf(shown)
  const { title = '', text = '', place = '' } = values
  const found = carryingFound(typed, [title, text, place])
  const carried = <HiddenFields values={{ ...found, seenSeq: String(report.last_seq), approved }} />
  const look = (words: string) => withNumbers(words, props.known, findPersonalData(words))
  const pieces = piecesOf(values, [title, text, place], look)
  const notFound = notFoundIn(values, [title, text, place])
  const forAll = piecesOf(values, [title, text, report.anonymous ? '' : place], look)
  const isPublic = !report.confidential && stillOpen(forAll) > 0
  return (
    <DeskPage duty={duty} title={t.desk_preview}>
      <div class="desk-column">
        <ErrorSummary locale={locale} errors={errors} />
        <h1>{report.confidential ? t.desk_preview_confidential : t.desk_preview_heading}</h1>
        {report.confidential ? (
          <Notice title={t.desk_preview_nothing}>
            <p>{t.desk_preview_nothing_text(office.name)}</p>
          </Notice>
        ) : (
          <p>{t.desk_preview_intro(office.name)}</p>
        )}
        <div id={fieldId('approved')}>
          <ForwardShown {...shown} />
        </div>
        <EarlierPanel {...{ duty, earlier, address, carried }} />
        <RedactionPanel {...{ locale, pieces, notFound, address, carried }} isReadBy={isPublic ? 'public' : 'office'} />
        <form method="post" action={address}>
          {carried}
          <div class="actions">
            <Button tone="main" name="step" value="send">
              {report.confidential ? t.desk_verb_forward_confidential : t.desk_verb_penerusan}
            </Button>
            <Button tone="quiet" name="step" value="edit">
              {t.desk_preview_edit}
            </Button>
          </div>
        </form>
      </div>
    </DeskPage>
  )
}
