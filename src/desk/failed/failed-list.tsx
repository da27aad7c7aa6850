import { type FailedMessage, givenUpFor } from '../../notifications/failed/failed-messages.ts'
import { readWordingName } from '../../notifications/wording/delivered.ts'
import { groupTrackingId } from '../../report/tracking-id.ts'
import { Button, Card, Details, Facts, Moment, RadioCards } from '../../ui/components/index.ts'
import { count } from '../../ui/format.ts'
import { link } from '../../ui/locale.ts'
import type { Duty } from '../duty.ts'
import { wordingTitle } from '../wording/wording-title.ts'
import { doorWord } from './door-word.ts'

type Props = { duty: Duty; messages: readonly FailedMessage[]; most: number }

/** Each message that did not go out, with the steps that are left. */
export function FailedList({ duty, messages, most }: Props) {
  const { t, locale } = duty
  return (
    <section>
      <h2>{t.failed_list(count(locale, most))}</h2>
      {messages.some(({ otherDoor }) => otherDoor) ? <p class="hint">{t.failed_other_door_hint}</p> : null}
      {messages.map((message) => (
        <One duty={duty} message={message} />
      ))}
    </section>
  )
}

function One({ duty, message }: { duty: Duty; message: FailedMessage }) {
  const { t, locale, zone } = duty
  const name = readWordingName(message.template)
  const what = message.template.startsWith('mail_')
    ? t.mail_answer_subject
    : name
      ? wordingTitle(t, name)
      : message.template
  const to = message.toOffice ? t.failed_to_office : t.failed_to_reporter
  return (
    <Card title={`${what}, ${to}`} level={3}>
      <Facts
        facts={[
          { name: t.failed_door, value: doorWord(duty, message.channel) },
          { name: t.failed_reason, value: message.reason },
          { name: t.failed_state, value: t[`failed_state_${message.state}`] },
          message.at ? { name: t.failed_when, value: <Moment locale={locale} at={message.at} zone={zone} /> } : null,
          { name: t.failed_tries, value: count(locale, message.attempts) },
          message.trackingId
            ? {
                name: t.common_tracking_id,
                value: (
                  <a class="lone" href={link(locale, `/kelola/laporan/${message.trackingId}`)}>
                    {groupTrackingId(message.trackingId)}
                  </a>
                ),
              }
            : null,
        ]}
      />
      {message.lastStep ? <p class="quiet">{t[`failed_step_${message.lastStep}`]}</p> : null}
      {message.state === 'dead' ? <Steps duty={duty} message={message} /> : null}
    </Card>
  )
}

function Steps({ duty, message }: { duty: Duty; message: FailedMessage }) {
  const { t, locale } = duty
  const at = (noun: string) => link(locale, `/kelola/pemberitahuan/gagal/${message.id}/${noun}`)
  return (
    <>
      <form class="actions" method="post" action={at('percobaan')}>
        <Button name="step" value="again">
          {t.failed_again}
        </Button>
        {message.otherDoor ? (
          <Button name="step" value="other_door">
            {t.failed_other_door}
          </Button>
        ) : null}
      </form>
      <Details summary={t.failed_give_up}>
        <form method="post" action={at('pelepasan')}>
          <RadioCards
            name="why"
            id={`why-${message.id}`}
            legend={t.failed_give_up_why}
            choices={givenUpFor.map((why) => ({ value: why, title: t[`failed_why_${why}`] }))}
            value={givenUpFor[0]}
          />
          <Button tone="danger">{t.failed_give_up}</Button>
        </form>
      </Details>
    </>
  )
}
