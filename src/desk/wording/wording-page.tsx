import type { WordedDoor, Wording, WordingName } from '../../notifications/wording/delivered.ts'
import { deliveredWording } from '../../notifications/wording/delivered.ts'
import type { WordingVersion } from '../../notifications/wording/wordings.ts'
import { Breadcrumb, Button, DataTable, Details, ErrorSummary, Moment, Notice } from '../../ui/components/index.ts'
import { link } from '../../ui/locale.ts'
import type { FormErrors } from '../action.ts'
import { DeskPage } from '../desk-page.tsx'
import type { Duty } from '../duty.ts'
import { AsItLeaves } from './as-it-leaves.tsx'
import { WordingForm } from './wording-form.tsx'
import { wordingDoor, wordingTitle } from './wording-title.ts'

type WordedByDoor = { door: WordedDoor; versions: WordingVersion[] }

export type WordingPageProps = {
  duty: Duty
  name: WordingName
  doors: readonly WordedByDoor[]
  baseUrl: string
  done?: string
  /** Somebody else wrote meanwhile. */
  changed?: boolean
  /** What was written and came back, with why. */
  tried?: { door: WordedDoor; wording: Wording }
  errors?: FormErrors
}

/** /kelola/pemberitahuan/{name}: one message by each of its doors: as it leaves, its words to edit, all its versions. */
export function WordingPage(props: WordingPageProps) {
  const { duty, name, doors, done, errors = {} } = props
  const { t, locale } = duty
  const title = wordingTitle(t, name)
  return (
    <DeskPage duty={duty} title={`${t.desk_page_pemberitahuan}: ${title}`} current="pemberitahuan" done={done}>
      <div class="desk-column">
        <ErrorSummary locale={locale} errors={errors} />
        <Breadcrumb locale={locale} links={[{ href: link(locale, '/kelola/pemberitahuan'), words: t.wording_all }]} />
        <h1>{title.charAt(0).toUpperCase() + title.slice(1)}</h1>
        {props.changed ? <Notice tone="warning" title={t.wording_changed_meanwhile} announce /> : null}
        <p class="hint">{t.wording_example}</p>
        {doors.map((worded) => (
          <Door {...props} worded={worded} />
        ))}
      </div>
    </DeskPage>
  )
}

function Door({ duty, name, worded, baseUrl, tried, errors }: WordingPageProps & { worded: WordedByDoor }) {
  const { t, person } = duty
  const { door, versions } = worded
  const [newest] = versions
  const own = newest?.words ? { subject: newest.subject, words: newest.words } : undefined
  const written = tried?.door === door ? tried.wording : undefined
  const standing = own ?? deliveredWording(door, name)
  return (
    <section>
      <h2>{wordingDoor(t, door, name)}</h2>
      <AsItLeaves {...{ duty, door, name, baseUrl }} wording={own} level={3} />
      {person.role === 'verifier' && standing ? (
        <Details summary={t.wording_edit(wordingDoor(t, door, name))} open={written !== undefined}>
          <WordingForm {...{ duty, door, name, errors }} wording={written ?? standing} seen={newest?.n ?? 0} />
          {own ? <Restore {...{ duty, door, name }} seen={newest?.n ?? 0} /> : null}
        </Details>
      ) : null}
      {versions.length > 0 ? <Versions {...{ duty, versions, door, name }} /> : null}
    </section>
  )
}

function Restore({ duty, door, name, seen }: { duty: Duty; door: WordedDoor; name: WordingName; seen: number }) {
  const { t, locale } = duty
  return (
    <form method="post" action={link(locale, `/kelola/pemberitahuan/${name}`)}>
      <input type="hidden" name="door" value={door} />
      <input type="hidden" name="seen" value={String(seen)} />
      <Button tone="quiet" name="restore" value="1">
        {t.wording_restore}
      </Button>
    </form>
  )
}

function Versions({ duty, versions, door, name }: WordedByDoor & { duty: Duty; name: WordingName }) {
  const { t, locale, zone } = duty
  return (
    <Details summary={`${t.wording_versions}: ${wordingDoor(t, door, name)}`}>
      <DataTable
        stacks
        caption={`${t.wording_versions}: ${wordingDoor(t, door, name)}`}
        columns={[{ name: t.wording_version_when }, { name: t.wording_version_who }, { name: t.wording_version_words }]}
        rows={versions.map(({ at, by, subject, words }) => [
          <Moment locale={locale} at={at} zone={zone} />,
          by ?? t.report_role_verifier,
          words === null ? (
            <em>{t.wording_delivered}</em>
          ) : (
            <span class="prose">{[subject, words].filter(Boolean).join('\n\n')}</span>
          ),
        ])}
      />
    </Details>
  )
}
