import { type Locale, link } from '../ui/locale.ts'
import { Button, Card, EmptyState, Field, Moment } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { wordsIn } from '../ui/words/index.ts'
import type { Preview } from './previews.ts'

type Props = { locale: Locale; previews: readonly Preview[]; asked: string; baseUrl: string }

/** Everything that would have gone out, newest first. */
export function OutboxPage({ locale, previews, asked, baseUrl }: Props) {
  const t = wordsIn(locale)
  const action = link(locale, '/dev/outbox')
  return (
    <Page locale={locale} title={t.notifications_outbox_title} path="/dev/outbox" indexed={false}>
      <h1>{t.notifications_outbox_title}</h1>
      <p>{t.notifications_outbox_intro}</p>
      <form method="get" action={action}>
        <Field name="laporan" label={t.notifications_outbox_filter} value={asked} size="medium" code />
        <Button>{t.notifications_outbox_show}</Button>
      </form>
      {asked ? (
        <p>
          <a href={action}>{t.notifications_outbox_all}</a>
        </p>
      ) : null}
      {previews.length === 0 ? (
        <EmptyState title={t.notifications_outbox_empty} />
      ) : (
        <h2>{t.notifications_outbox_newest(previews.length)}</h2>
      )}
      {previews.map((preview) => (
        <PreviewCard locale={locale} preview={preview} baseUrl={baseUrl} />
      ))}
    </Page>
  )
}

function PreviewCard({ locale, preview, baseUrl }: { locale: Locale; preview: Preview; baseUrl: string }) {
  const t = wordsIn(locale)
  return (
    <Card title={preview.subject} level={3}>
      <p class="quiet">
        {preview.channel} · <Moment locale={locale} at={preview.at} zone="Asia/Jakarta" />
      </p>
      <p>
        {t.notifications_outbox_to}: {preview.to}
      </p>
      <p class="prose">
        {preview.text
          .split('\n')
          .map((line) => (line.startsWith(baseUrl) ? <a href={line}>{`${line}\n`}</a> : `${line}\n`))}
      </p>
    </Card>
  )
}
