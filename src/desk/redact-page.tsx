import { RedactionPanel } from '../secrecy/redaction-panel.tsx'
import { carryingFound, notFoundIn, piecesOf, stillOpen } from '../secrecy/redactions.ts'
import { findInWordsOf, findPersonalData } from '../secrecy/personal-data/find-personal-data.ts'
import { redacted } from '../secrecy/personal-data/redact.ts'
import { type KnownNumbers, withNumbers } from '../secrecy/strange-numbers.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import { Breadcrumb, Button, HiddenFields, Notice } from '../ui/components/index.ts'
import { link } from '../ui/locale.ts'
import type { Values } from './action.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'
import type { OpenReport } from './open-report.ts'
import { RedactedShown, redactedApproval, saidToAll, wholeTexts } from './redacting.tsx'

type RedactPageProps = { duty: Duty; read: { open: OpenReport; known: KnownNumbers }; values: Values; notice?: string }

/** /kelola/laporan/{id}/penyamaran: exactly what the public will read, and each piece that can be taken out of it or put back. */
export async function RedactPage({ duty, read, values, notice }: RedactPageProps) {
  const { t, locale } = duty
  const { open, known } = read
  const { report } = open
  const { step: _step, approved: _approved, ...typed } = values
  const approved = await redactedApproval(duty, read, values)
  const whole = wholeTexts(duty, open)
  const found = carryingFound(typed, whole)
  const carried = <HiddenFields values={{ ...found, seenSeq: String(report.last_seq), approved }} />
  const saidBy = new Map(saidToAll(open).map(({ text, role }) => [text, role]))
  const pieces = piecesOf(values, whole, (words) => {
    const role = saidBy.get(words)
    return withNumbers(words, known, role ? findInWordsOf(role, words) : findPersonalData(words))
  })
  const notFound = notFoundIn(values, whole)
  const page = link(locale, `/kelola/laporan/${report.tracking_id}`)
  const address = `${page}/penyamaran`
  return (
    <DeskPage duty={duty} title={t.desk_do_penyamaran}>
      <div class="desk-column">
        <Breadcrumb locale={locale} links={[{ href: page, words: groupTrackingId(report.tracking_id) }]} />
        <h1>{t.desk_do_penyamaran}</h1>
        {notice ? <Notice tone="warning" title={notice} announce /> : null}
        <p>{t.desk_redact_intro}</p>
        <RedactedShown {...{ duty, read, values }} />
        {whole.some((words) => words.includes(redacted)) ? <p class="hint">{t.desk_redact_not_back}</p> : null}
        <RedactionPanel
          {...{ locale, pieces, notFound, address, carried }}
          isReadBy={stillOpen(pieces) > 0 ? 'public' : 'office'}
        />
        <form method="post" action={address}>
          {carried}
          <div class="actions">
            <Button tone="main" name="step" value="send">
              {t.desk_verb_penyamaran}
            </Button>{' '}
            <a href={page}>{t.common_cancel}</a>
          </div>
        </form>
      </div>
    </DeskPage>
  )
}
