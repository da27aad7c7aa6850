import type { Person } from '../accounts/person.ts'
import { signedInAs } from '../accounts/person.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import { Button, ErrorSummary, Field, Notice } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { type Locale, link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'

export type TrackProps = {
  locale: Locale
  person?: Person
  /** The ID as typed, given back untouched. */
  typed?: string
  /** `empty`: no ID; `not_public`: nothing the public may open; `wrong_key`: the two do not belong together. */
  outcome?: 'empty' | 'not_public' | 'wrong_key'
  /** The one public report that may have been meant. */
  meant?: string
}

/** /lacak: find a report by its ID, or open one's own with its key, which travels only in the posted form. */
export function TrackPage({ locale, person, typed, outcome, meant }: TrackProps) {
  const t = wordsIn(locale)
  const errors = outcome === 'empty' ? { id: t.tracking_error_empty } : {}
  return (
    <Page
      locale={locale}
      title={t.tracking_title}
      path="/lacak"
      current="track"
      signedIn={signedInAs(person, locale)}
      indexed={outcome === undefined}
    >
      <ErrorSummary locale={locale} errors={errors} />
      <h1>{t.tracking_title}</h1>
      {outcome === 'not_public' || outcome === 'wrong_key' ? (
        <Notice
          tone="warning"
          title={t[outcome === 'not_public' ? 'tracking_not_found_title' : 'tracking_wrong_key_title']}
          announce
        >
          <p>{outcome === 'not_public' ? t.tracking_not_found : t.tracking_wrong_key}</p>
          {meant ? (
            <p>
              {t.tracking_did_you_mean} <a href={link(locale, `/laporan/${meant}`)}>{groupTrackingId(meant)}</a>?
            </p>
          ) : null}
        </Notice>
      ) : (
        <p class="lead">{t.tracking_intro}</p>
      )}
      <form method="post" action={link(locale, '/lacak')} novalidate>
        <Field
          name="id"
          label={t.common_tracking_id}
          hint={t.tracking_id_hint}
          error={errors.id}
          value={typed}
          size="medium"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          required
          code
        />
        <Field
          name="kunci"
          label={t.common_key}
          optional={t.common_optional}
          hint={t.tracking_key_hint}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          code
        />
        <Button tone="main">{t.tracking_button}</Button>
      </form>
      <p class="hint">
        <a class="lone" href={link(locale, '/akun')}>
          {t.tracking_account}
        </a>
      </p>
    </Page>
  )
}
