import type { WordedDoor, Wording, WordingName } from '../../notifications/wording/delivered.ts'
import { Button } from '../../ui/components/index.ts'
import { link } from '../../ui/locale.ts'
import { DeskPage } from '../desk-page.tsx'
import type { Duty } from '../duty.ts'
import { AsItLeaves } from './as-it-leaves.tsx'
import { wordingDoor, wordingTitle } from './wording-title.ts'

type Props = { duty: Duty; door: WordedDoor; name: WordingName; wording: Wording; seen: string; baseUrl: string }

/** Words as they will leave, before anybody hears them. */
export function WordingPreview({ duty, door, name, wording, seen, baseUrl }: Props) {
  const { t, locale } = duty
  const { subject, words } = wording
  const fields = { door, seen, words, ...(subject === null ? {} : { subject }) }
  const title = wordingTitle(t, name, door)
  return (
    <DeskPage duty={duty} title={`${t.desk_page_pemberitahuan}: ${title}`} current="pemberitahuan">
      <div class="desk-column">
        <h1>{t.wording_preview}</h1>
        <p>
          {wordingDoor(t, door, name)}: {title}
        </p>
        <AsItLeaves {...{ duty, door, name, wording, baseUrl }} level={2} />
        <form method="post" action={link(locale, `/kelola/pemberitahuan/${name}`)} novalidate>
          {Object.entries(fields).map(([key, value]) => (
            <input type="hidden" name={key} value={value} />
          ))}
          <div class="actions">
            <Button tone="main" name="sure" value="1">
              {t.wording_save}
            </Button>
            <Button name="again" value="1">
              {t.wording_back_to_editing}
            </Button>
          </div>
        </form>
      </div>
    </DeskPage>
  )
}
