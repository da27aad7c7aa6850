import { dismissals, type LookList, type PlaceToLook, type ToLookAt } from '../intake/look-at.ts'
import { Button, Card, Details, EmptyState, Facts, Moment, Pagination, RadioCards } from '../ui/components/index.ts'
import { count } from '../ui/format.ts'
import { link } from '../ui/locale.ts'
import { causeOf } from './door-ledger.tsx'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'
import { writeLookCursor } from './look-cursor.ts'

type Props = {
  duty: Duty
  list: LookList
  /** Where this page begins; undefined on the first. */
  after?: PlaceToLook
  done?: string
}

const path = '/kelola/pintu/perlu-dilihat'

/** /kelola/pintu/perlu-dilihat: what came through any door and became nothing by itself, and what can be done. */
export function LookPage({ duty, list: { messages, waiting, next }, after, done }: Props) {
  const { t, locale } = duty
  const isFirst = (messages[0]?.place ?? 1) === 1
  return (
    <DeskPage duty={duty} title={t.look_heading} current="pintu/perlu-dilihat" done={done}>
      <div class="desk-column">
        <h1>{t.look_heading}</h1>
        <p>{t.look_intro}</p>
        {waiting === 0 ? (
          <EmptyState title={t.desk_quarantined_none} />
        ) : (
          <p class="hint">{t.look_waiting(count(locale, waiting), waiting)}</p>
        )}
        {messages.map((message) => (
          <One duty={duty} message={message} title={t.look_message(count(locale, message.place))} query={at(after)} />
        ))}
        <Pagination
          locale={locale}
          first={isFirst ? undefined : link(locale, path)}
          next={next && link(locale, `${path}${at(next)}`)}
        />
      </div>
    </DeskPage>
  )
}

/** What is decided on a page leads back to it. */
function at(place: PlaceToLook | undefined): string {
  return place ? `?setelah=${writeLookCursor(place)}` : ''
}

type OneProps = { duty: Duty; message: ToLookAt; title: string; query: string }

function One({ duty, message, title, query }: OneProps) {
  const { t, locale, zone } = duty
  const { door, arrivedAt, isTried, reason, words, lastStep } = message
  return (
    <Card title={title} level={2}>
      <Facts
        facts={[
          { name: t.look_door, value: t[`desk_door_${door}`] },
          { name: t.look_when, value: <Moment locale={locale} at={arrivedAt} zone={zone} /> },
          { name: t.look_why, value: isTried ? t.look_tried : causeOf(duty, reason) },
        ]}
      />
      {words ? <p class="prose">{words}</p> : <p class="quiet">{whyNoWords(duty, message)}</p>}
      {message.namesReport ? <p class="quiet">{t.look_names_report}</p> : null}
      {lastStep ? <p class="quiet">{t[`look_step_${lastStep}`]}</p> : null}
      <Steps duty={duty} message={message} title={title} query={query} />
    </Card>
  )
}

function whyNoWords({ t }: Duty, { words, isShut }: ToLookAt): string {
  if (isShut) return t.look_shut
  return words === '' ? t.look_no_words : t.look_words_soon
}

function Steps({ duty, message: { id, reason, namesReport }, title, query }: OneProps) {
  const { t, locale } = duty
  const to = (noun: string) => link(locale, `${path}/${id}/${noun}${query}`)
  const about = <span class="hidden"> ({title})</span>
  return (
    <>
      {namesReport ? null : (
        <form class="actions" method="post" action={to('laporan')}>
          <Button>
            {t.look_file}
            {about}
          </Button>
        </form>
      )}
      {reason === 'unsure' || reason === 'flood' ? null : (
        <form class="actions" method="post" action={to('percobaan')}>
          <Button tone="quiet">
            {t.look_again}
            {about}
          </Button>
        </form>
      )}
      {namesReport ? null : (
        <Details summary={t.look_dismiss}>
          <form method="post" action={to('pelepasan')}>
            <RadioCards
              name="why"
              id={`why-${id}`}
              legend={t.look_dismiss_why}
              choices={dismissals.map((why) => ({ value: why, title: t[`look_why_${why}`] }))}
              value={dismissals[0]}
            />
            <Button tone="danger">
              {t.look_dismiss}
              {about}
            </Button>
          </form>
        </Details>
      )}
    </>
  )
}
