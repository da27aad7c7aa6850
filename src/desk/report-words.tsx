import { Notice, Pictures } from '../ui/components/index.ts'
import { readsOriginal } from '../secrecy/reads-original.ts'
import type { Duty } from './duty.ts'
import type { OpenReport } from './open-report.ts'
import { picturesOf } from './report-pictures.ts'

/** The report's words: as the reporter wrote them, beside what the public reads where that was edited. */
export function ReportWords({ duty, open }: { duty: Duty; open: OpenReport }) {
  const { t, locale } = duty
  const { words, report } = open
  if (!words) {
    return (
      <Notice title={t.desk_confidential_closed}>
        <p>{t.desk_confidential_closed_text}</p>
      </Notice>
    )
  }
  const original = readsOriginal(duty.actor, report, open.openings, duty.setting.now)
  const edited = original && words.text !== words.originalText
  const pictures = picturesOf(open, 1, locale)
  return (
    <>
      <div class={edited ? 'desk-words two' : 'desk-words'}>
        <section>
          <h2>{edited ? t.desk_original : t.desk_text}</h2>
          {original && words.originalTitle && words.originalTitle !== words.title ? (
            <p class="label">{words.originalTitle}</p>
          ) : null}
          <div class="prose">{original ? words.originalText : words.text}</div>
        </section>
        {edited ? (
          <section>
            <h2>{report.published_at && !report.confidential ? t.desk_edited_public : t.desk_edited}</h2>
            <div class="prose">{words.text}</div>
          </section>
        ) : null}
      </div>
      {pictures.length > 0 ? <Pictures pictures={pictures} words={t.common_photo} /> : null}
    </>
  )
}
