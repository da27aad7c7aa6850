import type { Directory } from '../agencies/directory.ts'
import type { Zone } from '../report/clocks/day.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import type { Embargo } from '../secrecy/embargo.ts'
import { EmbargoFacts } from '../secrecy/embargo-facts.tsx'
import type { LedgerLine } from '../secrecy/ledger.ts'
import type { Restore } from '../secrecy/restores.ts'
import { OpeningFacts } from '../secrecy/opening-facts.tsx'
import { Button, Card, EmptyState, Notice } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { longMoment } from '../ui/format.ts'
import { type Locale, link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'

type LedgerPageProps = {
  locale: Locale
  trackingId: string
  lines: readonly LedgerLine[]
  embargoes: readonly Embargo[]
  restores: readonly Restore[]
  directory: Directory
  zone: Zone
  now: Date
  /** When a key opened this page: it goes back with the form, posted, never in an address. */
  reportKey?: string
}

/** Who asked to open what of this report, when, why, and what came of it: read by its reporter, written by nobody's hand. */
export function LedgerPage({ locale, trackingId, lines, embargoes, restores, reportKey, ...around }: LedgerPageProps) {
  const t = wordsIn(locale)
  return (
    <Page locale={locale} title={t.opening_ledger} path="/lacak" indexed={false}>
      <h1>{t.opening_ledger}</h1>
      <p>
        <span class="code">{groupTrackingId(trackingId)}</span>
      </p>
      <p class="hint">{t.opening_ledger_intro}</p>
      {restores.map((restore) => (
        <Notice tone="warning">
          <p>{restoredWords(locale, restore, around.zone)}</p>
        </Notice>
      ))}
      {embargoes.map((embargo) => (
        <Card title={t.opening_embargo}>
          <EmbargoFacts locale={locale} {...around} embargo={embargo} />
        </Card>
      ))}
      {lines.length > 0 ? null : (
        <EmptyState title={restores.length > 0 ? t.opening_ledger_none_known : t.opening_ledger_empty} />
      )}
      {lines.map((line) => (
        <Card title={t[`opening_what_${line.what}`]}>
          <OpeningFacts locale={locale} {...around} line={line} />
        </Card>
      ))}
      {reportKey ? (
        <form method="post" action={link(locale, '/lacak')}>
          <input type="hidden" name="id" value={trackingId} />
          <input type="hidden" name="kunci" value={reportKey} />
          <Button>{t.opening_ledger_back}</Button>
        </form>
      ) : (
        <p>
          <a class="lone" href={link(locale, `/laporan/${trackingId}/saya`)}>
            {t.opening_ledger_back}
          </a>
        </p>
      )}
    </Page>
  )
}

/** What this page cannot know. */
function restoredWords(locale: Locale, { at, backupAt, knownUntil }: Restore, zone: Zone): string {
  const t = wordsIn(locale)
  const say = (time: Date) => longMoment(locale, time, zone)
  return knownUntil
    ? t.opening_ledger_restored(say(backupAt), say(at), say(knownUntil))
    : t.opening_ledger_lost(say(backupAt), say(at))
}

/** The way there from the reporter's own view: a link for an account, a form for a key. */
export function LedgerLink({
  locale,
  trackingId,
  reportKey,
}: Pick<LedgerPageProps, 'locale' | 'trackingId' | 'reportKey'>) {
  const t = wordsIn(locale)
  const address = link(locale, `/laporan/${trackingId}/pembukaan`)
  return reportKey ? (
    <form method="post" action={address}>
      <input type="hidden" name="kunci" value={reportKey} />
      <Button tone="quiet">{t.opening_ledger}</Button>
    </form>
  ) : (
    <p>
      <a class="lone" href={address}>
        {t.opening_ledger}
      </a>
    </p>
  )
}
