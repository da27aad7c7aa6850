import type { Child } from 'hono/jsx'
import { isPublicNow } from '../secrecy/become-public.ts'
import { takenIn, wordsAboutWho } from '../secrecy/words-about-who.ts'
import { Button, Checkbox, Details, Field } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { picturesOf } from './my-thread.ts'
import type { EventRow, MyReport } from './read-my-report.ts'

type Props = { locale: Locale; mine: MyReport; form: (children: Child) => Child }

/** What went when they hid who they are, and what everybody still reads, each of it with one press that takes it back as well. */
export function TakenBack({ locale, mine, form }: Props) {
  const { report, content, events } = mine
  const taken = takenOf(mine)
  if (!taken || !(report.anonymous || report.without_identity)) return null
  const t = wordsIn(locale)
  const isEdited = content.text !== content.original_text
  const still = isPublicNow(report)
    ? events.filter(({ seq, audience, text }) => audience === 'public' && (text || picturesOf(mine, seq).length > 0))
    : []
  return (
    <Details summary={t.taken_heading} open={events.at(-1)?.move === 'raise_secrecy'}>
      {taken.length > 0 || isEdited ? <p>{t.taken_hint}</p> : <p>{t.taken_none}</p>}
      {isEdited ? <p>{t.taken_text}</p> : null}
      {taken.length > 0 ? (
        <ul>
          {taken.map((event) => (
            <li>
              <Said {...{ locale, event, mine }} />{' '}
              {wordsAboutWho(events).has(event.seq) ? <span class="hint">{t.taken_offices_too}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {isPublicNow(report) ? <h3>{t.taken_still}</h3> : null}
      {still.length > 0
        ? form(
            <div class="redactions">
              <ul>
                {still.map((event) => (
                  <li>
                    <Said {...{ locale, event, mine }} />{' '}
                    <Button name="tarik" value={String(event.seq)}>
                      {t.taken_more}
                    </Button>
                  </li>
                ))}
              </ul>
            </div>,
          )
        : null}
      {isPublicNow(report)
        ? form(
            <>
              <p class="prose">{content.text}</p>
              <Field name="samarkan_lain" label={t.redact_more} hint={t.redact_more_hint} autocomplete="off" />
              <Button>{t.redact_do}</Button>
            </>,
          )
        : null}
    </Details>
  )
}

/** Asked of whoever may hide who they are while everybody reads photos of theirs; without an answer they go. */
export function CameraPlace({ locale, mine }: Pick<Props, 'locale' | 'mine'>) {
  const { report, events } = mine
  const theirs = events.some(
    ({ seq, move, actor_role, audience }) =>
      audience === 'public' && (move === 'submit' || actor_role === 'reporter') && picturesOf(mine, seq).length > 0,
  )
  if (report.anonymous || !theirs) return null
  const t = wordsIn(locale)
  return <Checkbox name="foto" value="tetap" label={t.taken_camera} hint={t.taken_camera_hint} />
}

/** Undefined where who filed was hidden from the start. */
function takenOf({ events }: MyReport): EventRow[] | undefined {
  const raisings = events.flatMap(({ move, data }) => (move === 'raise_secrecy' ? [data] : []))
  if (!raisings.some((data) => (data as { anonymous?: boolean }).anonymous)) return undefined
  const seqs = new Set(raisings.flatMap(takenIn))
  return events.filter(({ seq }) => seqs.has(seq))
}

function Said({ locale, event, mine }: { locale: Locale; event: EventRow; mine: MyReport }) {
  const t = wordsIn(locale)
  const { seq, actor_role, text } = event
  return (
    <>
      <span class="label">{t[`report_role_${actor_role}`]}</span> {text ? <q>{text}</q> : null}
      {picturesOf(mine, seq).length > 0 ? ` ${t.taken_photos}` : null}
    </>
  )
}
