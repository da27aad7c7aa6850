import { raw } from 'hono/html'
import { Button, Field, TextArea, ThreeNumbers } from '../ui/components/index.ts'
import { count } from '../ui/format.ts'
import { Page } from '../ui/frame.tsx'
import type { SignedIn } from '../ui/frame-parts.tsx'
import { link, type Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { nationalDay, workingDaysBetween } from './age.ts'
import { type ByStage, countedIn, threeNumbers } from './figures.ts'
import { listRows, titleOf } from './list-rows.ts'
import type { Reading, SummaryRow } from './public-report.ts'
import type { RecentAnswer } from './recent-answers.ts'

export type HomeProps = {
  reading: Reading
  stages: ByStage
  answers: readonly RecentAnswer[]
  latest: readonly SummaryRow[]
  baseUrl: string
  signedIn?: SignedIn | null
}

/** The first page: what this is, where to begin, how it goes, what was answered. Understood in five seconds. */
export function HomePage({ reading, stages, answers, latest, baseUrl, signedIn }: HomeProps) {
  const { locale } = reading
  const t = wordsIn(locale)
  return (
    <Page locale={locale} path="/" width="wide" baseUrl={baseUrl} signedIn={signedIn}>
      <div class="hero">
        <div>
          <h1>{t.public_promise}</h1>
          <StartForm locale={locale} />
        </div>
        <div class="beside">
          <TrackForm locale={locale} />
          <h2>{t.public_numbers_heading}</h2>
          <ThreeNumbers
            locale={locale}
            {...threeNumbers(stages)}
            caption={t.public_numbers_caption(count(locale, countedIn(stages)), count(locale, stages.silent ?? 0))}
          />
        </div>
      </div>
      <div class="columns">
        <Answers answers={answers} reading={reading} />
        <section>
          <h2>{t.public_latest}</h2>
          {latest.length > 0 ? raw(listRows(latest, reading)) : <p>{t.public_no_reports}</p>}
          <p>
            <a class="lone" href={link(locale, '/laporan')}>
              {t.public_all_reports}
            </a>
          </p>
        </section>
      </div>
    </Page>
  )
}

/** The first words of a report go on into the form of /lapor: posted, so that they are in no address and none is too long. */
function StartForm({ locale }: { locale: Locale }) {
  const t = wordsIn(locale)
  return (
    <form class="start" method="post" action={link(locale, '/lapor')}>
      <TextArea name="cerita" label={t.public_start_label} hint={t.public_start_hint} rows={4} big />
      <Button tone="main" name="langkah" value="ubah">
        {t.public_start_button}
      </Button>
    </form>
  )
}

function TrackForm({ locale }: { locale: Locale }) {
  const t = wordsIn(locale)
  return (
    <form class="track" method="get" action={link(locale, '/lacak')}>
      <Field
        name="id"
        label={t.public_track_label}
        hint={t.public_track_hint}
        size="medium"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        code
      />
      <Button>{t.public_track_button}</Button>
    </form>
  )
}

function Answers({ answers, reading }: { answers: readonly RecentAnswer[]; reading: Reading }) {
  const { locale, now } = reading
  const t = wordsIn(locale)
  const today = answers.some((answer) => nationalDay(answer.answered_at) === nationalDay(now))
  return (
    <section>
      <h2>{today ? t.public_answered_today : t.public_answered_recently}</h2>
      {answers.length === 0 ? <p>{t.public_no_answers}</p> : null}
      {answers.map((answer) => (
        <Answer answer={answer} reading={reading} />
      ))}
      {answers.length > 0 ? (
        <p>
          <a class="lone" href={link(locale, '/laporan?status=answered')}>
            {t.public_all_answers}
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** A real answer: what was reported, what the office said, how long it took. */
function Answer({ answer, reading }: { answer: RecentAnswer; reading: Reading }) {
  const { locale, directory, calendar } = reading
  const t = wordsIn(locale)
  const office = directory.agency(answer.said_by ?? answer.agency_id ?? '')?.name ?? t.public_agency
  const days = workingDaysBetween(answer.filed_at, answer.answered_at, calendar)
  return (
    <article class="answer">
      <h3>
        <a href={link(locale, `/laporan/${answer.tracking_id}`)}>{titleOf(answer, locale)}</a>
      </h3>
      <blockquote>{answer.said}</blockquote>
      <p class="meta-line">
        <strong>{office}</strong>,{' '}
        {days === 0 ? t.public_answered_same_day : t.public_answered_in(t.time_working_days(days))}
      </p>
    </article>
  )
}
