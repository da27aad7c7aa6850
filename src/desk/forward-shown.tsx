import { Icon, Notice } from '../ui/components/index.ts'
import { dayOf } from '../report/clocks/day.ts'
import { explainDeadline } from '../report/clocks/explain.ts'
import { start } from '../report/clocks/clocks.ts'
import { officeOf } from '../agencies/directory.ts'
import type { Tx } from '../report/as.ts'
import { hides } from '../report/hides.ts'
import { readEmbargoes, runningEmbargo } from '../secrecy/embargo.ts'
import { type KnownNumbers, knownNumbers } from '../secrecy/strange-numbers.ts'
import { printOf } from '../secrecy/print-of.ts'
import { longMoment } from '../ui/format.ts'
import { sentence } from '../ui/sentence.ts'
import type { Values } from './action.ts'
import type { Duty } from './duty.ts'
import type { Forwarding } from './forwarding.ts'
import { type OpenReport, openReport } from './open-report.ts'
import { Marked, PublicView, publicPictures } from './public-view.tsx'

export type ShownProps = {
  duty: Duty
  /** With what its events leave to the parties left out (earlier-words.ts). */
  open: OpenReport
  forwarding: Forwarding
  /** Until when an embargo keeps it from the public. */
  heldUntil: Date | undefined
  /** Of the numbers of reports in what is shown: the others are marked. */
  known: KnownNumbers
}

/** What is shown beside the form itself, as it stands now; undefined as openReport is. @param values what the form says */
export async function readToShow(tx: Tx, duty: Duty, id: string, values: Values) {
  const open = await openReport(tx, duty, id)
  if (!open) return undefined
  const embargoes = await readEmbargoes(tx, null, open.report.id)
  const { words, report } = open
  const standing = [words?.title, words?.text, words?.shownPlace, report.place, ...open.events.map(({ text }) => text)]
  const texts = [...Object.values(values), ...standing.map((text) => text ?? '')]
  const known = await knownNumbers(tx, report.id, texts)
  return { open, heldUntil: runningEmbargo(embargoes, duty.setting.now)?.until, known }
}

/**
 * Stands for exactly what is shown before publishing, for it is made of that: another word, picture, name, office, embargo or event in
 * between, and it is another.
 */
export async function approvalOf(props: ShownProps): Promise<string> {
  const { open, forwarding } = props
  const shown = await drawn(<ForwardShown {...props} />)
  return printOf({ ...forwarding, agency: forwarding.agency.id, seq: open.report.last_seq, shown })
}

/** Drawn to the end: a part of it may be waited for. */
async function drawn(element: { toString(): string | Promise<string> }): Promise<string> {
  return element.toString()
}

/** What the public will see and when, what only the office will, and until when that must answer. */
export function ForwardShown(props: ShownProps) {
  const { duty, open, forwarding, heldUntil, known } = props
  const { t, locale, zone } = duty
  const { report } = open
  return (
    <>
      {heldUntil && !report.confidential ? (
        <Notice tone="warning" title={t.opening_embargo_running}>
          <p>{t.opening_embargo_preview(longMoment(locale, heldUntil, zone))}</p>
        </Notice>
      ) : null}
      <PublicView
        {...{ duty, open, known }}
        stage="forwarded"
        shown={{ ...forwarding, agencyId: forwarding.agency.rootId }}
      />
      {report.anonymous && forwarding.place ? (
        <p>
          {t.desk_place_office}: <Marked text={forwarding.place} known={known} />
        </p>
      ) : null}
      {hides(report) && publicPictures(open, locale).length > 0 ? (
        <p class="caution">
          <Icon name="warning" /> {t.desk_photo_caution}
        </p>
      ) : null}
      <p class="hint">{sentence(deadlineWords(duty, forwarding))}</p>
    </>
  )
}

/** Until when the office must answer, and why. */
function deadlineWords({ setting, locale }: Duty, { agency }: Forwarding): string {
  const office = officeOf(setting.directory, agency.id)
  const clock = start('answer', setting.rules.policy.answer, dayOf(setting.now, office.zone), office)
  return explainDeadline(clock, setting.rules.calendar, locale)
}
