import { afterLowering, becomingPublic, isPublicNow, withoutPieces } from '../secrecy/become-public.ts'
import type { Role } from '../report/actor.ts'
import { hides } from '../report/hides.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import { lookFor } from '../secrecy/before-publishing.ts'
import { findInWordsOf } from '../secrecy/personal-data/find-personal-data.ts'
import { withNumbers } from '../secrecy/strange-numbers.ts'
import { AsPublic, type Looked, Redactions } from '../secrecy/words-preview.tsx'
import { Button, Facts, HiddenFields, MarkedText, Pictures } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { type Locale, link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { switchIn } from './actions.ts'
import { picturesOf } from './my-thread.ts'
import { carriedIn, leftOf, printOfShown, redactionsOf, type Values } from './presses.ts'
import type { MyReport } from './read-my-report.ts'
import { SaidBefore } from './said-before.tsx'

type Props = { locale: Locale; path: string; values: Values; mine: MyReport; cancel: string }

/** Whether lowering it would show the public anything that it cannot see now. */
export function showsMore(mine: MyReport, values: Values): boolean {
  const { report, content } = mine
  const wanted = switchIn(values)
  return (
    Object.keys(becomingPublic(report, content, wanted)).length > 0 ||
    (!isPublicNow(report) && afterLowering(report, wanted).isPublic) ||
    showsPoint(mine, values)
  )
}

function showsPoint({ report }: MyReport, values: Values): boolean {
  const after = afterLowering(report, switchIn(values))
  const isKnown = report.point !== null || report.lat !== null
  return isKnown && after.isPublic && hides(report) && !hides({ ...report, ...after })
}

function marked({ known }: MyReport, role: Role, text: string) {
  return <MarkedText text={text} marks={withNumbers(text, known, findInWordsOf(role, text))} />
}

/** Secrecy is about to be lowered: what everybody will read then, what in it may point at somebody, and the question once more. */
export function LoweringPreview({ locale, path, values, mine, cancel }: Props) {
  const t = wordsIn(locale)
  const { report, content } = mine
  const becoming = becomingPublic(report, content, switchIn(values))
  const without = leftOf(values)
  const shown = printOfShown(withoutPieces(becoming, redactionsOf(values)), without)
  const asked = new Map(values).set('terbaca', String(report.last_seq))
  const look = lookFor(report)
  const looked: Looked = { values: carriedIn(asked), look: (words) => withNumbers(words, mine.known, look(words)) }
  const address = link(locale, path)
  const { title, text, place } = becoming
  const said = isPublicNow(report)
    ? []
    : mine.events.filter(({ audience, seq }) => audience === 'public' && !without.includes(seq))
  const pictures = said.flatMap(({ seq }) => picturesOf(mine, seq))
  return (
    <Page locale={locale} title={t.mine_title} path="/lacak" indexed={false}>
      <h1>{t.mine_lower_question}</h1>
      <p>{t.mine_lower_text}</p>
      <h2>{t.mine_preview_lower}</h2>
      <article class="card public-view">
        {title ? (
          <h3>
            <AsPublic text={title} {...looked} />
          </h3>
        ) : null}
        {text ? (
          <div class="prose">
            <AsPublic text={text} {...looked} />
          </div>
        ) : null}
        {pictures.length > 0 ? <Pictures pictures={pictures} words={t.common_photo} /> : null}
        <Facts
          facts={[
            { name: t.common_tracking_id, value: <span class="code">{groupTrackingId(report.tracking_id)}</span> },
            place ? { name: t.mine_place, value: <AsPublic text={place} {...looked} /> } : null,
            showsPoint(mine, values) ? { name: t.mine_point, value: t.mine_point_exact } : null,
            ...said.map(
              ({ actor_role, text }) => text && { name: t.mine_preview_said, value: marked(mine, actor_role, text) },
            ),
          ].map((fact) => fact || null)}
        />
      </article>
      <Redactions {...{ locale, address, ...looked }} texts={Object.values(becoming)} />
      <SaidBefore {...{ locale, address, mine }} values={asked} />
      <form method="post" action={address}>
        <HiddenFields values={looked.values} />
        <input type="hidden" name="disetujui" value={shown} />
        <div class="actions">
          <Button tone="danger" name="yakin" value="1">
            {t.mine_lower_button}
          </Button>
          <a href={cancel}>{t.common_cancel}</a>
        </div>
      </form>
    </Page>
  )
}
