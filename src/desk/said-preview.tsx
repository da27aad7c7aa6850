import { cleanText } from '../intake/clean-text.ts'
import { outcomes } from '../follow-up/answer-report.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import { WordsPreview } from '../secrecy/words-preview.tsx'
import { archiveReasons } from '../verification/archive-report.ts'
import { Breadcrumb, Button, fieldId } from '../ui/components/index.ts'
import { link } from '../ui/locale.ts'
import type { Values } from './action.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'
import { type Asked, lookedAt } from './look-again.ts'
import type { Noun } from './nouns.ts'
import type { PostedAction } from './read-posted.ts'

type Props = { duty: Duty; noun: Noun; posted: PostedAction; asked: Asked }

/** Words of an office that everybody will read and that may point at somebody, as they will be read; the form goes along unseen. */
export function SaidPreview({ duty, noun, posted, asked: { open, asked, look, print } }: Props) {
  const { t, locale } = duty
  const { tracking_id: id, last_seq } = open.report
  const { values, formKey, staged } = posted
  const report = link(locale, `/kelola/laporan/${id}`)
  const address = `${report}/${noun}`
  const carried = { ...values, seenSeq: String(last_seq), formKey, [lookedAt]: print }
  const why =
    asked.length > 0 ? t.desk_look_again(asked.map((piece) => `“${piece}”`).join(', ')) : t.desk_looked_through
  const beside = besideWords(duty, noun, values)
  return (
    <DeskPage duty={duty} title={t.redact_preview}>
      <div class="desk-column">
        <Breadcrumb locale={locale} links={[{ href: report, words: groupTrackingId(id) }]} />
        <WordsPreview
          {...{ locale, address, why, look }}
          heading={t.redact_preview}
          text={cleanText(values.text ?? '')}
          values={carried}
          above={beside ? <p class="outcome">{beside}</p> : null}
          below={staged.length > 0 ? <p class="hint">{t.desk_preview_photos(staged.length)}</p> : null}
        >
          <div class="actions">
            <Button tone="main">{t.redact_send}</Button>
            <Button tone="quiet" name="step" value="edit" formaction={`${address}#${fieldId(noun)}`}>
              {t.redact_change}
            </Button>
          </div>
        </WordsPreview>
      </div>
    </DeskPage>
  )
}

/** What the public reads above the words: the outcome of an answer, why it is archived. */
function besideWords({ t }: Duty, noun: Noun, values: Values): string | undefined {
  const outcome = noun === 'jawaban' ? outcomes.find((one) => one === values.outcome) : undefined
  const reason = noun === 'pengarsipan' ? archiveReasons.find((one) => one === values.reason) : undefined
  return (outcome && t[`report_outcome_${outcome}`]) ?? (reason && t[`public_archive_${reason}`])
}
